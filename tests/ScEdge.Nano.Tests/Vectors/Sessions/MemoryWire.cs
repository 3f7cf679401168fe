namespace ScEdge.Nano.Tests.Vectors.Sessions
{
    /// <summary>
    /// One direction of a line in memory; it may garble every so many bytes, and adds all that it carries to a digest.
    /// </summary>
    public sealed class MemoryWire
    {
        private const int Capacity = 8192;

        private readonly byte[] ring = new byte[Capacity];
        private readonly Digest digest;
        private readonly int garbles;
        private int read;
        private int written;

        /// <summary>Makes an empty wire.</summary>
        /// <param name="digest">Takes every byte.</param>
        /// <param name="garbles">Every so many bytes one has a bit flipped; 0 for none.</param>
        public MemoryWire(Digest digest, int garbles)
        {
            this.digest = digest;
            this.garbles = garbles;
        }

        /// <summary>Takes bytes to carry, as many as there is room for.</summary>
        public int Write(byte[] buffer, int offset, int count)
        {
            int room = Capacity - (written - read);
            int taken = count < room ? count : room;
            for (int i = 0; i < taken; i++)
            {
                int value = buffer[offset + i];
                written++;
                if (garbles != 0 && written % garbles == 0)
                {
                    value ^= 16;
                }

                digest.Add(value);
                ring[written & (Capacity - 1)] = (byte)value;
            }

            return taken;
        }

        /// <summary>Gives bytes out.</summary>
        public int Read(byte[] buffer, int offset, int count)
        {
            int taken = written - read < count ? written - read : count;
            for (int i = 0; i < taken; i++)
            {
                read++;
                buffer[offset + i] = ring[read & (Capacity - 1)];
            }

            return taken;
        }
    }
}
