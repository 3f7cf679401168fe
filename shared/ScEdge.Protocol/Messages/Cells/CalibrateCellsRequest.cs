namespace ScEdge.Protocol.Messages.Cells
{
    /// <summary>
    /// Has the board calibrate cells anew, one after the other; the answer says that they are due.
    /// </summary>
    public sealed class CalibrateCellsRequest : Message
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.CalibrateCells;

        /// <summary>The first cell, from 0.</summary>
        public int First;

        /// <summary>How many cells, 1 or more.</summary>
        public int Count;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            First = fields.Byte(First);
            Count = fields.Byte(Count);
        }
    }
}
