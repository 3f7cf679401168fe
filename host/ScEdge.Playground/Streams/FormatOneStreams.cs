using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Sources;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Playground.Streams;

/// <summary>
/// Streams as version 1 of the stream format made them, from cells that are all alike: what made it go.
/// </summary>
/// <remarks>
/// Its word had two multiplications. Its last step makes the exclusive or of lanes j and j + 16 a low bit of the last product, so that the two lanes
/// depend on each other (hw-docs/decisions/0015). a is one lane of successive words, b the lane 16 further of the same words.
/// </remarks>
internal static class FormatOneStreams
{
    private const int LaneA = 1, LaneB = LaneA + 16;

    /// <summary>Makes the streams of some settings.</summary>
    public static StreamTriple Of(StreamSettings settings)
    {
        Bitstream a = new(settings.Length, StreamEncoding.Unipolar);
        Bitstream b = new(settings.Length, StreamEncoding.Unipolar);
        ulong key = CounterGenerator.Key(settings.Seed, StreamTriple.StreamA, 0);
        for (int t = 0; t < settings.Length; t++)
        {
            uint word = Draw((uint)settings.P, key, CellStreams.Counter(t));
            a[t] = ((word >> LaneA) & 1) != 0;
            b[t] = ((word >> LaneB) & 1) != 0;
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
