namespace ScEdge.Protocol.Messages.Tiles
{
    /// <summary>
    /// The registers after the phase.
    /// </summary>
    public sealed class RunTileResponse
    {
        /// <summary>Code of the message that it answers.</summary>
        public const MessageCode Code = MessageCode.RunTile;

        /// <summary>Index of the first parameter.</summary>
        public uint First;

        /// <summary>Parameters of the tile.</summary>
        public int Count;

        /// <summary>Largest magnitude of the registers that the next phase scales by.</summary>
        public uint Maximum;

        /// <summary>What the circuit did for the tile.</summary>
        public readonly uint[] Counts = new uint[MessageLimits.Counts];

        /// <summary>
        /// Array that holds the arrays that the phase changes, as in the request. After a read it is the array that was
        /// read from.
        /// </summary>
        public byte[] Data;

        /// <summary>Where they begin.</summary>
        public int DataOffset;

        /// <summary>How many there are.</summary>
        public int DataLength;

        /// <summary>Writes the fields.</summary>
        public void Write(MessageWriter writer)
        {
            writer.WriteUInt32(First);
            writer.WriteUInt16(Count);
            writer.WriteUInt32(Maximum);
            writer.WriteUInt32s(Counts, Counts.Length);
            writer.WriteBytes(Data, DataOffset, DataLength);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            First = reader.ReadUInt32();
            Count = reader.ReadUInt16();
            Maximum = reader.ReadUInt32();
            reader.ReadUInt32s(Counts, Counts.Length);
            Data = reader.Buffer;
            DataOffset = reader.Position;
            DataLength = reader.TakeRest();
            return !reader.HasFailed;
        }
    }
}
