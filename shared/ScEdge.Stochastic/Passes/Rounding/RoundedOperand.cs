using ScEdge.Stochastic.Cbram;

namespace ScEdge.Stochastic.Passes.Rounding
{
    /// <summary>
    /// The numbers of a tensor as binary integers of 16 bits, sign included.
    /// </summary>
    /// <remarks>
    /// x 2^e becomes Q = sign(x) min(|x| 2^(e + 15) / S, 2^15 - 1), rounded as a probability is: the value Q S 2^-15, with the full scale S that a
    /// stream of the number has. A number of the full scale itself is held at the largest integer, 2^-15 of itself below.
    /// </remarks>
    public static class RoundedOperand
    {
        /// <summary>Digits of a magnitude.</summary>
        public const int Digits = 15;

        /// <summary>Largest magnitude.</summary>
        public const int Largest = (1 << Digits) - 1;

        /// <summary>Returns the integer of a number.</summary>
        /// <param name="value">x.</param>
        /// <param name="scale">Scale of the tensor.</param>
        public static short Of(int value, FullScale scale)
        {
            // A digit less than the 16 of a probability.
            scale.Shift--;
            uint magnitude = scale.Probability((uint)(value < 0 ? -value : value));
            int held = magnitude < Largest ? (int)magnitude : Largest;
            return (short)(value < 0 ? -held : held);
        }

        /// <summary>Converts a map, or what errors and gradients are made of.</summary>
        /// <param name="values">The numbers.</param>
        /// <param name="scale">Their scale.</param>
        /// <param name="operands">Receives their integers.</param>
        /// <param name="counts">Receives the numbers.</param>
        public static void Convert(int[] values, FullScale scale, short[] operands, OperationCounts counts)
        {
            for (int i = 0; i < operands.Length; i++)
            {
                operands[i] = Of(values[i], scale);
            }

            counts.Numbers += operands.Length;
        }

        /// <summary>Converts registers; parameters as in the other.</summary>
        public static void Convert(short[] values, FullScale scale, short[] operands, OperationCounts counts)
        {
            for (int i = 0; i < operands.Length; i++)
            {
                operands[i] = Of(values[i], scale);
            }

            counts.Numbers += operands.Length;
        }
    }
}
