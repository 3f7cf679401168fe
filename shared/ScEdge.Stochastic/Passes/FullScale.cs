using ScEdge.Stochastic.Cbram;

namespace ScEdge.Stochastic.Passes
{
    /// <summary>
    /// The value that the probability one stands for, and the way from integers to probabilities under it.
    /// </summary>
    /// <remarks>
    /// <para>S = g / 8 x 2^F with g = 5, 6, 7 or 8. Integers x of a unit 2^e become P = |x| 2^(e - F + 16) 8 / g: the value P / 65536 x S.</para>
    /// <para>The variance that streams add to a sum of products grows with the full scales of both factors. The smallest power of two that holds
    /// every number is 1.44 times the largest of them on average over its logarithm, the smallest S 1.10 times: two factors have a variance
    /// smaller by 1.73, as if streams were that much longer. The price is a multiplication of each sum (not of each product) by a number of
    /// at most seven digits, see <see cref="SumUnit"/>.</para>
    /// </remarks>
    public struct FullScale
    {
        /// <summary>The largest g, where S is a power of two.</summary>
        public const int MostEighths = 8;

        private const int LeastEighths = 5;

        /// <summary>F.</summary>
        public int Exponent;

        /// <summary>g, 5 to 8.</summary>
        public int Eighths;

        /// <summary>8 / g in units of 2^-15, rounded.</summary>
        public uint Reciprocal;

        /// <summary>Digits by which a magnitude is shifted left to give its part of 2^F in units of 2^-16; negative: right.</summary>
        public int Shift;

        /// <summary>Returns the smallest full scale that holds a magnitude.</summary>
        /// <param name="maximum">Largest magnitude, 0..2^31.</param>
        /// <param name="unitExponent">e: one step of the integers is worth 2^e.</param>
        public static FullScale Of(uint maximum, int unitExponent)
        {
            int digits = 0;
            while (digits < 32 && maximum > 1u << digits)
            {
                digits++;
            }

            int eighths = MostEighths;
            while (eighths > LeastEighths && IsWithin(maximum, eighths - 1, digits))
            {
                eighths--;
            }

            return Of(digits + unitExponent, eighths, unitExponent);
        }

        /// <summary>Returns a power of two as full scale for integers of a unit.</summary>
        /// <param name="exponent">F.</param>
        /// <param name="unitExponent">e.</param>
        public static FullScale At(int exponent, int unitExponent)
        {
            return Of(exponent, MostEighths, unitExponent);
        }

        /// <summary>Returns P in units of 2^-16: the part of 2^F, rounded half up to 16 digits, times 8 / g, rounded half up again.</summary>
        /// <param name="magnitude">Magnitude; beyond the full scale P is one.</param>
        public uint Probability(uint magnitude)
        {
            uint part = Shift >= 0 ? magnitude << Shift : Shift < -32 ? 0 : ((magnitude >> (-Shift - 1)) + 1) >> 1;
            part = part < BernoulliWord.One ? part : BernoulliWord.One;
            uint probability = ((part * Reciprocal) + 16384) >> 15;
            return probability < BernoulliWord.One ? probability : BernoulliWord.One;
        }

        private static FullScale Of(int exponent, int eighths, int unitExponent)
        {
            FullScale scale;
            scale.Exponent = exponent;
            scale.Eighths = eighths;
            scale.Reciprocal = (uint)(((1 << 18) + (eighths / 2)) / eighths);
            scale.Shift = unitExponent - exponent + 16;
            return scale;
        }

        /// <summary>Returns whether a magnitude is at most so many eighths of 2^digits.</summary>
        private static bool IsWithin(uint magnitude, int eighths, int digits)
        {
            return digits < 3 ? magnitude << (3 - digits) <= eighths : magnitude <= (uint)eighths << (digits - 3);
        }
    }
}
