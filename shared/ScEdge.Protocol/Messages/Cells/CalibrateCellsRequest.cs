namespace ScEdge.Protocol.Messages.Cells
{
    /// <summary>
    /// Has the board calibrate cells anew, one after the other; the answer says that they are due.
    /// </summary>
    public sealed class CalibrateCellsRequest
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.CalibrateCells;

        /// <summary>The first cell, from 0.</summary>
        public int First;

        /// <summary>How many cells, 1 or more.</summary>
        public int Count;

        /// <summary>Writes the fields.</summary>
        public void Write(MessageWriter writer)
        {
            writer.WriteByte(First);
            writer.WriteByte(Count);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            First = reader.ReadByte();
            Count = reader.ReadByte();
            return !reader.HasFailed;
        }
    }
}
