namespace ScEdge.Protocol.Messages.Configuration
{
    /// <summary>
    /// The configuration is in force; all registers are zero.
    /// </summary>
    public sealed class ApplyConfigurationResponse : Message
    {
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

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Check = fields.UInt32(Check);
            Parameters = fields.UInt32(Parameters);
            NeededBytes = fields.UInt32(NeededBytes);
            FreeBytes = fields.UInt32(FreeBytes);
            ImageLength = fields.UInt32(ImageLength);
            TileLength = fields.UInt16(TileLength);
        }
    }
}
