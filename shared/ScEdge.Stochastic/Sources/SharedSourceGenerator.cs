using ScEdge.Stochastic.Streams;

namespace ScEdge.Stochastic.Sources
{
    /// <summary>
    /// Makes several streams of maximal correlation: one source, one comparator for each number.
    /// </summary>
    /// <remarks>
    /// In every cycle all comparators meet the same R, so the streams are nested: where the smaller has a one the larger
    /// has one too, and their stochastic cross correlation is +1. Then, exactly and at every length,
    /// AND = min(pa, pb), OR = max(pa, pb), XOR = |pa - pb| and, bipolar, XNOR = 1 - 2 |pa - pb|, with p the shares of ones
    /// that the streams have. That saves sources where an operator wants nested operands (division, absolute
    /// difference) and ruins one that wants independent operands (a product). While generating it holds N numbers.
    /// </remarks>
    public sealed class SharedSourceGenerator
    {
        private readonly INumberSource source;
        private readonly int comparatorWidth;

        /// <summary>Makes the generator.</summary>
        /// <param name="source">The shared source.</param>
        /// <param name="comparatorWidth">w, 1 up to the source's width.</param>
        public SharedSourceGenerator(INumberSource source, int comparatorWidth)
        {
            this.source = source;
            this.comparatorWidth = comparatorWidth;
        }

        /// <summary>Generates one stream for each number from the source's next <paramref name="length"/> numbers.</summary>
        /// <param name="encoding">Encoding of all streams.</param>
        /// <param name="numerators">Numerators, in the range that the encoding has at w bits.</param>
        /// <param name="length">N, the number of bits.</param>
        /// <returns>The streams, in the order of the numbers.</returns>
        public Bitstream[] Generate(StreamEncoding encoding, long[] numerators, int length)
        {
            uint[] numbers = new uint[length];
            for (int t = 0; t < length; t++)
            {
                numbers[t] = source.Next();
            }

            TraceSource trace = new TraceSource(numbers, source.Width, TraceEnd.Wrap);
            StochasticNumberGenerator generator = new StochasticNumberGenerator(trace, comparatorWidth);
            Bitstream[] streams = new Bitstream[numerators.Length];
            for (int i = 0; i < streams.Length; i++)
            {
                streams[i] = generator.Generate(encoding, numerators[i], length);
            }

            return streams;
        }
    }
}
