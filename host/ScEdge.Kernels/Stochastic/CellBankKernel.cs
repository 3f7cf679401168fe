using System;
using System.Runtime.CompilerServices;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Kernels.Stochastic;

/// <summary>
/// Many numbers from a bank of cells: the vector twin of <see cref="CellBank.CountOnes"/>, lanes dealt out in turn.
/// </summary>
public static unsafe class CellBankKernel
{
    /// <summary>Generates a number for each probability and counts its ones.</summary>
    /// <param name="bank">Cells.</param>
    /// <param name="probabilities">Wanted probabilities, 0..65536.</param>
    /// <param name="length">Stream length in bits, 1 to the cells of a lane.</param>
    /// <param name="key">Key of the stream; number i owns the counters from i x 16 ceil(length / 32) on.</param>
    /// <param name="lane">Lane of the first number.</param>
    /// <param name="ones">Receives the ones of each number.</param>
    /// <param name="counts">Receives what the cells did.</param>
    public static void CountOnes(
        CellBank bank, ReadOnlySpan<uint> probabilities, int length, ulong key, int lane, Span<uint> ones, OperationCounts counts) =>
        CountOnes(KernelTier.Current, bank, probabilities, length, key, lane, ones, counts);

    /// <summary>As the other, on a tier that the processor must have.</summary>
    internal static void CountOnes(
        VectorTier tier, CellBank bank, ReadOnlySpan<uint> probabilities, int length, ulong key, int lane, Span<uint> ones, OperationCounts counts)
    {
        ArgumentNullException.ThrowIfNull(bank);
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(lane);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(lane, bank.Lanes);
        ArgumentOutOfRangeException.ThrowIfLessThan(ones.Length, probabilities.Length, nameof(ones));
        switch (CellPointers.CanServe(bank, length) ? tier : VectorTier.Scalar)
        {
            case VectorTier.Bits512:
                Run<WordTier512>(bank, probabilities, length, key, lane, ones, counts);
                break;
            case VectorTier.Bits256:
                Run<WordTier256>(bank, probabilities, length, key, lane, ones, counts);
                break;
            case VectorTier.Bits128:
                Run<WordTier128>(bank, probabilities, length, key, lane, ones, counts);
                break;
            default:
                CountOneByOne(bank, probabilities, length, key, lane, ones, counts);
                break;
        }
    }

    private static uint Stride(int length) => (uint)((length + 31) / 32 * BernoulliWord.CounterStride);

    private static void CountOneByOne(
        CellBank bank, ReadOnlySpan<uint> probabilities, int length, ulong key, int lane, Span<uint> ones, OperationCounts counts)
    {
        for (int i = 0; i < probabilities.Length; i++)
        {
            int own = (int)(((uint)lane + (uint)i) % (uint)bank.Lanes);
            ones[i] = (uint)bank.CountOnes(
                own, probabilities[i], length, (uint)key, (uint)(key >> 32), (uint)i * Stride(length), counts);
        }
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Run<TTier>(
        CellBank bank, ReadOnlySpan<uint> probabilities, int length, ulong key, int lane, Span<uint> ones, OperationCounts counts)
        where TTier : struct, IWordTier
    {
        fixed (byte* classes = bank.Classes)
        {
            BatchGenerator generator = new(new CellPointers(bank, classes), length, key, Stride(length), null, bipolar: false);
            byte* room = stackalloc byte[NumberBatch.RoomBytes];
            NumberBatch* batch = NumberBatch.On(room);
            for (int i = 0; i < probabilities.Length; i += NumberBatch.Capacity)
            {
                int count = Math.Min(NumberBatch.Capacity, probabilities.Length - i);
                probabilities.Slice(i, count).CopyTo(new Span<uint>(batch->Wanted, count));
                generator.Count<TTier>(batch, count, i, (int)(((uint)lane + (uint)i) % (uint)bank.Lanes));
                new ReadOnlySpan<uint>(batch->Ones, count).CopyTo(ones[i..]);
            }

            generator.AddTo(counts);
        }
    }
}
