using ScEdge.Stochastic.Sources;

namespace ScEdge.Stochastic.Optimizers
{
    /// <summary>
    /// Shifts whole tensors of registers from one power-of-two scale to the next.
    /// </summary>
    public static class RegisterScale
    {
        /// <summary>Returns the largest magnitude among registers, 0 without any.</summary>
        public static uint MaximumOf(short[] registers)
        {
            return MaximumOf(registers, registers.Length);
        }

        /// <summary>Returns the largest magnitude among the first registers, 0 without any.</summary>
        public static uint MaximumOf(short[] registers, int count)
        {
            int maximum = 0;
            for (int i = 0; i < count; i++)
            {
                int magnitude = registers[i] < 0 ? -registers[i] : registers[i];
                if (magnitude > maximum)
                {
                    maximum = magnitude;
                }
            }

            return (uint)maximum;
        }

        /// <summary>Returns the number of binary digits of a value, 0 for zero.</summary>
        public static int DigitsOf(uint value)
        {
            int digits = 0;
            while (digits < 32 && value >> digits != 0)
            {
                digits++;
            }

            return digits;
        }

        /// <summary>Returns the fraction bits with which registers start: eight of the first step's largest gradients fit.</summary>
        /// <param name="gradientFractionBits">Fraction bits of the gradients.</param>
        /// <param name="registerBits">Bits of a register including its sign.</param>
        /// <param name="gradientMaximum">Largest magnitude of a gradient, not 0.</param>
        public static int FirstFractionBits(int gradientFractionBits, int registerBits, uint gradientMaximum)
        {
            return gradientFractionBits + registerBits - 4 - DigitsOf(gradientMaximum);
        }

        /// <summary>Decides how registers must be shifted: they are halved past half of their range, doubled below an eighth.</summary>
        /// <param name="maximum">Largest magnitude of all registers of the tensor.</param>
        /// <param name="limit">Largest magnitude that a register holds.</param>
        /// <returns>-1 to halve, 1 to double, 0 to leave them.</returns>
        public static int ShiftFor(uint maximum, int limit)
        {
            return maximum > limit / 2 ? -1 : maximum != 0 && maximum < limit / 8 ? 1 : 0;
        }

        /// <summary>Doubles the first <paramref name="count"/> registers; none may exceed half of its range.</summary>
        public static void Double(short[] registers, int count)
        {
            for (int i = 0; i < count; i++)
            {
                registers[i] = (short)(registers[i] * 2);
            }
        }

        /// <summary>Halves registers; a fair bit decides which way an odd one is rounded, so the mean stays.</summary>
        /// <param name="registers">Registers.</param>
        /// <param name="count">How many to halve, from the first on.</param>
        /// <param name="key">Key of the rounding's stream.</param>
        /// <param name="counter">First counter to use; one word serves 32 registers.</param>
        /// <returns>The counter after the last one used.</returns>
        public static uint Halve(short[] registers, int count, ulong key, uint counter)
        {
            uint bits = 0;
            for (int i = 0; i < count; i++)
            {
                if ((i & 31) == 0)
                {
                    bits = CounterGenerator.Word((uint)key, (uint)(key >> 32), counter);
                    counter++;
                }

                // The shift rounds down; a one rounds an odd register up instead.
                int value = registers[i] + (int)(bits & 1);
                registers[i] = (short)(value >> 1);
                bits >>= 1;
            }

            return counter;
        }
    }
}
