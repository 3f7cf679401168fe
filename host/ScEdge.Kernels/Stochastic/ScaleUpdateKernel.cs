using System;
using System.Runtime.CompilerServices;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Kernels.Stochastic;

/// <summary>
/// Registers that follow the magnitude of a quantity, on vectors: the twin of what <see cref="PhaseWork.ScaleUpdate"/> names.
/// </summary>
internal static unsafe class ScaleUpdateKernel
{
    /// <summary>Updates the registers of a range, which is not empty; parameters and result as in <see cref="PhaseKernel"/>.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static uint Run<TTier>(TensorOptimizer tensor, in RegisterUpdate update, int start, int end, OperationCounts counts)
        where TTier : struct, IWordTier
    {
        fixed (short* registers = update.Registers, quantities = update.Quantities)
        fixed (byte* classes = tensor.Bank.Classes)
        {
            CellPointers cells = new(tensor.Bank, classes);
            UpdateStream change = new(update.Path, cells, null);
            UpdateStream decay = new(update.Decay, cells, null);
            byte* room = stackalloc byte[NumberBatch.RoomBytes];
            NumberBatch* batch = NumberBatch.On(room);
            int* values = stackalloc int[3 * NumberBatch.Capacity];
            int* changes = values + NumberBatch.Capacity;
            int* decays = changes + NumberBatch.Capacity;
            int limit = update.Limit;
            int maximum = 0;
            long saturations = 0;
            int count;
            for (int i = start; i < end; i += count)
            {
                count = Math.Min(NumberBatch.Capacity, end - i);
                int lane = tensor.LaneOf(i);
                RegisterUpdateKernel.Widen(quantities + i, changes, count);
                for (int j = 0; j < count; j++)
                {
                    changes[j] = Math.Abs(changes[j]);
                }

                change.Change<TTier>(changes, changes, batch, count, i, lane);
                RegisterUpdateKernel.Widen(registers + i, values, count);
                decay.Change<TTier>(values, decays, batch, count, i, lane);
                for (int j = 0; j < count; j++)
                {
                    int value = values[j] + changes[j] - decays[j];
                    saturations += value > limit ? 1 : 0;
                    values[j] = Math.Max(Math.Min(value, limit), 1);
                    maximum = Math.Max(maximum, values[j]);
                }

                RegisterUpdateKernel.Narrow(values, registers + i, count);
            }

            change.AddTo(counts);
            decay.AddTo(counts);
            counts.Saturations += saturations;
            counts.RegisterReads += end - start;
            counts.RegisterWrites += end - start;
            return (uint)maximum;
        }
    }
}
