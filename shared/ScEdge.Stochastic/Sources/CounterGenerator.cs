using System.Runtime.CompilerServices;

namespace ScEdge.Stochastic.Sources
{
    /// <summary>
    /// Counter-based random words: any word is reachable at once from (seed, stream, step, counter).
    /// </summary>
    /// <remarks>
    /// A word depends on nothing but its coordinates, so threads, SIMD lanes, tiles and boards may draw in any order
    /// and still get the same bits. (seed, stream, step) is mixed once into a 64-bit key; a word is then a keyed
    /// 32-bit mix of the counter: three multiplications, the second half of the key entering after the first, so that
    /// different keys give different permutations and not merely shifted ones. Three, because the last shift makes some
    /// pairs of lanes differ by one low bit of the last product, which two do not mix (hw-docs/decisions/0015). The
    /// multipliers and shifts of the 32-bit mix are those found by C. Wellons, "Prospecting for Hash Functions" (2018,
    /// triple32); the 64-bit mix is SplitMix64 (G. Steele, D. Lea, C. Flood, "Fast Splittable Pseudorandom Number
    /// Generators", OOPSLA 2014). It is a simulation generator, not a cryptographic one.
    /// </remarks>
    public static class CounterGenerator
    {
        // The desktop's value; the chip's enumeration does not name it and its interpreter ignores it.
        private const MethodImplOptions AggressiveInlining = (MethodImplOptions)256;

        private const ulong GoldenGamma = 0x9E3779B97F4A7C15UL;

        /// <summary>Mixes the coordinates of a stream into its 64-bit key.</summary>
        /// <param name="seed">Seed of the run; any value.</param>
        /// <param name="stream">Identity of the stream; distinct streams are independent.</param>
        /// <param name="step">Step (time) index; distinct steps are independent.</param>
        /// <returns>The key; its low and high halves are the two arguments of <see cref="Word"/>.</returns>
        public static ulong Key(ulong seed, uint stream, uint step)
        {
            ulong key = Mix(seed + GoldenGamma);
            return Mix(key ^ (((ulong)stream << 32) | step));
        }

        /// <summary>Draws the word at a counter: 32 independent fair bits.</summary>
        /// <param name="keyLow">Low half of the key.</param>
        /// <param name="keyHigh">High half of the key.</param>
        /// <param name="counter">Position in the stream; every value of the 32-bit range gives another word.</param>
        [MethodImpl(AggressiveInlining)]
        public static uint Word(uint keyLow, uint keyHigh, uint counter)
        {
            uint word = counter + keyLow;
            word ^= word >> 17;
            word *= 0xED5AD4BBu;
            word ^= keyHigh;
            word ^= word >> 11;
            word *= 0xAC4C1B51u;
            word ^= word >> 15;
            word *= 0x31848BABu;
            word ^= word >> 14;
            return word;
        }

        private static ulong Mix(ulong value)
        {
            value += GoldenGamma;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
            return value ^ (value >> 31);
        }
    }
}
