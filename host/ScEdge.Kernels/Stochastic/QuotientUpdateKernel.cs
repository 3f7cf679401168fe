using System;
using System.Runtime.CompilerServices;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Kernels.Stochastic;

/// <summary>
/// Registers that move by the quotient of two others, on vectors: the twin of what <see cref="PhaseWork.QuotientUpdate"/> names.
/// </summary>
internal static unsafe class QuotientUpdateKernel
{
    /// <summary>Updates the registers of a range, which is not empty; parameters and result as in <see cref="PhaseKernel"/>.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static uint Run<TTier>(TensorOptimizer tensor, in QuotientUpdate quotient, int start, int end, OperationCounts counts)
        where TTier : struct, IWordTier
    {
        fixed (short* weights = quotient.Weights, means = quotient.Means, scales = quotient.Scales)
        fixed (byte* classes = tensor.Bank.Classes)
        {
            CellPointers cells = new(tensor.Bank, classes);
            QuotientGenerator generator = new(cells, in quotient, tensor.FirstParameter);
            UpdateStream decay = quotient.Decay is null ? default : new(quotient.Decay, cells, null);
            byte* room = stackalloc byte[NumberBatch.RoomBytes];
            NumberBatch* batch = NumberBatch.On(room);
            QuotientBatch quotients;
            int* values = stackalloc int[2 * NumberBatch.Capacity];
            int* decays = values + NumberBatch.Capacity;
            new Span<int>(decays, NumberBatch.Capacity).Clear();
            int maximum = 0;
            long saturations = 0;
            int count;
            for (int i = start; i < end; i += count)
            {
                count = Math.Min(NumberBatch.Capacity, end - i);
                int lane = tensor.LaneOf(i);
                generator.Count<TTier>(means + i, scales + i, batch, &quotients, count, i, lane);
                RegisterUpdateKernel.Widen(weights + i, values, count);
                for (int j = 0; j < count; j++)
                {
                    quotients.Changes[j] = (int)batch->Ones[j] << quotient.QuantumShift;
                }

                if (quotient.Decay is not null)
                {
                    decay.Change<TTier>(values, decays, batch, count, i, lane);
                }

                for (int j = 0; j < count; j++)
                {
                    int step = quotients.Changes[j];
                    values[j] -= (means[i + j] < 0 ? -step : step) + decays[j];
                }

                maximum = Math.Max(maximum, RegisterUpdateKernel.Clip(values, count, quotient.Limit, ref saturations));
                RegisterUpdateKernel.Narrow(values, weights + i, count);
            }

            generator.AddTo(counts);
            decay.AddTo(counts);
            counts.Saturations += saturations;
            counts.RegisterReads += 3L * (end - start);
            counts.RegisterWrites += end - start;
            return (uint)maximum;
        }
    }
}
