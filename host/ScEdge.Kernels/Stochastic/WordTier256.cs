using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Kernels.Stochastic;

/// <summary>AVX2: a vector holds 8 streams or 16 cells of a number.</summary>
internal readonly unsafe struct WordTier256 : IWordTier
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static long DrawAlike(NumberBatch* batch, int count, in WordDraw draw)
    {
        Vector256<uint> keyHigh = Vector256.Create(draw.KeyHigh);
        Vector256<uint> keyLow = Vector256.Create(draw.KeyLow);
        long words = 0;
        for (int i = 0; i < count; i += Vector256<uint>.Count)
        {
            Vector256<uint> probability = Vector256.Load(batch->Probabilities + i);
            Vector256<uint> undecided = Vector256.Create(draw.Mask);
            Vector256<uint> certain = Vector256.GreaterThanOrEqual(probability, Vector256.Create(BernoulliWord.One));
            Vector256<uint> ones = certain & undecided;
            Vector256<uint> digits = Vector256.ShiftLeft(probability, BernoulliWord.CounterStride);
            Vector256<uint> position = Vector256.Load(batch->Counters + i) + keyLow;
            for (uint settled = Settled(digits, undecided); settled != 0xFF; settled = Settled(digits, undecided))
            {
                words += Vector256<uint>.Count - BitOperations.PopCount(settled);
                Vector256<uint> word = CounterWords.At(position, keyHigh);
                position += Vector256<uint>.One;
                Vector256<uint> digit = Vector256.ShiftRightArithmetic(digits.AsInt32(), 31).AsUInt32();
                ones |= Vector256.AndNot(undecided & digit, word);
                undecided = Vector256.AndNot(undecided, word ^ digit);
                digits = Vector256.ShiftLeft(digits, 1);
            }

            ones.Store(batch->Bits + i);
        }

        return words;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void DrawOwn(NumberBatch* batch, int count, in WordDraw draw)
    {
        // The words of cells 0-7 and 16-23 in one vector, those of 8-15 and 24-31 in the other: so bytes interleave below.
        Vector256<uint> keyHigh = Vector256.Create(draw.KeyHigh);
        Vector256<uint> keyOfFirst = Vector256.Create(draw.KeyLow) + Vector256.Create(0u, 1, 2, 3, 8, 9, 10, 11);
        Vector256<uint> keyOfSecond = keyOfFirst + Vector256.Create(4u);
        Vector256<ushort> lowByte = Vector256.Create((ushort)0xFF);
        uint mask = draw.Mask;
        ushort* response = draw.Response;
        byte* classes = draw.Classes;
        nint cellsPerLane = draw.CellsPerLane;
        bool counts = draw.CountsOnes;
        for (nint i = 0; i < count; i++)
        {
            ushort* row = response + ((nint)batch->LowerNodes[i] * ResponseTable.RowLength);
            Vector256<ushort> way = Vector256.Create(batch->Ways[i]).AsUInt16();
            Vector256<short> low = Interpolated(row, way).AsInt16();
            Vector256<short> high = Interpolated(row + Vector256<ushort>.Count, way).AsInt16();
            Vector256<byte> classOf = Vector256.Load(classes + ((nint)batch->Lanes[i] * cellsPerLane));
            Vector256<byte> lowBytes = Dealt(Avx2.PackUnsignedSaturate(low & lowByte.AsInt16(), high & lowByte.AsInt16()), classOf);
            Vector256<byte> highBytes = Dealt(
                Avx2.PackUnsignedSaturate(Vector256.ShiftRightLogical(low, 8), Vector256.ShiftRightLogical(high, 8)), classOf);
            Vector256<uint> counter = Vector256.Create(batch->Counters[i]);
            Vector256<ushort> first = CounterWords.At(counter + keyOfFirst, keyHigh).AsUInt16();
            Vector256<ushort> second = CounterWords.At(counter + keyOfSecond, keyHigh).AsUInt16();
            Vector256<ushort> firstBits = Vector256.LessThan(first, Avx2.UnpackLow(lowBytes, highBytes).AsUInt16());
            Vector256<ushort> secondBits = Vector256.LessThan(second, Avx2.UnpackHigh(lowBytes, highBytes).AsUInt16());
            uint bits = mask & Avx2.PackSignedSaturate(firstBits.AsInt16(), secondBits.AsInt16()).ExtractMostSignificantBits();
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

    /// <summary>The response of 16 classes between two nodes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> Interpolated(ushort* row, Vector256<ushort> way)
    {
        return Vector256.Load(row) + Avx2.MultiplyHigh(Vector256.Load(row + CellClasses.Count), way);
    }

    /// <summary>Deals a byte per class, packed by <see cref="Avx2.PackUnsignedSaturate(Vector256{short}, Vector256{short})"/>, out to 32
    /// cells.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Dealt(Vector256<byte> packed, Vector256<byte> classOf)
    {
        Vector256<byte> lowerClasses = Avx2.Permute4x64(packed.AsUInt64(), 0b10_00_10_00).AsByte();
        Vector256<byte> upperClasses = Avx2.Permute4x64(packed.AsUInt64(), 0b11_01_11_01).AsByte();

        // Bit 4 of a class moves to the top of its byte; classes are below 32, so nothing crosses into the next.
        Vector256<byte> isUpper = Vector256.ShiftLeft(classOf.AsUInt16(), 3).AsByte();
        return Avx2.BlendVariable(Avx2.Shuffle(lowerClasses, classOf), Avx2.Shuffle(upperClasses, classOf), isUpper);
    }

    /// <summary>A bit for every stream whose digits are all zero or whose bits are all decided.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Settled(Vector256<uint> digits, Vector256<uint> undecided) =>
        Vector256.Equals(Vector256.Min(digits, undecided), Vector256<uint>.Zero).ExtractMostSignificantBits();
}
