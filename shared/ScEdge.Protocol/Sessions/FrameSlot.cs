using ScEdge.Protocol.Framing;

namespace ScEdge.Protocol.Sessions
{
    /// <summary>
    /// Memory for one numbered frame that waits to be acknowledged or to be taken.
    /// </summary>
    public sealed class FrameSlot
    {
        /// <summary>The frame's body; the payload begins at <see cref="FrameFormat.HeaderLength"/>.</summary>
        public readonly byte[] Body;

        /// <summary>Length of the payload.</summary>
        public int Length;

        /// <summary>Channel of the frame, 1..255.</summary>
        public int Channel;

        /// <summary>Makes an empty slot.</summary>
        /// <param name="maximumPayload">Largest payload.</param>
        public FrameSlot(int maximumPayload)
        {
            Body = new byte[FrameFormat.BodyLength(maximumPayload)];
        }
    }
}
