namespace ScEdge.Protocol.Messages.Service
{
    /// <summary>
    /// Asks for telemetry.
    /// </summary>
    public sealed class SubscribeRequest : Message
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.Subscribe;

        /// <summary>Time between two telemetry events, 0 for none; us.</summary>
        public uint IntervalMicroseconds;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            IntervalMicroseconds = fields.UInt32(IntervalMicroseconds);
        }
    }
}
