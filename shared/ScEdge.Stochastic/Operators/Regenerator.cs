using ScEdge.Stochastic.Sources;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Stochastic.Operators
{
    /// <summary>
    /// A stream made anew from its count: counter, then comparator on a fresh source.
    /// </summary>
    /// <remarks>
    /// The sure way to remove correlation before reconvergence or squaring. It costs a counter, a comparator, a source
    /// and a latency of N cycles, since no bit can leave before the last has been counted. P = C 2^w / N rounded half
    /// up, exact when N divides 2^w; given C the new stream's variance is that of the source, for independent numbers
    /// another p (1 - p) / N on top of what the count already had. Encoding, scale and sign stay.
    /// </remarks>
    public sealed class Regenerator
    {
        private readonly StochasticNumberGenerator generator;

        /// <summary>Makes the circuit.</summary>
        /// <param name="generator">Generator on a source that nothing upstream has used.</param>
        public Regenerator(StochasticNumberGenerator generator)
        {
            this.generator = generator;
        }

        /// <summary>Regenerates a stream at its own length.</summary>
        public Bitstream Regenerate(Bitstream stream)
        {
            long length = stream.Length;
            long probability = ((stream.CountOnes() * generator.One) + (length >> 1)) / length;
            Bitstream fresh = new Bitstream(stream.Length, stream.Encoding, stream.ScaleExponent, stream.IsNegative);
            return generator.Fill(fresh, probability);
        }
    }
}
