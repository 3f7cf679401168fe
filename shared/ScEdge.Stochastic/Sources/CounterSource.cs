namespace ScEdge.Stochastic.Sources
{
    /// <summary>
    /// Independent uniform numbers: the top bits of <see cref="CounterGenerator"/> at counters 0, 1, 2, ...
    /// </summary>
    /// <remarks>
    /// The source of the theory lines: streams made from it have independent Bernoulli bits, variance p (1 - p) / N.
    /// (seed, stream, step) is its identity; any two that differ are independent. Period 2^32.
    /// </remarks>
    public sealed class CounterSource : INumberSource
    {
        private readonly uint keyLow;
        private readonly uint keyHigh;
        private readonly int shift;
        private uint counter;

        /// <summary>Makes the source of an identity.</summary>
        /// <param name="seed">Seed of the run.</param>
        /// <param name="stream">Identity of the stream.</param>
        /// <param name="step">Step (time) index.</param>
        /// <param name="width">Bits of a number, 1..32.</param>
        public CounterSource(ulong seed, uint stream, uint step, int width)
        {
            Width = SourceWidth.Require(width, 1);
            ulong key = CounterGenerator.Key(seed, stream, step);
            keyLow = (uint)key;
            keyHigh = (uint)(key >> 32);
            shift = 32 - width;
        }

        /// <inheritdoc/>
        public int Width { get; }

        /// <inheritdoc/>
        public uint Next()
        {
            uint word = CounterGenerator.Word(keyLow, keyHigh, counter);
            counter++;
            return word >> shift;
        }

        /// <inheritdoc/>
        public void Reset()
        {
            counter = 0;
        }
    }
}
