using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Kernels.Stochastic;

/// <summary>
/// The two phases of Adam that are no <see cref="RegisterUpdate"/>: its scale, and the weights by the quotient of mean and scale.
/// </summary>
internal static unsafe class AdamKernel
{
    /// <summary>Updates the registers of a range; parameters and result as in <see cref="RegisterUpdateKernel"/>.</summary>
    public static uint RunPhase(
        VectorTier tier, AdamOptimizer adam, int phase, short[] gradients, int start, int end, OperationCounts counts)
    {
        QuotientUpdate quotient = adam.QuotientOfStep();
        bool isScalar = tier == VectorTier.Scalar || (phase == 1 && adam.StartsScale) || !CanServe(adam, quotient.Length);
        if (isScalar)
        {
            return adam.RunPhase(phase, gradients, start, end, counts);
        }

        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, Math.Min(adam.Weights.Length, phase == 1 ? gradients.Length : end));
        if (start >= end)
        {
            return 0;
        }

        return tier switch
        {
            VectorTier.Bits512 => RunPhase<WordTier512>(adam, in quotient, phase, gradients, start, end, counts),
            VectorTier.Bits256 => RunPhase<WordTier256>(adam, in quotient, phase, gradients, start, end, counts),
            _ => RunPhase<WordTier128>(adam, in quotient, phase, gradients, start, end, counts),
        };
    }

    private static bool CanServe(AdamOptimizer adam, int quotientLength)
    {
        int longest = Math.Max(adam.Path(StreamKind.ScaleGradient).Length, adam.Path(StreamKind.ScaleDecay).Length);
        int decay = adam.Path(StreamKind.WeightDecay)?.Length ?? 0;
        return CellPointers.CanServe(adam.Bank, Math.Max(Math.Max(longest, decay), quotientLength));
    }

    private static uint RunPhase<TTier>(
        AdamOptimizer adam, in QuotientUpdate quotient, int phase, short[] gradients, int start, int end, OperationCounts counts)
        where TTier : struct, IWordTier =>
        phase == 1 ? UpdateScale<TTier>(adam, gradients, start, end, counts) : UpdateWeights<TTier>(adam, in quotient, start, end, counts);

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static uint UpdateScale<TTier>(AdamOptimizer adam, short[] gradients, int start, int end, OperationCounts counts)
        where TTier : struct, IWordTier
    {
        fixed (short* registers = adam.Auxiliary(1), quantities = gradients)
        fixed (byte* classes = adam.Bank.Classes)
        {
            CellPointers cells = new(adam.Bank, classes);
            UpdateStream change = new(adam.Path(StreamKind.ScaleGradient), cells, null);
            UpdateStream decay = new(adam.Path(StreamKind.ScaleDecay), cells, null);
            byte* room = stackalloc byte[NumberBatch.RoomBytes];
            NumberBatch* batch = NumberBatch.On(room);
            int* values = stackalloc int[3 * NumberBatch.Capacity];
            int* changes = values + NumberBatch.Capacity;
            int* decays = changes + NumberBatch.Capacity;
            int limit = adam.AuxiliaryLimit;
            int maximum = 0;
            long saturations = 0;
            int count;
            for (int i = start; i < end; i += count)
            {
                count = Math.Min(NumberBatch.Capacity, end - i);
                int lane = adam.LaneOf(i);
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

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static uint UpdateWeights<TTier>(
        AdamOptimizer adam, in QuotientUpdate quotient, int start, int end, OperationCounts counts)
        where TTier : struct, IWordTier
    {
        UpdatePath? decayPath = adam.Path(StreamKind.WeightDecay);
        fixed (short* weights = adam.Weights, means = quotient.Means, scales = quotient.Scales)
        fixed (byte* classes = adam.Bank.Classes)
        {
            CellPointers cells = new(adam.Bank, classes);
            QuotientGenerator generator = new(cells, in quotient, adam.FirstParameter);
            UpdateStream decay = decayPath is null ? default : new(decayPath, cells, null);
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
                int lane = adam.LaneOf(i);
                generator.Count<TTier>(means + i, scales + i, batch, &quotients, count, i, lane);
                RegisterUpdateKernel.Widen(weights + i, values, count);
                for (int j = 0; j < count; j++)
                {
                    quotients.Changes[j] = (int)batch->Ones[j] << quotient.QuantumShift;
                }

                if (decayPath is not null)
                {
                    decay.Change<TTier>(values, decays, batch, count, i, lane);
                }

                for (int j = 0; j < count; j++)
                {
                    int step = quotients.Changes[j];
                    values[j] -= (means[i + j] < 0 ? -step : step) + decays[j];
                }

                maximum = Math.Max(maximum, RegisterUpdateKernel.Clip(values, count, adam.WeightLimit, ref saturations));
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
