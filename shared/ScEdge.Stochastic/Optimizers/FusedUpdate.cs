using ScEdge.Stochastic.Cbram;

namespace ScEdge.Stochastic.Optimizers
{
    /// <summary>
    /// The update of a range of registers by <see cref="FusedStream"/>, for the commonest circuit: the chip's fast path.
    /// </summary>
    /// <remarks>
    /// <para>The same bits and counts as <see cref="TensorOptimizer"/>, <see cref="UpdatePath"/>, <see cref="CellBank"/>, <see cref="BernoulliWord"/>
    /// and <see cref="Streams.PopulationCount"/> give together; those are the definition, and a test holds the two equal.</para>
    /// <para>One stream at a time passes over the registers, the decay first: it depends on nothing but the register, and no
    /// value of a register leaves its limit by it, so the order of the two changes nothing.</para>
    /// </remarks>
    internal static class FusedUpdate
    {
        // Registers that were beyond their limit are clipped once, by the second stream.
        private const int NoLimit = int.MaxValue;

        // Counters whose sums with the key have the upper 15 digits in common, all that the first shift of a random word brings down.
        private const int BlockCounters = 1 << 17;

        /// <summary>Returns whether an update is of the kind that <see cref="Run"/> computes.</summary>
        public static bool Fits(RegisterUpdate update, CellBank bank)
        {
            bool nominal = bank.Classes == null && bank.Response == null && bank.Quantizer == null && bank.Stuck == null;
            return nominal && !bank.HasMemory && Fits(update.Path) && (update.Decay == null || FitsDecay(update.Decay, update.Limit));
        }

        /// <summary>Updates the registers of a range; parameters and result as in <see cref="TensorOptimizer"/>.</summary>
        public static uint Run(RegisterUpdate update, CellBank bank, int start, int end, OperationCounts counts)
        {
            short[] registers = update.Registers;
            if (update.Decay != null)
            {
                Add(registers, registers, update.Decay, -1, NoLimit, bank.SerialWrite, start, end, counts);
            }

            counts.RegisterReads += update.ReadsPerParameter * (end - start);
            counts.RegisterWrites += end - start;
            int sign = update.TakeAway ? -1 : 1;
            return Add(registers, update.Quantities, update.Path, sign, update.Limit, bank.SerialWrite, start, end, counts);
        }

        private static bool Fits(UpdatePath path)
        {
            StreamScale scale = path.Scale;
            return !path.IsCounted && !path.IsBipolar && path.Multiplier == null && path.Length <= 32 && scale.Shift > 0 && scale.Shift < 32;
        }

        private static bool FitsDecay(UpdatePath decay, int limit)
        {
            return Fits(decay) && decay.Length <= limit >> decay.Scale.QuantumShift;
        }

        /// <summary>Adds a stream to a range, in blocks of parameters whose counters have the upper 15 digits in common.</summary>
        private static uint Add(
            short[] registers,
            short[] quantities,
            UpdatePath path,
            int sign,
            int limit,
            bool serialWrite,
            int start,
            int end,
            OperationCounts counts)
        {
            uint maximum = 0;
            while (start < end)
            {
                uint counter = (uint)path.Key + ((uint)start * BernoulliWord.CounterStride);
                int parameters = (int)(BlockCounters - (counter % BlockCounters)) / BernoulliWord.CounterStride;
                parameters = parameters < end - start ? parameters : end - start;
                uint magnitude;
                if (parameters == 0)
                {
                    // Those digits change among the counters of this parameter.
                    parameters = 1;
                    magnitude = AddByDefinition(registers, start, sign * path.Change(start, 0, quantities[start], counts), limit, counts);
                }
                else
                {
                    magnitude = FusedStream.Add(registers, quantities, path, sign, limit, serialWrite, start, start + parameters, counts);
                }

                maximum = magnitude > maximum ? magnitude : maximum;
                start += parameters;
            }

            return maximum;
        }

        private static uint AddByDefinition(short[] registers, int index, int change, int limit, OperationCounts counts)
        {
            int value = registers[index] + change;
            int magnitude = value < 0 ? -value : value;
            if (magnitude > limit)
            {
                counts.Saturations++;
                magnitude = limit;
                value = value < 0 ? -limit : limit;
            }

            registers[index] = (short)value;
            return (uint)magnitude;
        }
    }
}
