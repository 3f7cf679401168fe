namespace ScEdge.Protocol.Sessions
{
    /// <summary>
    /// Sizes and times of one end of the reliable link; the two ends may differ.
    /// </summary>
    public sealed class LinkSettings
    {
        /// <summary>Largest payload to send or take; 32..4096 bytes.</summary>
        public int MaximumPayload = 1024;

        /// <summary>Frames that can be under way in each direction: 1, 2, 4, 8, 16 or 32.</summary>
        public int Window = 8;

        /// <summary>Bytes that the line's own receive buffer holds before it loses some.</summary>
        public int LineBufferBytes = 16384;

        /// <summary>First interval between two requests for a session; us.</summary>
        public int OpenIntervalMicroseconds = 100000;

        /// <summary>Requests for a session before giving up.</summary>
        public int OpenAttempts = 12;

        /// <summary>Time-out before the round trip was measured; us.</summary>
        public int FirstTimeoutMicroseconds = 500000;

        /// <summary>Shortest time-out; us.</summary>
        public int ShortestTimeoutMicroseconds = 50000;

        /// <summary>Longest time-out and longest interval between requests; us.</summary>
        public int LongestTimeoutMicroseconds = 1000000;

        /// <summary>Time-outs in a row without any progress before giving up.</summary>
        public int TimeoutLimit = 8;

        /// <summary>A sign of life is sent after so long without another frame; us.</summary>
        public int KeepAliveMicroseconds = 1000000;

        /// <summary>The other end is given up after so long without a valid frame; us.</summary>
        public int SilenceMicroseconds = 10000000;

        /// <summary>Returns what is wrong with the settings in one sentence, or null.</summary>
        public string Problem()
        {
            if (MaximumPayload < OpenMessage.Length || MaximumPayload > Framing.FrameFormat.LargestPayload)
            {
                return "The largest payload must be 32 to 4096 bytes.";
            }

            if (Window < 1 || Window > SendWindow.LargestWindow || (Window & (Window - 1)) != 0)
            {
                return "The window must be 1, 2, 4, 8, 16 or 32 frames.";
            }

            return LineBufferBytes < Framing.FrameFormat.WireLength(MaximumPayload)
                ? "The line's receive buffer must hold the largest frame; give it more bytes or the frames a smaller payload."
                : null;
        }
    }
}
