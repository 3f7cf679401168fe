using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Kernels.Stochastic;

/// <summary>
/// The optimisers' steps on vectors: the same registers, maxima and counts as <see cref="TensorOptimizer.RunPhase"/>.
/// </summary>
/// <remarks>
/// <para>Sixteen parameters at a time pass from quantity to probability, bits, ones and register without leaving the
/// processor's registers and one block of the stack. The scalar code does what the kernels do not: cells with memory,
/// unequal cells in serial write, and the phases of Adam that are no <see cref="RegisterUpdate"/>.</para>
/// <para>Nothing is allocated. Ranges may run on any threads, each with counts of its own.</para>
/// </remarks>
public static unsafe class RegisterUpdateKernel
{
    /// <summary>Updates the registers of a range.</summary>
    /// <param name="tensor">Optimiser of the tensor, in the phase.</param>
    /// <param name="phase">Phase, 0 first.</param>
    /// <param name="gradients">Integer gradients of the tensor.</param>
    /// <param name="start">First parameter.</param>
    /// <param name="end">End of the range, exclusive.</param>
    /// <param name="counts">Receives what the circuit did.</param>
    /// <returns>The largest magnitude of the registers that the next phase scales by.</returns>
    public static uint RunPhase(
        TensorOptimizer tensor, int phase, short[] gradients, int start, int end, OperationCounts counts) =>
        RunPhase(KernelTier.Current, tensor, phase, gradients, start, end, counts);

    /// <summary>As the other, on a tier that the processor must have.</summary>
    internal static uint RunPhase(
        VectorTier tier, TensorOptimizer tensor, int phase, short[] gradients, int start, int end, OperationCounts counts)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        ArgumentNullException.ThrowIfNull(counts);
        RegisterUpdate update = tensor.UpdateOf(phase, gradients);
        if (tier == VectorTier.Scalar || update.Registers is null || !CanServe(update, tensor.Bank))
        {
            return tensor.RunPhase(phase, gradients, start, end, counts);
        }

        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, Math.Min(update.Registers.Length, update.Quantities.Length));
        if (start >= end)
        {
            return 0;
        }

        return tier == VectorTier.Bits512
            ? Run<WordTier512>(tensor, in update, start, end, counts)
            : Run<WordTier256>(tensor, in update, start, end, counts);
    }

    private static bool CanServe(in RegisterUpdate update, CellBank bank) =>
        CellPointers.CanServe(bank, Math.Max(update.Path.Length, update.Decay is null ? 0 : update.Decay.Length));

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static uint Run<TTier>(
        TensorOptimizer tensor, in RegisterUpdate update, int start, int end, OperationCounts counts)
        where TTier : struct, IWordTier
    {
        CellBank bank = tensor.Bank;
        fixed (short* registers = update.Registers, quantities = update.Quantities)
        fixed (ushort* nodes = bank.Response?.Nodes)
        fixed (byte* classes = bank.Classes)
        fixed (uint* multiplier = update.Path.Multiplier, decayMultiplier = update.Decay?.Multiplier)
        {
            CellPointers cells = new(bank, nodes, classes);
            UpdateStream change = new(update.Path, cells, multiplier);
            UpdateStream decay = update.Decay is null ? default : new(update.Decay, cells, decayMultiplier);
            Vector512<int> limit = Vector512.Create(update.Limit);
            Vector512<int> takeAway = Vector512.Create(update.TakeAway ? -1 : 0);
            Vector512<int> maximum = Vector512<int>.Zero;
            int lane = tensor.LaneOf(start);
            long saturations = 0;
            short* tail = stackalloc short[NumberBlock.Length];
            for (int i = start; i < end; i += NumberBlock.Length)
            {
                int count = Math.Min(NumberBlock.Length, end - i);
                Vector512<int> used = LaneBits.First(count).AsInt32();
                Vector512<int> value = Load(registers + i, count, tail);
                Vector512<int> delta = change.Change<TTier>(Load(quantities + i, count, tail), count, i, lane);
                delta = (delta ^ takeAway) - takeAway;
                if (update.Decay is not null)
                {
                    delta -= decay.Change<TTier>(value, count, i, lane);
                }

                value += delta & used;
                Vector512<int> clipped = Vector512.Min(Vector512.Max(value, -limit), limit);
                saturations += NumberBlock.Length
                    - BitOperations.PopCount(Vector512.Equals(value, clipped).ExtractMostSignificantBits());
                maximum = Vector512.Max(maximum, Vector512.Abs(clipped));
                Store(clipped, registers + i, count, tail);
                lane = (lane + NumberBlock.Length) % bank.Lanes;
            }

            change.AddTo(counts);
            decay.AddTo(counts);
            counts.Saturations += saturations;
            counts.RegisterReads += update.ReadsPerParameter * (end - start);
            counts.RegisterWrites += end - start;
            return (uint)Largest(maximum);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Load(short* source, int count, short* tail)
    {
        if (count < NumberBlock.Length)
        {
            new Span<short>(tail, NumberBlock.Length).Clear();
            new Span<short>(source, count).CopyTo(new Span<short>(tail, count));
            source = tail;
        }

        (Vector256<int> lower, Vector256<int> upper) = Vector256.Widen(Vector256.Load(source));
        return Vector512.Create(lower, upper);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector512<int> values, short* destination, int count, short* tail)
    {
        Vector256<short> narrow = Vector256.Narrow(values.GetLower(), values.GetUpper());
        if (count == NumberBlock.Length)
        {
            narrow.Store(destination);
            return;
        }

        narrow.Store(tail);
        new Span<short>(tail, count).CopyTo(new Span<short>(destination, count));
    }

    private static int Largest(Vector512<int> values)
    {
        int largest = 0;
        for (int i = 0; i < Vector512<int>.Count; i++)
        {
            largest = Math.Max(largest, values[i]);
        }

        return largest;
    }
}
