using System;
using ScEdge.Stochastic.Sources;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Stochastic.Tests.Independence;

/// <summary>
/// What number sources claim about the bits that comparators make of them.
/// </summary>
/// <remarks>
/// The counter's words are independent bits. Shift registers, Sobol and van der Corput sequences and ramps are deterministic and claim none
/// of it: one register gives shifted copies of its numbers, and low-discrepancy points are spread more evenly than chance would. What two
/// registers of coprime periods claim instead, and what two Sobol dimensions do (<c>SobolSourceTests</c>), is exact.
/// </remarks>
public class SourceIndependenceTests
{
    private const int Count = 1 << 17;

    [Theory]
    [Trait("Kind", "Statistical")]
    [InlineData(WordOrder.Parameters)]
    [InlineData(WordOrder.LongParameters)]
    [InlineData(WordOrder.Steps)]
    [InlineData(WordOrder.Streams)]
    [InlineData(WordOrder.Tensors)]
    [InlineData(WordOrder.Seeds)]
    [InlineData(WordOrder.RandomKeys)]
    public void Word_AnyOrder_ParitiesAreIndependent(WordOrder order)
    {
        WordPlaces places = new(order);
        Assert.Null(Parities.Fault(Drawn(i =>
        {
            (ulong key, uint counter) = places.Of(i);
            return CounterGenerator.Word((uint)key, (uint)(key >> 32), counter);
        })));
    }

    [Fact]
    [Trait("Kind", "Statistical")]
    public void Word_SuccessiveCounters_ParitiesAreIndependent()
    {
        ulong key = CounterGenerator.Key(3, 17, 5);
        Assert.Null(Parities.Fault(Drawn(i => CounterGenerator.Word((uint)key, (uint)(key >> 32), i))));
    }

    [Theory]
    [Trait("Kind", "Statistical")]
    [InlineData(1u)]
    [InlineData(16u)]
    [InlineData(128u)]
    public void Fault_VersionOne_IsFoundAtEvenChance(uint stride)
    {
        ulong key = CounterGenerator.Key(3, 17, 5);
        Assert.NotNull(Parities.Fault(Drawn(i => VersionOneWord.Word((uint)key, (uint)(key >> 32), i * stride))));
    }

    [Theory]
    [Trait("Kind", "Statistical")]
    [InlineData(700u, 16)]
    [InlineData(6554u, 16)]
    [InlineData(21845u, 16)]
    [InlineData(32768u, 17)]
    [InlineData(52429u, 24)]
    public void Generate_CounterSource_BitsAreIndependent(uint probability, int width)
    {
        StochasticNumberGenerator generator = new(new CounterSource(5, 1, 2, width), 16);
        uint[] words = Drawn(_ => generator.GenerateUnipolar(probability, 32).Words[0]);
        double[] p = LanePairs.Alike(probability);
        Assert.Null(LanePairs.Within(words, p).Fault);
        Assert.Null(LanePairs.AtLag(words, 1, p).Fault);
    }

    [Fact]
    [Trait("Kind", "Statistical")]
    public void Generate_CounterSourcesOfTwoIdentities_BitsAreIndependent()
    {
        StochasticNumberGenerator first = new(new CounterSource(5, 1, 2, 16));
        StochasticNumberGenerator second = new(new CounterSource(5, 2, 2, 16));
        uint[] some = Drawn(_ => first.GenerateUnipolar(6554, 32).Words[0]);
        uint[] others = Drawn(_ => second.GenerateUnipolar(52429, 32).Words[0]);
        Assert.Null(LanePairs.Between(some, others, LanePairs.Alike(6554), LanePairs.Alike(52429)).Fault);
    }

    /// <summary>Periods 2^a - 1 and 2^b - 1 are coprime where a and b are: over their product every pair of numbers meets once.</summary>
    [Theory]
    [Trait("Kind", "Property")]
    [InlineData(5, 7)]
    [InlineData(7, 8)]
    [InlineData(8, 9)]
    public void Generate_RegistersOfCoprimePeriods_CoincideExactlyAsOftenAsIndependentOnes(int width, int otherWidth)
    {
        int period = ((1 << width) - 1) * ((1 << otherWidth) - 1);
        foreach ((int p, int q) in new[] { (2, 3), (1 << (width - 1), 1 << (otherWidth - 1)), (1 << width, (1 << otherWidth) - 1) })
        {
            Bitstream first = new StochasticNumberGenerator(new LfsrSource(width, 1)).GenerateUnipolar(p, period);
            Bitstream second = new StochasticNumberGenerator(new LfsrSource(otherWidth, 1)).GenerateUnipolar(q, period);
            int both = 0;
            for (int cycle = 0; cycle < period; cycle++)
            {
                both += first[cycle] && second[cycle] ? 1 : 0;
            }

            Assert.Equal(LfsrSource.OnesPerPeriod(p) * LfsrSource.OnesPerPeriod(q), both);
        }
    }

    /// <summary>What the documentation warns of: the bits of one register are not independent.</summary>
    [Fact]
    [Trait("Kind", "Statistical")]
    public void Generate_OneRegister_BitsDependOnEachOther()
    {
        StochasticNumberGenerator generator = new(new LfsrSource(20, 1), 16);
        uint[] words = Drawn(_ => generator.GenerateUnipolar(21845, 32).Words[0]);
        Assert.NotNull(LanePairs.Within(words, LanePairs.Alike(21845)).Fault);
    }

    private static uint[] Drawn(Func<uint, uint> word)
    {
        uint[] words = new uint[Count];
        for (uint i = 0; i < Count; i++)
        {
            words[i] = word(i);
        }

        return words;
    }
}
