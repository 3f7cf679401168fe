using System.Numerics;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Sources;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Playground.Streams;

/// <summary>
/// Streams as version 1 of the stream format made them, from cells that are all alike: what made it go.
/// </summary>
/// <remarks>
/// Its word had two multiplications. Its last step makes the exclusive or of lanes j and j + 16 a low bit of the last product, so that the two lanes
/// depend on each other (hw-docs/decisions/0015). b is a with the halves of every word exchanged: each lane meets the one 16 further.
/// </remarks>
internal static class FormatOneStreams
{
    private const int HalfWord = 16;

    /// <summary>Makes the streams of some settings.</summary>
    public static StreamTriple Of(StreamSettings settings)
    {
        Bitstream a = new(settings.Length, StreamEncoding.Unipolar);
        Bitstream b = new(settings.Length, StreamEncoding.Unipolar);
        ulong key = CounterGenerator.Key(settings.Seed, StreamTriple.StreamA, 0);
        for (int i = 0; i < a.Words.Length; i++)
        {
            uint word = Draw((uint)settings.P, key, CellStreams.Counter(i));
            a.Words[i] = word & CellStreams.Mask(settings.Length, i);
            b.Words[i] = BitOperations.RotateLeft(word, HalfWord) & CellStreams.Mask(settings.Length, i);
        }

        return new StreamTriple(a, b, CellStreams.Select(settings), new OperationCounts());
    }

    /// <summary>Compares 32 numbers with a probability, digit by digit.</summary>
    private static uint Draw(uint probability, ulong key, uint counter)
    {
        uint ones = probability >= BernoulliWord.One ? uint.MaxValue : 0;
        uint undecided = ~ones;
        for (int digit = BernoulliWord.CounterStride - 1; digit >= 0; digit--)
        {
            uint word = Word((uint)key, (uint)(key >> 32), counter++);
            uint digits = 0u - ((probability >> digit) & 1);
            ones |= undecided & digits & ~word;
            undecided &= ~(word ^ digits);
        }

        return ones;
    }

    private static uint Word(uint keyLow, uint keyHigh, uint counter)
    {
        uint word = counter + keyLow;
        word ^= word >> 16;
        word *= 0x7FEB352Du;
        word ^= keyHigh;
        word ^= word >> 15;
        word *= 0x846CA68Bu;
        return word ^ (word >> 16);
    }
}
