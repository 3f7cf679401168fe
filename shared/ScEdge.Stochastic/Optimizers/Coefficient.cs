namespace ScEdge.Stochastic.Optimizers
{
    /// <summary>
    /// A positive factor as a 16-bit mantissa and a power of two: value = Mantissa x 2^Exponent.
    /// </summary>
    /// <remarks>
    /// The mantissa is kept within [2^15, 2^16), so a factor is exact if it is a power of two and otherwise within
    /// 2^-16 of its value. Integers alone, so that every machine derives the same probabilities from it.
    /// </remarks>
    public struct Coefficient
    {
        /// <summary>Mantissa, 32768..65535.</summary>
        public uint Mantissa;

        /// <summary>Power of two of the mantissa's last digit.</summary>
        public int Exponent;

        /// <summary>Returns 2^<paramref name="exponent"/>.</summary>
        public static Coefficient PowerOfTwo(int exponent)
        {
            Coefficient result;
            result.Mantissa = 1u << 15;
            result.Exponent = exponent - 15;
            return result;
        }

        /// <summary>Returns <paramref name="units"/> x 2^-16.</summary>
        /// <param name="units">1..65536.</param>
        public static Coefficient FromFraction(uint units)
        {
            return Normalized(units, -16);
        }

        /// <summary>Returns this factor times 2^<paramref name="exponent"/>, exactly.</summary>
        public Coefficient Scaled(int exponent)
        {
            Coefficient result;
            result.Mantissa = Mantissa;
            result.Exponent = Exponent + exponent;
            return result;
        }

        /// <summary>Returns the product of two factors, rounded to the mantissa.</summary>
        public Coefficient Times(Coefficient other)
        {
            return Normalized((ulong)Mantissa * other.Mantissa, Exponent + other.Exponent);
        }

        /// <summary>Returns this factor divided by a stream length, rounded to the mantissa.</summary>
        public Coefficient DividedBy(int length)
        {
            return Normalized(((ulong)Mantissa << 32) / (uint)length, Exponent - 32);
        }

        private static Coefficient Normalized(ulong mantissa, int exponent)
        {
            while (mantissa < 1u << 15)
            {
                mantissa <<= 1;
                exponent--;
            }

            // Round half up at the last digit kept; a carry out of it makes one more step necessary.
            while (mantissa >= 1u << 16)
            {
                int excess = 0;
                while ((mantissa >> excess) >= 1u << 16)
                {
                    excess++;
                }

                mantissa = (mantissa + (1UL << (excess - 1))) >> excess;
                exponent += excess;
            }

            Coefficient result;
            result.Mantissa = (uint)mantissa;
            result.Exponent = exponent;
            return result;
        }
    }
}
