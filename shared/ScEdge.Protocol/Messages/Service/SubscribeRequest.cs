namespace ScEdge.Protocol.Messages.Service
{
    /// <summary>
    /// Asks for telemetry.
    /// </summary>
    public sealed class SubscribeRequest
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.Subscribe;

        /// <summary>Time between two telemetry events, 0 for none; us.</summary>
        public uint IntervalMicroseconds;

        /// <summary>Writes the fields.</summary>
        public void Write(MessageWriter writer)
        {
            writer.WriteUInt32(IntervalMicroseconds);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            IntervalMicroseconds = reader.ReadUInt32();
            return !reader.HasFailed;
        }
    }
}
