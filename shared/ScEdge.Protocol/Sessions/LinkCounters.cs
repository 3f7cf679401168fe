namespace ScEdge.Protocol.Sessions
{
    /// <summary>
    /// What one end of the link has seen since it was made.
    /// </summary>
    public sealed class LinkCounters
    {
        /// <summary>Bytes read from the line.</summary>
        public long BytesReceived;

        /// <summary>Bytes that the line accepted.</summary>
        public long BytesSent;

        /// <summary>Valid frames received.</summary>
        public long FramesReceived;

        /// <summary>Frames sent, repetitions included.</summary>
        public long FramesSent;

        /// <summary>Payload bytes of numbered frames that arrived for the first time.</summary>
        public long PayloadBytesReceived;

        /// <summary>Numbered frames sent again.</summary>
        public long FramesRepeated;

        /// <summary>Numbered frames received again.</summary>
        public long FramesDuplicate;

        /// <summary>Frames of another session, echoes, and frames that make no sense here.</summary>
        public long FramesForeign;

        /// <summary>Numbered frames for which there was no room: the sender went beyond its credit.</summary>
        public long FramesBeyondCredit;

        /// <summary>Frames that were not valid.</summary>
        public long FramesDamaged;

        /// <summary>Bytes between frames that were not text.</summary>
        public long NoiseBytes;

        /// <summary>Time-outs.</summary>
        public long Timeouts;
    }
}
