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
    public static int Gather(NumberBatch* batch, int count)
    {
        int drawn = 0;
        for (int i = 0; i < count; i += Vector512<uint>.Count)
        {
            Vector512<uint> index = Vector512<uint>.Indices + Vector512.Create((uint)i);
            Vector512<uint> wanted = Vector512.Load(batch->Wanted + i)
                & Vector512.LessThan(index, Vector512.Create((uint)count));
            Vector512<uint> pulsed = Vector512.GreaterThan(wanted, Vector512<uint>.Zero);
            Avx512F.Compress(Vector512<uint>.Zero, pulsed, index).Store(batch->Indices + drawn);
            Avx512F.Compress(Vector512<uint>.Zero, pulsed, wanted).Store(batch->Probabilities + drawn);
            drawn += BitOperations.PopCount(pulsed.ExtractMostSignificantBits());
        }

        Vector512<uint>.Zero.Store(batch->Probabilities + drawn);
        Vector512<uint>.Zero.Store(batch->Probabilities + drawn + Vector512<uint>.Count);
        return drawn;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static long DrawAlike(NumberBatch* batch, int count, in WordDraw draw)
    {
        Vector512<uint> keyHigh = Vector512.Create(draw.KeyHigh);
        Vector512<uint> keyLow = Vector512.Create(draw.KeyLow);
        long words = 0;
        for (int i = 0; i < count; i += 2 * Vector512<uint>.Count)
        {
            // Two vectors at once: the end of the loop, which no processor foresees, comes half as often.
            Vector512<uint> undecided0 = Vector512.Create(draw.Mask);
            Vector512<uint> undecided1 = undecided0;
            Vector512<uint> probability0 = Vector512.Load(batch->Probabilities + i);
            Vector512<uint> probability1 = Vector512.Load(batch->Probabilities + i + Vector512<uint>.Count);
            Vector512<uint> ones0 = Vector512.GreaterThanOrEqual(probability0, Vector512.Create(BernoulliWord.One)) & undecided0;
            Vector512<uint> ones1 = Vector512.GreaterThanOrEqual(probability1, Vector512.Create(BernoulliWord.One)) & undecided1;
            Vector512<uint> digits0 = Vector512.ShiftLeft(probability0, BernoulliWord.CounterStride);
            Vector512<uint> digits1 = Vector512.ShiftLeft(probability1, BernoulliWord.CounterStride);
            Vector512<uint> position0 = Vector512.Load(batch->Counters + i) + keyLow;
            Vector512<uint> position1 = Vector512.Load(batch->Counters + i + Vector512<uint>.Count) + keyLow;
            uint active0 = Active(digits0, undecided0);
            uint active1 = Active(digits1, undecided1);
            while ((active0 | active1) != 0)
            {
                words += BitOperations.PopCount(active0 | (active1 << Vector512<uint>.Count));
                Vector512<uint> word0 = CounterWords.At(position0, keyHigh);
                Vector512<uint> word1 = CounterWords.At(position1, keyHigh);
                position0 += Vector512<uint>.One;
                position1 += Vector512<uint>.One;
                Vector512<uint> digit0 = Vector512.ShiftRightArithmetic(digits0.AsInt32(), 31).AsUInt32();
                Vector512<uint> digit1 = Vector512.ShiftRightArithmetic(digits1.AsInt32(), 31).AsUInt32();
                ones0 |= Vector512.AndNot(undecided0 & digit0, word0);
                ones1 |= Vector512.AndNot(undecided1 & digit1, word1);
                undecided0 = Vector512.AndNot(undecided0, word0 ^ digit0);
                undecided1 = Vector512.AndNot(undecided1, word1 ^ digit1);
                digits0 += digits0;
                digits1 += digits1;
                active0 = Active(digits0, undecided0);
                active1 = Active(digits1, undecided1);
            }

            ones0.Store(batch->Bits + i);
            ones1.Store(batch->Bits + i + Vector512<uint>.Count);
        }

        return words;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void DrawOwn(NumberBatch* batch, int count, in WordDraw draw)
    {
        Vector512<uint> keyHigh = Vector512.Create(draw.KeyHigh);
        Vector512<uint> key = Vector512<uint>.Indices + Vector512.Create(draw.KeyLow);
        uint mask = draw.Mask;
        ushort* response = draw.Response;
        byte* classes = draw.Classes;
        nint cellsPerLane = draw.CellsPerLane;
        bool counts = draw.CountsOnes;
        for (nint i = 0; i < count; i++)
        {
            ushort* row = response + ((nint)batch->LowerNodes[i] * ResponseTable.RowLength);
            Vector512<ushort> lower = Vector512.Load(row);
            Vector512<ushort> rise = Vector512.Load(row + CellClasses.Count);
            Vector512<ushort> way = Vector512.Create(batch->Ways[i]).AsUInt16();
            Vector512<ushort> byClass = lower + Avx512BW.MultiplyHigh(rise, way);
            Vector256<byte> classOf = Vector256.Load(classes + ((nint)batch->Lanes[i] * cellsPerLane));
            Vector512<ushort> own = Avx512BW.PermuteVar32x16(byClass, Avx512BW.ConvertToVector512UInt16(classOf));
            Vector512<uint> random = CounterWords.At(key + Vector512.Create(batch->Counters[i]), keyHigh);
            uint bits = mask & (uint)Vector512.LessThan(random.AsUInt16(), own).ExtractMostSignificantBits();
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

    /// <summary>A bit for every stream that has undecided bits and digits other than zero left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Active(Vector512<uint> digits, Vector512<uint> undecided) =>
        (uint)Vector512.GreaterThan(Vector512.Min(digits, undecided), Vector512<uint>.Zero).ExtractMostSignificantBits();
}
