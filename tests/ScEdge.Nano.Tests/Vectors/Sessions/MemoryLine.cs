using ScEdge.Protocol.Links;

namespace ScEdge.Nano.Tests.Vectors.Sessions
{
    /// <summary>
    /// One end of a line in memory.
    /// </summary>
    public sealed class MemoryLine : IByteLink
    {
        private readonly MemoryWire from;
        private readonly MemoryWire to;

        /// <summary>Makes an end.</summary>
        public MemoryLine(MemoryWire from, MemoryWire to)
        {
            this.from = from;
            this.to = to;
        }

        /// <inheritdoc/>
        public int Read(byte[] buffer, int offset, int count)
        {
            return from.Read(buffer, offset, count);
        }

        /// <inheritdoc/>
        public int Write(byte[] buffer, int offset, int count)
        {
            return to.Write(buffer, offset, count);
        }
    }
}
