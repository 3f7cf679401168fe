using ScEdge.Stochastic.Sources;

namespace ScEdge.Stochastic.Cbram
{
    /// <summary>
    /// Draws up to 32 independent bits of one probability at once: the bit-sliced comparator.
    /// </summary>
    /// <remarks>
    /// <para>Bit j is one exactly when R_j is below P, where the 16-bit random number R_j of lane j is spelled by bit j
    /// of successive counter words, most significant digit first. A lane is decided at the first digit in which R_j and
    /// P differ, so the words are compared, not the numbers: half of the undecided lanes fall out with every word, and
    /// 32 lanes need 6.3 words on average instead of the 16 that 32 separate comparators would need. The law is the
    /// comparator's own, exact for every P of 0..65536.</para>
    /// <para>Two thresholds drawn at the same counter meet the same R_j, so their bits are nested: what a cell shows
    /// when one pulse is read at two times.</para>
    /// </remarks>
    public static class BernoulliWord
    {
        /// <summary>Counter words that one 32-bit word of a stream may consume: the width of the comparator.</summary>
        public const int CounterStride = 16;

        /// <summary>The probability one on the scale of the comparator.</summary>
        public const uint One = 1u << CounterStride;

        /// <summary>Draws the bits of one stream word.</summary>
        /// <param name="probability">P, 0..65536, the probability of a one in units of 2^-16.</param>
        /// <param name="mask">The lanes in use; all others stay zero.</param>
        /// <param name="keyLow">Low half of the stream's key.</param>
        /// <param name="keyHigh">High half of the stream's key.</param>
        /// <param name="counter">First counter of this word; it and the 15 that follow belong to the word.</param>
        /// <param name="counts">Receives the number of random words consumed.</param>
        public static uint Draw(
            uint probability, uint mask, uint keyLow, uint keyHigh, uint counter, OperationCounts counts)
        {
            if (probability >= One)
            {
                return mask;
            }

            uint ones = 0;
            uint undecided = mask;
            uint first = counter;

            // Once the digits left in P are all zero, no undecided R_j can still turn out smaller.
            uint digits = probability << CounterStride;
            while (digits != 0 && undecided != 0)
            {
                uint word = CounterGenerator.Word(keyLow, keyHigh, counter);
                counter++;

                // All ones where the digit is a one: a lane whose digit differs is decided, as a one if its own is zero.
                // (Not (int)digits >> 31: the chip's interpreter shifts by the type of the local, without the sign.)
                uint digit = 0u - (digits >> 31);
                ones |= undecided & digit & ~word;
                undecided &= ~(word ^ digit);
                digits <<= 1;
            }

            counts.RandomWords += counter - first;
            return ones;
        }
    }
}
