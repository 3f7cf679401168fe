namespace ScEdge.Protocol.Messages.Service
{
    /// <summary>
    /// What happened on the board, in words.
    /// </summary>
    public sealed class LogEvent : Message
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.LogEvent;

        /// <summary>Time since the board started; us.</summary>
        public long TimeMicroseconds;

        /// <summary>How important it is.</summary>
        public LogLevel Level;

        /// <summary>ASCII text.</summary>
        public string Words;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            TimeMicroseconds = fields.Int64(TimeMicroseconds);
            Level = (LogLevel)fields.Byte((int)Level);
            Words = fields.Text(Words);
        }
    }
}
