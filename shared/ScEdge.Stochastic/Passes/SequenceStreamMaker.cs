using ScEdge.Stochastic.Cbram;

namespace ScEdge.Stochastic.Passes
{
    /// <summary>
    /// One sequence of random numbers for all numbers of a tensor: bit t of a stream is one where R(t) &lt; P.
    /// </summary>
    /// <remarks>
    /// <para>Streams of one tensor are nested, correlation +1. A product needs independence of its two factors only, which come from two
    /// sequences: E[C] = N pa pb. But the products of one sum share their noise: with own bits the variance of a sum of K products is that of K
    /// independent ones, here it grows with the square of what they have in common. popcount(a AND w) depends on two levels alone.</para>
    /// <para>The generators' work is counted: the cells' for the sequence (16 digits of N numbers), a number of N bits for each comparator.</para>
    /// </remarks>
    public sealed class SequenceStreamMaker : IStreamMaker
    {
        private readonly RandomSequence sequence;
        private readonly ushort[] numbers;

        /// <summary>Makes the maker of a stream.</summary>
        /// <param name="sequence">Draws the random numbers.</param>
        public SequenceStreamMaker(RandomSequence sequence)
        {
            this.sequence = sequence;
            numbers = new ushort[sequence.Length];
        }

        /// <inheritdoc/>
        public int Length
        {
            get { return sequence.Length; }
        }

        /// <summary>Gets what draws the random numbers.</summary>
        public RandomSequence Sequence
        {
            get { return sequence; }
        }

        /// <inheritdoc/>
        public void Begin(uint serial, OperationCounts counts)
        {
            sequence.Fill(serial, numbers, counts);
        }

        /// <inheritdoc/>
        public void Draw(int index, uint probability, uint[] words, int offset, OperationCounts counts)
        {
            for (int first = 0; first < numbers.Length; first += 32)
            {
                uint bits = 0;
                for (int t = 0; t < 32 && first + t < numbers.Length; t++)
                {
                    if (numbers[first + t] < probability)
                    {
                        bits |= 1u << t;
                    }
                }

                words[offset + (first / 32)] = bits;
            }

            counts.Numbers++;
            counts.Bits += numbers.Length;
        }
    }
}
