namespace ScEdge.Stochastic.Passes
{
    /// <summary>
    /// What a one in the counter of a product layer is worth, a power of two.
    /// </summary>
    public static class SumUnit
    {
        /// <summary>Returns the unit exponent of sums over products of two tensors' streams: log2 of what a one of the counter is worth.</summary>
        /// <param name="first">Full scale exponent of one tensor.</param>
        /// <param name="second">Full scale exponent of the other.</param>
        /// <param name="length">N, a power of two.</param>
        public static int Exponent(int first, int second, int length)
        {
            int exponent = first + second;
            for (int n = length; n > 1; n >>= 1)
            {
                exponent--;
            }

            return exponent;
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
