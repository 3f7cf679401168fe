namespace ScEdge.Protocol.Messages.Cells
{
    /// <summary>
    /// Asks for a cell of the front end: its state and its calibration table.
    /// </summary>
    public sealed class GetCellRequest
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.GetCell;

        /// <summary>Number of the cell, from 0.</summary>
        public int Cell;

        /// <summary>Writes the fields.</summary>
        public void Write(MessageWriter writer)
        {
            writer.WriteByte(Cell);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            Cell = reader.ReadByte();
            return !reader.HasFailed;
        }
    }
}
