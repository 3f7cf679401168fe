using ScEdge.Stochastic.Cbram;

namespace ScEdge.Stochastic.Optimizers
{
    /// <summary>
    /// Adds a stream's change of each quantity to the registers of a range, or takes it away, and lets them decay.
    /// </summary>
    internal static class RegisterCircuit
    {
        /// <summary>Updates the registers of a range.</summary>
        /// <param name="tensor">Tensor of the registers.</param>
        /// <param name="update">What to change by what.</param>
        /// <param name="start">First parameter.</param>
        /// <param name="end">End of the range, exclusive.</param>
        /// <param name="counts">Receives what the circuit did.</param>
        /// <returns>The largest magnitude of the range's registers.</returns>
        public static uint Run(TensorOptimizer tensor, RegisterUpdate update, int start, int end, OperationCounts counts)
        {
            if (FusedUpdate.Fits(update, tensor.Bank))
            {
                return FusedUpdate.Run(update, tensor.Bank, start, end, counts);
            }

            short[] registers = update.Registers;
            short[] quantities = update.Quantities;
            UpdatePath path = update.Path;
            UpdatePath decay = update.Decay;
            bool takeAway = update.TakeAway;
            int limit = update.Limit;
            int lanes = tensor.Bank.Lanes;
            int lane = tensor.LaneOf(start);
            int maximum = 0;
            for (int i = start; i < end; i++)
            {
                int value = registers[i];
                int change = path.Change(i, lane, quantities[i], counts);
                if (takeAway)
                {
                    change = -change;
                }

                if (decay != null)
                {
                    change -= decay.Change(i, lane, value, counts);
                }

                value += change;
                if (value > limit || value < -limit)
                {
                    value = Clipped(value, limit, counts);
                }

                registers[i] = (short)value;
                int magnitude = value < 0 ? -value : value;
                if (magnitude > maximum)
                {
                    maximum = magnitude;
                }

                lane++;
                if (lane == lanes)
                {
                    lane = 0;
                }
            }

            counts.RegisterReads += update.ReadsPerParameter * (end - start);
            counts.RegisterWrites += end - start;
            return (uint)maximum;
        }

        /// <summary>Returns the end of the register that a value went beyond, and counts the saturation.</summary>
        public static int Clipped(int value, int limit, OperationCounts counts)
        {
            counts.Saturations++;
            return value < 0 ? -limit : limit;
        }
    }
}
