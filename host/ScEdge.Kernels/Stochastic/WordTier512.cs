using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Kernels.Stochastic;

/// <summary>AVX-512: a vector holds 16 streams or the 32 cells of a number.</summary>
internal readonly unsafe struct WordTier512 : IWordTier
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static uint DrawAlike(NumberBlock* block, in WordDraw draw)
    {
        Vector512<uint> probability = Vector512.Load(block->Probabilities);
        Vector512<uint> undecided = Vector512.Create(draw.Mask);
        Vector512<uint> ones = Vector512.GreaterThanOrEqual(probability, Vector512.Create(BernoulliWord.One)) & undecided;
        Vector512<uint> digits = Vector512.ShiftLeft(probability, BernoulliWord.CounterStride);
        Vector512<uint> keyHigh = Vector512.Create(draw.KeyHigh);
        Vector512<uint> position =
            Vector512.Create(draw.Counter + draw.KeyLow) + (Vector512<uint>.Indices * Vector512.Create(draw.CounterStride));
        uint words = 0;
        for (uint active = Active(digits, undecided); active != 0; active = Active(digits, undecided))
        {
            words += (uint)BitOperations.PopCount(active);
            Vector512<uint> word = CounterWords.At(position, keyHigh);
            position += Vector512<uint>.One;
            Vector512<uint> digit = Vector512.ShiftRightArithmetic(digits.AsInt32(), 31).AsUInt32();
            ones |= Vector512.AndNot(undecided & digit, word);
            undecided = Vector512.AndNot(undecided, word ^ digit);
            digits = Vector512.ShiftLeft(digits, 1);
        }

        ones.Store(block->Bits);
        return words;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void DrawOwn(NumberBlock* block, uint active, in WordDraw draw)
    {
        Vector512<uint> keyHigh = Vector512.Create(draw.KeyHigh);
        Vector512<uint> key = Vector512<uint>.Indices + Vector512.Create(draw.KeyLow);
        uint counter = draw.Counter;
        uint stride = draw.CounterStride;
        uint mask = draw.Mask;
        ushort* nodes = draw.Nodes;
        byte* classes = draw.Classes;
        nint cellsPerLane = draw.CellsPerLane;
        for (; active != 0; active &= active - 1)
        {
            nint number = BitOperations.TrailingZeroCount(active);
            ushort* row = nodes + ((nint)block->LowerNodes[number] * CellClasses.Count);
            Vector512<ushort> lower = Vector512.Load(row);
            Vector512<ushort> rise = Vector512.Load(row + CellClasses.Count) - lower;
            Vector512<ushort> way = Vector512.Create((ushort)block->Ways[number]);
            Vector512<ushort> byClass = lower + Avx512BW.MultiplyHigh(rise, way);
            Vector256<byte> classOf = Vector256.Load(classes + ((nint)block->Lanes[number] * cellsPerLane));
            Vector512<ushort> own = Avx512BW.PermuteVar32x16(byClass, Avx512BW.ConvertToVector512UInt16(classOf));
            Vector512<uint> random = CounterWords.At(key + Vector512.Create(counter + ((uint)number * stride)), keyHigh);
            block->Bits[number] = mask & (uint)Vector512.LessThan(random.AsUInt16(), own).ExtractMostSignificantBits();
        }
    }

    /// <summary>A bit for every stream that has undecided bits and digits other than zero left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Active(Vector512<uint> digits, Vector512<uint> undecided) =>
        (uint)Vector512.GreaterThan(Vector512.Min(digits, undecided), Vector512<uint>.Zero).ExtractMostSignificantBits();
}
