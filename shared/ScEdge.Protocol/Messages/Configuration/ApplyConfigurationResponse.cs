namespace ScEdge.Protocol.Messages.Configuration
{
    /// <summary>
    /// The configuration is in force; all registers are zero.
    /// </summary>
    public sealed class ApplyConfigurationResponse
    {
        /// <summary>Code of the message that it answers.</summary>
        public const MessageCode Code = MessageCode.ApplyConfiguration;

        /// <summary>CRC-32 of the payloads of the requests that made the configuration, without their numbers.</summary>
        public uint Check;

        /// <summary>Parameters of all tensors.</summary>
        public uint Parameters;

        /// <summary>Memory that the configuration takes.</summary>
        public uint NeededBytes;

        /// <summary>Memory that is left.</summary>
        public uint FreeBytes;

        /// <summary>Length of the full state image; 0 in tiled mode.</summary>
        public uint ImageLength;

        /// <summary>Most parameters of a tile; 0 in resident mode.</summary>
        public int TileLength;

        /// <summary>Writes the fields.</summary>
        public void Write(MessageWriter writer)
        {
            writer.WriteUInt32(Check);
            writer.WriteUInt32(Parameters);
            writer.WriteUInt32(NeededBytes);
            writer.WriteUInt32(FreeBytes);
            writer.WriteUInt32(ImageLength);
            writer.WriteUInt16(TileLength);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            Check = reader.ReadUInt32();
            Parameters = reader.ReadUInt32();
            NeededBytes = reader.ReadUInt32();
            FreeBytes = reader.ReadUInt32();
            ImageLength = reader.ReadUInt32();
            TileLength = reader.ReadUInt16();
            return !reader.HasFailed;
        }
    }
}
