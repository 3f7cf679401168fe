using System;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Stochastic.Operators
{
    /// <summary>
    /// Stream to binary: a counter of ones, wide enough for a stream of nothing else.
    /// </summary>
    /// <remarks>
    /// The register has BitsFor(N) bits, one more than log2 N for a power of two, so that N itself fits and nothing can be
    /// lost. E = N p, Var = N p (1 - p) for independent bits.
    /// </remarks>
    public sealed class BinaryCounter
    {
        private readonly long capacity;

        /// <summary>Makes a counter for a number of cycles.</summary>
        /// <param name="capacity">Most cycles that it will see before it is cleared, 1 or more.</param>
        public BinaryCounter(long capacity)
        {
            if (capacity < 1)
            {
                throw new ArgumentException("A counter is sized for at least one cycle, not " + capacity.ToString() + ".");
            }

            this.capacity = capacity;
            Bits = CounterRegister.BitsFor(capacity);
        }

        /// <summary>Gets the width of the register.</summary>
        public int Bits { get; }

        /// <summary>Gets the ones counted.</summary>
        public long Ones { get; private set; }

        /// <summary>Gets the cycles seen.</summary>
        public long Cycles { get; private set; }

        /// <summary>Counts the ones of a stream on top of those counted before.</summary>
        /// <exception cref="ArgumentException">More cycles than the counter was sized for.</exception>
        public void Count(Bitstream stream)
        {
            if (stream.Length > capacity - Cycles)
            {
                throw new ArgumentException(
                    "The counter is sized for " + capacity.ToString() + " cycles; clear it or make it wider.");
            }

            Ones += stream.CountOnes();
            Cycles += stream.Length;
        }

        /// <summary>Goes back to zero.</summary>
        public void Clear()
        {
            Ones = 0;
            Cycles = 0;
        }
    }
}
