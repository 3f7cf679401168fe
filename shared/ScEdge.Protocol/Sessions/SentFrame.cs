namespace ScEdge.Protocol.Sessions
{
    /// <summary>
    /// What the sender knows about a numbered frame.
    /// </summary>
    internal sealed class SentFrame
    {
        /// <summary>The frame itself.</summary>
        public readonly FrameSlot Slot;

        /// <summary>Bytes that it counts for on the line.</summary>
        public int WireBytes;

        /// <summary>Number of the last transmission that carried it, counted over all frames of the session.</summary>
        public int Transmission;

        /// <summary>When it was sent last; us.</summary>
        public long SentAt;

        /// <summary>Whether it was sent more than once.</summary>
        public bool IsRepeated;

        /// <summary>Whether it has arrived.</summary>
        public bool IsAcknowledged;

        /// <summary>Whether it must be sent again.</summary>
        public bool IsLost;

        public SentFrame(int maximumPayload)
        {
            Slot = new FrameSlot(maximumPayload);
        }
    }
}
