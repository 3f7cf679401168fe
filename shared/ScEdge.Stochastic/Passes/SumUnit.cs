namespace ScEdge.Stochastic.Passes
{
    /// <summary>
    /// The unit of a product layer's sums: a power of two, whatever the full scales.
    /// </summary>
    /// <remarks>
    /// A one in the counter is worth Sa Sb / N = ga gb 2^(Fa + Fb - 6) / N. The count times ga gb is therefore the sum in steps of
    /// 2^(Fa + Fb - 6) / N, exactly.
    /// </remarks>
    public static class SumUnit
    {
        /// <summary>The most ones that a sum may count, taps times N: times 64, with a bias of 2^30, they stay within 32 bits.</summary>
        public const int MostOnes = 1 << 24;

        /// <summary>Returns the unit exponent of sums over products of two tensors' streams: log2 of what a step is worth.</summary>
        /// <param name="first">Full scale of one tensor.</param>
        /// <param name="second">Full scale of the other.</param>
        /// <param name="length">N, a power of two.</param>
        public static int Exponent(FullScale first, FullScale second, int length)
        {
            int exponent = first.Exponent + second.Exponent - 6;
            for (int n = length; n > 1; n >>= 1)
            {
                exponent--;
            }

            return exponent;
        }

        /// <summary>Returns how many steps a one of the counter is worth, 25 to 64.</summary>
        /// <param name="first">Full scale of one tensor.</param>
        /// <param name="second">Full scale of the other.</param>
        public static int Factor(FullScale first, FullScale second)
        {
            return first.Eighths * second.Eighths;
        }

        /// <summary>Converts a register to steps of another unit: exact to the left, rounded half up to the right, at most +-2^30.</summary>
        /// <param name="value">Register.</param>
        /// <param name="shift">Digits to the left; negative: to the right.</param>
        public static int Rescale(int value, int shift)
        {
            if (shift < 0)
            {
                return shift < -31 ? 0 : (int)((((long)value >> (-shift - 1)) + 1) >> 1);
            }

            const int Limit = 1 << 30;
            for (; shift > 0 && value != 0 && value < Limit && value > -Limit; shift--)
            {
                value *= 2;
            }

            return value >= Limit ? Limit : value <= -Limit ? -Limit : value;
        }
    }
}
