using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Kernels.Stochastic;

/// <summary>
/// Registers that move by one stream of a quantity, on vectors: the twin of what <see cref="PhaseWork.RegisterUpdate"/> names.
/// </summary>
internal static unsafe class RegisterUpdateKernel
{
    /// <summary>Updates the registers of a range, which is not empty; parameters and result as in <see cref="PhaseKernel"/>.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static uint Run<TTier>(
        TensorOptimizer tensor, in RegisterUpdate update, int start, int end, OperationCounts counts)
        where TTier : struct, IWordTier
    {
        CellBank bank = tensor.Bank;
        fixed (short* registers = update.Registers, quantities = update.Quantities)
        fixed (byte* classes = bank.Classes)
        fixed (uint* multiplier = update.Path.Multiplier, decayMultiplier = update.Decay?.Multiplier)
        {
            CellPointers cells = new(bank, classes);
            UpdateStream change = new(update.Path, cells, multiplier);
            UpdateStream decay = update.Decay is null ? default : new(update.Decay, cells, decayMultiplier);
            byte* room = stackalloc byte[NumberBatch.RoomBytes];
            NumberBatch* batch = NumberBatch.On(room);
            int* values = stackalloc int[3 * NumberBatch.Capacity];
            int* changes = values + NumberBatch.Capacity;
            int* decays = changes + NumberBatch.Capacity;
            int maximum = 0;
            long saturations = 0;
            int count;
            for (int i = start; i < end; i += count)
            {
                count = Math.Min(NumberBatch.Capacity, end - i);
                int lane = tensor.LaneOf(i);
                Widen(quantities + i, changes, count);
                change.Change<TTier>(changes, changes, batch, count, i, lane);
                Widen(registers + i, values, count);
                if (update.Decay is not null)
                {
                    decay.Change<TTier>(values, decays, batch, count, i, lane);
                }

                Add(values, changes, update.TakeAway, update.Decay is null ? null : decays, count);
                maximum = Math.Max(maximum, Clip(values, count, update.Limit, ref saturations));
                Narrow(values, registers + i, count);
            }

            change.AddTo(counts);
            decay.AddTo(counts);
            counts.Saturations += saturations;
            counts.RegisterReads += update.ReadsPerParameter * (end - start);
            counts.RegisterWrites += end - start;
            return (uint)maximum;
        }
    }

    /// <summary>Widens registers, with zeros up to the next whole vector.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    internal static void Widen(short* source, int* destination, int count)
    {
        RegisterValueKernel.Widen(new ReadOnlySpan<short>(source, count), new Span<int>(destination, count));
        for (int i = count; i % Vector<int>.Count != 0; i++)
        {
            destination[i] = 0;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    internal static void Narrow(int* source, short* destination, int count)
    {
        int i = 0;
        for (; i + Vector<short>.Count <= count; i += Vector<short>.Count)
        {
            Vector.Narrow(Vector.Load(source + i), Vector.Load(source + i + Vector<int>.Count)).Store(destination + i);
        }

        for (; i < count; i++)
        {
            destination[i] = (short)source[i];
        }
    }

    /// <summary>Adds the changes or takes them away, and takes away the decay.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Add(int* values, int* changes, bool takeAway, int* decays, int count)
    {
        Vector<int> minus = new(takeAway ? -1 : 0);
        for (int i = 0; i < count; i += Vector<int>.Count)
        {
            Vector<int> change = (Vector.Load(changes + i) ^ minus) - minus;
            Vector<int> decay = decays == null ? Vector<int>.Zero : Vector.Load(decays + i);
            (Vector.Load(values + i) + change - decay).Store(values + i);
        }
    }

    /// <summary>Holds values within the register, counts those that were not, and returns the largest magnitude.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    internal static int Clip(int* values, int count, int limit, ref long saturations)
    {
        Vector<int> clips = Vector<int>.Zero;
        Vector<int> maximum = Vector<int>.Zero;
        for (int i = 0; i < count; i += Vector<int>.Count)
        {
            Vector<int> used = Vector.LessThan(Vector<int>.Indices, new Vector<int>(count - i));
            Vector<int> value = Vector.Load(values + i) & used;
            Vector<int> clipped = Vector.Min(Vector.Max(value, new Vector<int>(-limit)), new Vector<int>(limit));

            // A comparison that holds is -1 in its lane.
            clips += Vector<int>.One + Vector.Equals(value, clipped);
            maximum = Vector.Max(maximum, Vector.Abs(clipped));
            clipped.Store(values + i);
        }

        saturations += Vector.Sum(clips);
        int largest = 0;
        for (int lane = 0; lane < Vector<int>.Count; lane++)
        {
            largest = Math.Max(largest, maximum[lane]);
        }

        return largest;
    }
}
