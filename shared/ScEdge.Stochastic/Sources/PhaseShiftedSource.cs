namespace ScEdge.Stochastic.Sources
{
    /// <summary>
    /// A source that runs a number of cycles ahead: the other phase of a shared register or sequence.
    /// </summary>
    /// <remarks>
    /// Models hardware that taps one generator twice. It decorrelates only as far as the sequence has no memory: enough for
    /// independent numbers, not for the neighbouring states of a shift register or of Sobol's sequence.
    /// </remarks>
    public sealed class PhaseShiftedSource : INumberSource
    {
        private readonly INumberSource source;
        private readonly int cycles;

        /// <summary>Wraps a source, resets it and skips its first numbers.</summary>
        /// <param name="source">Source to run ahead; no one else may draw from it.</param>
        /// <param name="cycles">Numbers to skip, 0 or more.</param>
        public PhaseShiftedSource(INumberSource source, int cycles)
        {
            this.source = source;
            this.cycles = cycles;
            Reset();
        }

        /// <inheritdoc/>
        public int Width
        {
            get { return source.Width; }
        }

        /// <inheritdoc/>
        public uint Next()
        {
            return source.Next();
        }

        /// <inheritdoc/>
        public void Reset()
        {
            source.Reset();
            for (int i = 0; i < cycles; i++)
            {
                source.Next();
            }
        }
    }
}
