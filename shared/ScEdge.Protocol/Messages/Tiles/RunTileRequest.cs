namespace ScEdge.Protocol.Messages.Tiles
{
    /// <summary>
    /// Updates a range of parameters in the present phase.
    /// </summary>
    public sealed class RunTileRequest
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.RunTile;

        /// <summary>Index of the first parameter in its tensor; a multiple of 32.</summary>
        public uint First;

        /// <summary>Parameters of the tile.</summary>
        public int Count;

        /// <summary>
        /// Array that holds the arrays of the phase one after the other, 16-bit integers, in the order of their bits. After
        /// a read it is the array that was read from.
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
            writer.WriteBytes(Data, DataOffset, DataLength);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            First = reader.ReadUInt32();
            Count = reader.ReadUInt16();
            Data = reader.Buffer;
            DataOffset = reader.Position;
            DataLength = reader.TakeRest();
            return !reader.HasFailed;
        }
    }
}
