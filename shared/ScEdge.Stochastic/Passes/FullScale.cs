using ScEdge.Stochastic.Cbram;

namespace ScEdge.Stochastic.Passes
{
    /// <summary>
    /// The power of two that the probability one stands for, and the way from integers to probabilities under it.
    /// </summary>
    /// <remarks>
    /// Integers x of a unit 2^e become P = |x| 2^(e - F + 16), rounded half up: the value P / 65536 x 2^F. The smallest F that holds every
    /// integer of a tensor uses the upper half of the range and costs a shift, no multiplication.
    /// </remarks>
    public struct FullScale
    {
        /// <summary>F: the probability one stands for 2^F.</summary>
        public int Exponent;

        /// <summary>Digits by which a magnitude is shifted left to give P in units of 2^-16; negative: right.</summary>
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

            return At(digits + unitExponent, unitExponent);
        }

        /// <summary>Returns a given full scale for integers of a unit.</summary>
        /// <param name="exponent">F.</param>
        /// <param name="unitExponent">e.</param>
        public static FullScale At(int exponent, int unitExponent)
        {
            FullScale scale;
            scale.Exponent = exponent;
            scale.Shift = unitExponent - exponent + 16;
            return scale;
        }

        /// <summary>Returns P in units of 2^-16.</summary>
        /// <param name="magnitude">Magnitude, at most 2^(F - e).</param>
        public uint Probability(uint magnitude)
        {
            uint probability = Shift >= 0 ? magnitude << Shift : Shift < -32 ? 0 : ((magnitude >> (-Shift - 1)) + 1) >> 1;
            return probability < BernoulliWord.One ? probability : BernoulliWord.One;
        }
    }
}
