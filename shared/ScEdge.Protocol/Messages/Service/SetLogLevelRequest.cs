namespace ScEdge.Protocol.Messages.Service
{
    /// <summary>
    /// Chooses which log events come.
    /// </summary>
    public sealed class SetLogLevelRequest : Message
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.SetLogLevel;

        /// <summary>The least important that comes.</summary>
        public LogLevel Level;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Level = (LogLevel)fields.Byte((int)Level);
        }
    }

    /// <summary>
    /// How important a log event is.
    /// </summary>
    public enum LogLevel
    {
        /// <summary>No event has it: nothing comes.</summary>
        None = 0,

        /// <summary>What is wrong.</summary>
        Error = 1,

        /// <summary>What happens once in a while.</summary>
        Event = 2,

        /// <summary>Everything else.</summary>
        Detail = 3,
    }
}
