using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Kernels.Stochastic;

/// <summary>
/// Whole streams of many numbers, kept: the vector twin of <see cref="IStreamMaker.Draw"/>.
/// </summary>
public static unsafe class StreamKernel
{
    /// <summary>Draws the streams of successive numbers of a tensor with bits of their own.</summary>
    /// <param name="maker">Cells and keys.</param>
    /// <param name="serial">Serial number of the image, or of the batch.</param>
    /// <param name="first">Index of the first number in its tensor.</param>
    /// <param name="probabilities">P of each number, 0..65536.</param>
    /// <param name="words">Receives the words, number by number.</param>
    /// <param name="counts">Receives what the cells did.</param>
    public static void Draw(
        CellStreamMaker maker, uint serial, int first, ReadOnlySpan<uint> probabilities, Span<uint> words, OperationCounts counts) =>
        Draw(KernelTier.Current, maker, serial, first, probabilities, words, counts);

    /// <summary>As the other, on a tier that the processor must have.</summary>
    internal static void Draw(
        VectorTier tier,
        CellStreamMaker maker,
        uint serial,
        int first,
        ReadOnlySpan<uint> probabilities,
        Span<uint> words,
        OperationCounts counts)
    {
        ArgumentNullException.ThrowIfNull(maker);
        uint stride = (uint)WordsOf(maker.Length) * BernoulliWord.CounterStride;
        Draw(
            tier,
            new StreamPlan(maker.Bank, maker.KeyOf(serial), maker.FirstLaneOf(serial), maker.Length, stride, BernoulliWord.CounterStride)
            {
                TakesPulses = maker.TakesPulses,
            },
            first,
            probabilities,
            words,
            counts);
    }

    /// <summary>Draws the streams of successive numbers wherever their random words lie.</summary>
    internal static void Draw(
        VectorTier tier, in StreamPlan plan, int first, ReadOnlySpan<uint> probabilities, Span<uint> words, OperationCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentOutOfRangeException.ThrowIfLessThan(words.Length, probabilities.Length * WordsOf(plan.Length), nameof(words));
        switch (CellPointers.CanServe(plan.Bank, plan.Length) ? tier : VectorTier.Scalar)
        {
            case VectorTier.Bits512:
                Run<WordTier512>(in plan, first, probabilities, words, counts);
                break;
            case VectorTier.Bits256:
                Run<WordTier256>(in plan, first, probabilities, words, counts);
                break;
            case VectorTier.Bits128:
                Run<WordTier128>(in plan, first, probabilities, words, counts);
                break;
            default:
                RunOneByOne(in plan, first, probabilities, words, counts);
                break;
        }
    }

    /// <summary>Compares one sequence of random numbers with many probabilities.</summary>
    /// <param name="numbers">The sequence; its length is the stream's, a power of two.</param>
    /// <param name="probabilities">P of each number, 0..65536.</param>
    /// <param name="words">Receives the words, number by number.</param>
    /// <param name="counts">Receives the numbers and their bits.</param>
    public static void Compare(ReadOnlySpan<ushort> numbers, ReadOnlySpan<uint> probabilities, Span<uint> words, OperationCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        int stride = WordsOf(numbers.Length);
        for (int i = 0; i < probabilities.Length; i++)
        {
            Compare(numbers, probabilities[i], words.Slice(i * stride, stride));
        }

        counts.Numbers += probabilities.Length;
        counts.Bits += (long)probabilities.Length * numbers.Length;
    }

    private static void Compare(ReadOnlySpan<ushort> numbers, uint probability, Span<uint> words)
    {
        if (numbers.Length < 32)
        {
            uint bits = 0;
            for (int t = 0; t < numbers.Length; t++)
            {
                bits |= numbers[t] < probability ? 1u << t : 0;
            }

            words[0] = bits;
            return;
        }

        if (probability is 0 or >= BernoulliWord.One)
        {
            words.Fill(probability == 0 ? 0 : uint.MaxValue);
            return;
        }

        fixed (ushort* source = numbers)
        {
            Vector512<ushort> threshold = Vector512.Create((ushort)probability);
            for (int word = 0; word < words.Length; word++)
            {
                words[word] = (uint)Vector512.LessThan(Vector512.Load(source + (word * 32)), threshold).ExtractMostSignificantBits();
            }
        }
    }

    private static int WordsOf(int length) => (length + 31) / 32;

    private static void RunOneByOne(
        in StreamPlan plan, int first, ReadOnlySpan<uint> probabilities, Span<uint> words, OperationCounts counts)
    {
        int length = plan.Length;
        int stride = WordsOf(length);
        CellBank bank = plan.Bank;
        for (int i = 0; i < probabilities.Length; i++)
        {
            int lane = (int)(((uint)(first + i) + (uint)plan.FirstLane) % (uint)bank.Lanes);
            uint counter = (uint)(first + i) * plan.NumberStride;
            int ones = 0;
            for (int word = 0; word < stride; word++)
            {
                uint bits = bank.DrawWord(
                    lane, word, probabilities[i], MaskOf(length, word), (uint)plan.Key, (uint)(plan.Key >> 32), counter, counts);
                words[(i * stride) + word] = bits;
                ones += BitOperations.PopCount(bits);
                counter += plan.WordStride;
            }

            if (plan.TakesPulses)
            {
                bank.CountNumber(probabilities[i], length, ones, counts);
            }
            else
            {
                counts.Numbers++;
                counts.Bits += length;
            }
        }
    }

    private static uint MaskOf(int length, int word)
    {
        int left = length - (word * 32);
        return left >= 32 ? 0xFFFFFFFFu : (1u << left) - 1;
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Run<TTier>(
        in StreamPlan plan, int first, ReadOnlySpan<uint> probabilities, Span<uint> words, OperationCounts counts)
        where TTier : struct, IWordTier
    {
        int length = plan.Length;
        int stride = WordsOf(length);
        ulong key = plan.Key;
        int firstLane = plan.FirstLane;
        fixed (byte* classes = plan.Bank.Classes)
        fixed (uint* destination = words)
        {
            CellPointers cells = new(plan.Bank, classes);
            WordDraw draw = default;
            draw.KeyHigh = (uint)(key >> 32);
            draw.Response = cells.Response;
            draw.CellsPerLane = cells.ClassesPerLane;
            byte* room = stackalloc byte[NumberBatch.RoomBytes];
            NumberBatch* batch = NumberBatch.On(room);
            long pulsed = 0;
            long ones = 0;
            long randomWords = 0;
            uint counterStride = plan.NumberStride;
            for (int i = 0; i < probabilities.Length; i += NumberBatch.Capacity)
            {
                int count = Math.Min(NumberBatch.Capacity, probabilities.Length - i);
                probabilities.Slice(i, count).CopyTo(new Span<uint>(batch->Wanted, count));
                uint* target = destination + ((nint)i * stride);
                new Span<uint>(target, count * stride).Clear();
                int drawn = TTier.Gather(batch, count);
                pulsed += drawn;
                cells.Respond(batch, drawn);
                uint index = (uint)(first + i);
                cells.Deal(batch, drawn, counterStride, index * counterStride, (int)((index + (uint)firstLane) % (uint)cells.Lanes));
                if (cells.Classes != null)
                {
                    CellPointers.LocateAll(batch, drawn);
                }

                for (int word = 0; word < stride; word++)
                {
                    draw.Mask = MaskOf(length, word);
                    draw.KeyLow = (uint)key + ((uint)word * plan.WordStride);
                    if (cells.Classes == null)
                    {
                        randomWords += TTier.DrawAlike(batch, drawn, in draw);
                    }
                    else
                    {
                        draw.Classes = cells.ClassesOf(word);
                        cells.DrawOwn<TTier>(batch, drawn, word, in draw);
                        randomWords += drawn * ((BitOperations.PopCount(draw.Mask) + 1) >> 1);
                    }

                    cells.Override(batch, drawn, word, draw.Mask);
                    ones += Deliver(batch, drawn, target + word, stride);
                }
            }

            long bits = (long)probabilities.Length * length;
            counts.Numbers += probabilities.Length;
            counts.Bits += bits;
            counts.RandomWords += randomWords;
            if (!plan.TakesPulses)
            {
                return;
            }

            counts.LaneCycles += cells.SerialWrite ? bits : probabilities.Length;
            counts.SetPulses += pulsed * length;
            counts.Reads += pulsed * length;
            counts.SetEvents += ones;
            counts.ResetPulses += ones;
        }
    }

    /// <summary>Brings a word of every drawn number to its place and counts the ones.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static long Deliver(NumberBatch* batch, int drawn, uint* target, int stride)
    {
        long ones = 0;
        for (nint i = 0; i < drawn; i++)
        {
            uint bits = batch->Bits[i];
            target[batch->Indices[i] * (nint)stride] = bits;
            ones += BitOperations.PopCount(bits);
        }

        return ones;
    }
}
