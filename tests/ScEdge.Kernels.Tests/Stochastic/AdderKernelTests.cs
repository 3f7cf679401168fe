using System;
using System.Linq;
using ScEdge.Kernels.Stochastic;
using ScEdge.Stochastic.Operators;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Kernels.Tests.Stochastic;

/// <summary>
/// Multiplexers and parallel counters on packed streams, bit for bit and count for count as the shared library has them.
/// </summary>
public sealed class AdderKernelTests
{
    private const int LongestLength = 257;

    public static TheoryData<VectorTier> Tiers => PackedStreams.Tiers;

    [Theory]
    [Trait("Kind", "Property")]
    [MemberData(nameof(Tiers))]
    public void Select_AnyLength_GivesTheStreamOfTheSharedAdder(VectorTier tier)
    {
        for (int length = 1; length <= LongestLength; length++)
        {
            Bitstream a = PackedStreams.Drawn(length, StreamEncoding.Bipolar, 1);
            Bitstream b = PackedStreams.Drawn(length, StreamEncoding.Bipolar, 2);
            Bitstream select = PackedStreams.Drawn(length, StreamEncoding.Unipolar, 3);
            Bitstream expected = MuxAdder.Interpolate(a, b, select);
            uint[] output = new uint[expected.Words.Length];
            MuxAdderKernel.Select(tier, a.Words, b.Words, select.Words, output);
            Assert.Equal(expected.Words, output);
            Assert.Equal(expected.CountOnes(), MuxAdderKernel.CountSelected(tier, a.Words, b.Words, select.Words));
        }
    }

    [Theory]
    [Trait("Kind", "Property")]
    [MemberData(nameof(Tiers))]
    public void Select_InPlaceOfEachStream_GivesTheSame(VectorTier tier)
    {
        for (int length = 1; length <= LongestLength; length++)
        {
            uint[][] words = [.. PackedStreams.Drawn(3, length, StreamEncoding.Unipolar, 5).Select(stream => stream.Words)];
            uint[] expected = new uint[words[0].Length];
            MuxAdderKernel.Select(VectorTier.Scalar, words[0], words[1], words[2], expected);
            for (int place = 0; place < words.Length; place++)
            {
                uint[][] copies = [.. words.Select(stream => stream.ToArray())];
                MuxAdderKernel.Select(tier, copies[0], copies[1], copies[2], copies[place]);
                Assert.Equal(expected, copies[place]);
            }
        }
    }

    [Theory]
    [Trait("Kind", "Property")]
    [MemberData(nameof(Tiers))]
    public void Add_AnyLength_GivesTheStreamOfTheSharedAdder(VectorTier tier)
    {
        for (int length = 1; length <= LongestLength; length++)
        {
            int levels = length % 6;
            Bitstream[] inputs = PackedStreams.Drawn(1 << levels, length, StreamEncoding.Bipolar, 10);
            Bitstream[] selects = PackedStreams.Drawn(levels, length, StreamEncoding.Unipolar, 90);
            Bitstream expected = MuxAdder.Add(inputs, selects);
            uint[] packed = PackedStreams.Packed(inputs);
            uint[] output = new uint[expected.Words.Length];
            MuxAdderKernel.Add(tier, packed, PackedStreams.Packed(selects), output);
            Assert.Equal(expected.Words, output);
            Assert.Equal(expected.CountOnes(), MuxAdderKernel.CountSum(tier, packed, PackedStreams.Packed(selects), output.Length));

            // In place of the last input.
            Span<uint> last = packed.AsSpan(packed.Length - output.Length);
            MuxAdderKernel.Add(tier, packed, PackedStreams.Packed(selects), last);
            Assert.Equal(expected.Words, last.ToArray());
        }
    }

    [Theory]
    [Trait("Kind", "Property")]
    [MemberData(nameof(Tiers))]
    public void Accumulate_AnyLengthAndRegister_CountsAndClipsAsTheSharedCounter(VectorTier tier)
    {
        for (int length = 1; length <= LongestLength; length++)
        {
            int fanIn = 1 + (length % 7);
            foreach (StreamEncoding encoding in Enum.GetValues<StreamEncoding>())
            {
                foreach (int registerBits in new[] { 1, 4, 6, 8, 40 })
                {
                    AssertSame(tier, fanIn, length, encoding, registerBits);
                }
            }
        }
    }

    [Theory]
    [Trait("Kind", "Unit")]
    [MemberData(nameof(Tiers))]
    public void Kernels_StreamsWithoutBits_DoNothing(VectorTier tier)
    {
        ParallelCounterRegister register = new(0, 10) { Sum = 7 };
        ParallelCounterKernel.Accumulate(tier, ref register, [], 0, []);
        MuxAdderKernel.Select(tier, [], [], [], []);
        Assert.Equal(7, register.Sum);
        Assert.Equal(0, MuxAdderKernel.CountSelected(tier, [], [], []));
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Kernels_StreamsThatDoNotFit_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => MuxAdderKernel.Select(new uint[2], new uint[3], new uint[3], new uint[3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => MuxAdderKernel.Select(new uint[3], new uint[3], new uint[3], new uint[2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => MuxAdderKernel.Add(new uint[6], new uint[4], new uint[2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => MuxAdderKernel.Add(new uint[8], new uint[3], new uint[2]));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
        {
            ParallelCounterRegister register = new(0, 10);
            ParallelCounterKernel.Accumulate(ref register, new uint[4], 64, [true]);
        });
        Assert.Throws<ArgumentOutOfRangeException>(() =>
        {
            ParallelCounterRegister register = new(0, 10);
            ParallelCounterKernel.Accumulate(ref register, new uint[3], 64, []);
        });
    }

    private static void AssertSame(VectorTier tier, int fanIn, int length, StreamEncoding encoding, int registerBits)
    {
        bool hasSigns = encoding == StreamEncoding.SignMagnitude;
        AccumulativeParallelCounter expected = new(fanIn, encoding, registerBits);
        long highest = (1L << registerBits) - 1;
        ParallelCounterRegister register = new(hasSigns ? -highest : 0, highest);
        for (uint block = 0; block < 3; block++)
        {
            bool[] isNegative = [.. Enumerable.Range(0, fanIn).Select(i => hasSigns && ((i + block) % 3) != 0)];
            Bitstream[] inputs = [.. isNegative.Select((sign, i) => PackedStreams.Drawn(length, encoding, (100 * block) + (uint)i, sign))];
            expected.Accumulate(inputs);
            ParallelCounterKernel.Accumulate(tier, ref register, PackedStreams.Packed(inputs), length, hasSigns ? isNegative : []);
        }

        Assert.Equal((expected.Sum, expected.Saturations), (register.Sum, register.Saturations));
    }
}
