using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Kernels.Stochastic;

/// <summary>Vectors of 128 bits of any processor: a vector holds 4 streams or 8 cells of a number.</summary>
internal readonly unsafe struct WordTier128 : IWordTier
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static long DrawAlike(NumberBatch* batch, int count, in WordDraw draw)
    {
        Vector128<uint> keyHigh = Vector128.Create(draw.KeyHigh);
        Vector128<uint> keyLow = Vector128.Create(draw.KeyLow);
        long words = 0;
        for (int i = 0; i < count; i += Vector128<uint>.Count)
        {
            Vector128<uint> probability = Vector128.Load(batch->Probabilities + i);
            Vector128<uint> undecided = Vector128.Create(draw.Mask);
            Vector128<uint> certain = Vector128.GreaterThanOrEqual(probability, Vector128.Create(BernoulliWord.One));
            Vector128<uint> ones = certain & undecided;
            Vector128<uint> digits = Vector128.ShiftLeft(probability, BernoulliWord.CounterStride);
            Vector128<uint> position = Vector128.Load(batch->Counters + i) + keyLow;
            for (uint settled = Settled(digits, undecided); settled != 0xF; settled = Settled(digits, undecided))
            {
                words += Vector128<uint>.Count - BitOperations.PopCount(settled);
                Vector128<uint> word = CounterWords.At(position, keyHigh);
                position += Vector128<uint>.One;
                Vector128<uint> digit = Vector128.ShiftRightArithmetic(digits.AsInt32(), 31).AsUInt32();
                ones |= Vector128.AndNot(undecided & digit, word);
                undecided = Vector128.AndNot(undecided, word ^ digit);
                digits = Vector128.ShiftLeft(digits, 1);
            }

            ones.Store(batch->Bits + i);
        }

        return words;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void DrawOwn(NumberBatch* batch, int count, in WordDraw draw)
    {
        Vector128<uint> keyHigh = Vector128.Create(draw.KeyHigh);
        Vector128<uint> key = Vector128.Create(draw.KeyLow) + Vector128<uint>.Indices;
        uint mask = draw.Mask;
        ushort* response = draw.Response;
        byte* classes = draw.Classes;
        nint cellsPerLane = draw.CellsPerLane;
        bool counts = draw.CountsOnes;
        for (nint i = 0; i < count; i++)
        {
            ushort* row = response + ((nint)batch->LowerNodes[i] * ResponseTable.RowLength);
            Vector128<ushort> way = Vector128.Create(batch->Ways[i]).AsUInt16();
            Vector128<ushort> classes0 = Interpolated(row, way);
            Vector128<ushort> classes8 = Interpolated(row + 8, way);
            Vector128<ushort> classes16 = Interpolated(row + 16, way);
            Vector128<ushort> classes24 = Interpolated(row + 24, way);
            Vector128<byte> lowerLow = Vector128.Narrow(classes0, classes8);
            Vector128<byte> upperLow = Vector128.Narrow(classes16, classes24);
            Vector128<byte> lowerHigh = HighBytes(classes0, classes8);
            Vector128<byte> upperHigh = HighBytes(classes16, classes24);
            byte* classOf = classes + ((nint)batch->Lanes[i] * cellsPerLane);
            Vector128<uint> counter = Vector128.Create(batch->Counters[i]) + key;
            uint bits = 0;
            for (int half = 0; half < 2; half++)
            {
                Vector128<byte> cells = Vector128.Load(classOf + (half * 16));
                Vector128<byte> low = Dealt(lowerLow, upperLow, cells);
                Vector128<byte> high = Dealt(lowerHigh, upperHigh, cells);
                Vector128<short> first = Compared(counter, keyHigh, Vector128.WidenLower(low) | Vector128.ShiftLeft(Vector128.WidenLower(high), 8));
                counter += Vector128.Create(4u);
                Vector128<short> second = Compared(counter, keyHigh, Vector128.WidenUpper(low) | Vector128.ShiftLeft(Vector128.WidenUpper(high), 8));
                counter += Vector128.Create(4u);
                bits |= Vector128.NarrowWithSaturation(first, second).ExtractMostSignificantBits() << (half * 16);
            }

            bits = mask & ~bits;
            if (counts)
            {
                batch->Ones[batch->Indices[i]] += (uint)BitOperations.PopCount(bits);
            }
            else
            {
                batch->Bits[i] = bits;
            }
        }
    }

    /// <summary>All ones for every cell that does not switch: 8 random halves that are not below the cells' probabilities.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<short> Compared(Vector128<uint> counter, Vector128<uint> keyHigh, Vector128<ushort> own)
    {
        // SSE compares signed numbers only.
        Vector128<ushort> random = CounterWords.At(counter, keyHigh).AsUInt16();
        return Vector128.Equals(Vector128.Max(random, own), random).AsInt16();
    }

    /// <summary>The response of 8 classes between two nodes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Interpolated(ushort* row, Vector128<ushort> way)
    {
        Vector128<ushort> rise = Vector128.Load(row + CellClasses.Count);
        return Vector128.Load(row) + (Sse2.IsSupported ? Sse2.MultiplyHigh(rise, way) : MultiplyHigh(rise, way));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> MultiplyHigh(Vector128<ushort> first, Vector128<ushort> second)
    {
        Vector128<uint> lower = Vector128.WidenLower(first) * Vector128.WidenLower(second);
        Vector128<uint> upper = Vector128.WidenUpper(first) * Vector128.WidenUpper(second);
        return Vector128.Narrow(Vector128.ShiftRightLogical(lower, 16), Vector128.ShiftRightLogical(upper, 16));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> HighBytes(Vector128<ushort> first, Vector128<ushort> second) =>
        Vector128.Narrow(Vector128.ShiftRightLogical(first, 8), Vector128.ShiftRightLogical(second, 8));

    /// <summary>Deals a byte of each of 32 classes out to 16 cells.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Dealt(Vector128<byte> lowerClasses, Vector128<byte> upperClasses, Vector128<byte> classOf)
    {
        // An index beyond the table gives zero: of the two, one gives the byte.
        return Vector128.Shuffle(lowerClasses, classOf) | Vector128.Shuffle(upperClasses, classOf - Vector128.Create((byte)16));
    }

    /// <summary>A bit for every stream whose digits are all zero or whose bits are all decided.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Settled(Vector128<uint> digits, Vector128<uint> undecided) =>
        Vector128.Equals(Vector128.Min(digits, undecided), Vector128<uint>.Zero).ExtractMostSignificantBits();
}
