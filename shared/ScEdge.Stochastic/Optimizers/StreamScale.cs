namespace ScEdge.Stochastic.Optimizers
{
    /// <summary>
    /// The power-of-two scale of one stream in one step: from a magnitude to a probability, and from a count of ones
    /// back to a change of a register.
    /// </summary>
    /// <remarks>
    /// A quantity U = m c, a magnitude m in its register's steps times a coefficient c, counted in steps of the target
    /// register, becomes p = U / (N q) and returns as q C, with C ones among N bits. The quantum q = 2^k is the smallest
    /// power of two, not below one step, for which the largest magnitude of the tensor still has p at most 1; so p uses the
    /// upper half of its range and short streams suffice. E[q C] = U; Var[q C] = q^2 N p (1 - p).
    /// p is rounded to the comparator's 2^-16, which is exact for power-of-two coefficients and lengths as long as the
    /// magnitude's last digit is not below it, and otherwise adds at most N q 2^-17 to U.
    /// </remarks>
    public struct StreamScale
    {
        /// <summary>k: the quantum of one counted bit is 2^k register steps.</summary>
        public int QuantumShift;

        /// <summary>Mantissa of the coefficient, 32768..65535.</summary>
        public uint Mantissa;

        /// <summary>Places by which magnitude x Mantissa is shifted right to give p in units of 2^-16; negative: left.</summary>
        public int Shift;

        /// <summary>Chooses the scale for a tensor.</summary>
        /// <param name="maximum">Largest magnitude of the tensor, 0..65535.</param>
        /// <param name="coefficient">Factor from the magnitude's steps to the target register's steps.</param>
        /// <param name="length">Stream length N.</param>
        public static StreamScale For(uint maximum, Coefficient coefficient, int length)
        {
            Coefficient perBit = coefficient.DividedBy(length);
            uint product = maximum * perBit.Mantissa;
            int digits = 0;
            while (digits < 32 && (product - 1) >> digits != 0 && product != 0)
            {
                digits++;
            }

            StreamScale scale;
            scale.QuantumShift = digits + perBit.Exponent;
            if (scale.QuantumShift < 0 || maximum == 0)
            {
                scale.QuantumShift = 0;
            }

            scale.Mantissa = perBit.Mantissa;
            scale.Shift = scale.QuantumShift - perBit.Exponent - 16;
            return scale;
        }

        /// <summary>Returns p of a magnitude in units of 2^-16, rounded half up.</summary>
        /// <param name="magnitude">Magnitude, at most the maximum that the scale was chosen for.</param>
        public uint Probability(uint magnitude)
        {
            uint product = magnitude * Mantissa;
            if (Shift <= 0)
            {
                return product << -Shift;
            }

            return Shift > 32 ? 0 : ((product >> (Shift - 1)) + 1) >> 1;
        }

        /// <summary>Returns half of p in units of 2^-16, rounded half up: the swing of a bipolar stream about 1/2.</summary>
        /// <param name="magnitude">Magnitude, at most the maximum that the scale was chosen for.</param>
        public uint HalfProbability(uint magnitude)
        {
            uint product = magnitude * Mantissa;
            if (Shift < 0)
            {
                return product << (-Shift - 1);
            }

            return Shift > 31 ? 0 : ((product >> Shift) + 1) >> 1;
        }
    }
}
