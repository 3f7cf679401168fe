using ScEdge.Stochastic.Cbram;

namespace ScEdge.Stochastic.Optimizers
{
    /// <summary>
    /// Lets the registers of a range follow the magnitude of a quantity: a &lt;- a + SC(|quantity|) - SC(share of a), at least 1.
    /// </summary>
    internal static class ScaleCircuit
    {
        /// <summary>Updates the registers of a range; parameters and result as in <see cref="RegisterCircuit"/>.</summary>
        /// <remarks>The tensor's first gradient other than zero sets the registers instead of changing them.</remarks>
        public static uint Run(TensorOptimizer tensor, RegisterUpdate update, int start, int end, OperationCounts counts)
        {
            short[] registers = update.Registers;
            short[] quantities = update.Quantities;
            int limit = update.Limit;
            bool isFirst = tensor.IsFirstGradient;
            int shift = tensor.GradientShift;
            int maximum = 0;
            for (int i = start; i < end; i++)
            {
                int magnitude = quantities[i] < 0 ? -quantities[i] : quantities[i];
                int value = registers[i];
                if (isFirst)
                {
                    value = shift >= 0 ? magnitude << shift : magnitude >> -shift;
                }
                else
                {
                    int lane = tensor.LaneOf(i);
                    value += update.Path.Change(i, lane, magnitude, counts) - update.Decay.Change(i, lane, value, counts);
                }

                if (value > limit)
                {
                    value = RegisterCircuit.Clipped(value, limit, counts);
                }

                // A scale of zero would ask for a division by zero; one step is the least that a register tells.
                if (value < 1)
                {
                    value = 1;
                }

                registers[i] = (short)value;
                if (value > maximum)
                {
                    maximum = value;
                }
            }

            counts.RegisterReads += end - start;
            counts.RegisterWrites += end - start;
            return (uint)maximum;
        }
    }
}
