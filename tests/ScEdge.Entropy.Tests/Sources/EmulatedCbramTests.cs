using System;
using System.Linq;
using System.Numerics;
using ScEdge.Entropy.Sources;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Sources;
using ScEdge.Stochastic.Tests.Independence;

namespace ScEdge.Entropy.Tests.Sources;

public sealed class EmulatedCbramTests
{
    [Theory]
    [Trait("Kind", "Property")]
    [InlineData(0.0, 0.0)]
    [InlineData(0.3, 0.0)]
    [InlineData(0.3, 0.5)]
    public void NextWord_RecordedKeys_ReplayTheBits(double device, double residual)
    {
        CellBankSettings settings = new() { Lanes = 3, DeviceToDevice = device, ResidualFilament = residual };
        EmulatedCbram emulated = new(new ReplaySource(1, 2), new CellBank(settings, 0), MinEntropy.Full);
        CellBank bank = new(settings, 0);
        ReplaySource keys = new(1, 2);
        OperationCounts counts = new();
        for (int i = 0; i < 300; i++)
        {
            uint probability = (uint)(i * 219);
            int length = 1 + (i % 32);
            uint low = keys.NextWord();
            uint expected = bank.DrawWord(
                i % 3, 0, probability, uint.MaxValue >> (32 - length), low, keys.NextWord(), 0, counts);
            Assert.Equal(expected, emulated.NextWord(probability, length));
        }
    }

    [Fact]
    [Trait("Kind", "Property")]
    public void NextWord_EvenChanceOfIdealCells_IsOneToOneWithTheKey()
    {
        // R is below 1/2 where its first digit is zero: the bits are the complement of one counter word.
        EmulatedCbram emulated = Ideal(7);
        ReplaySource keys = new(7, 0);
        for (int i = 0; i < 100; i++)
        {
            uint low = keys.NextWord();
            Assert.Equal(~CounterGenerator.Word(low, keys.NextWord(), 0), emulated.NextWord());
        }
    }

    [Theory]
    [Trait("Kind", "Statistical")]
    [InlineData(1U)]
    [InlineData(655U)]
    [InlineData(6554U)]
    [InlineData(21845U)]
    [InlineData(32768U)]
    [InlineData(45000U)]
    [InlineData(65000U)]
    public void NextWord_AnyProbability_IsBinomialWithoutCorrelation(uint probability)
    {
        const int words = 100_000;
        EmulatedCbram emulated = Ideal(probability);
        double p = probability / 65536.0;
        double deviation = Math.Sqrt(p * (1 - p) / (32.0 * words));
        long ones = 0;
        long[] pairs = new long[32];
        ulong window = 0;
        for (int i = 0; i < words; i++)
        {
            uint word = emulated.NextWord(probability, 32);
            ones += BitOperations.PopCount(word);
            window = (window >> 32) | ((ulong)word << 32);
            for (int lag = 1; lag < 32; lag++)
            {
                pairs[lag] += BitOperations.PopCount(word & (uint)(window >> (32 - lag)));
            }
        }

        Assert.InRange((ones / (32.0 * words)) - p, -5 * deviation, 5 * deviation);
        for (int lag = 1; lag < 32; lag++)
        {
            // A pair of ones has probability p^2; overlapping pairs share a bit, which adds 2 p^3 (1 - p) to the variance p^2 (1 - p^2).
            // Five deviations and one pair, for the rare ones of small p.
            double bound = (5 * Math.Sqrt(((p * p * (1 - (p * p))) + (2 * p * p * p * (1 - p))) / (32.0 * words))) + (1 / (32.0 * words));
            Assert.InRange((pairs[lag] / (32.0 * words)) - (p * p), -bound, bound);
        }
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Counts_NumberOfAWord_AreThoseOfABank()
    {
        EmulatedCbram emulated = Ideal(1);
        uint word = emulated.NextWord(32768, 20);
        Assert.Equal(0U, word >> 20);
        Assert.Equal(20, emulated.Counts.SetPulses);
        Assert.Equal(BitOperations.PopCount(word), emulated.Counts.SetEvents);
    }

    /// <summary>A source that is not the counter's own gives the keys.</summary>
    [Theory]
    [Trait("Kind", "Statistical")]
    [InlineData(700U, 0.0)]
    [InlineData(6554U, 0.0)]
    [InlineData(21845U, 0.0)]
    [InlineData(32768U, 0.0)]
    [InlineData(52429U, 0.0)]
    [InlineData(6554U, 0.4)]
    public void NextWord_RandomKeys_LanesAreIndependent(uint probability, double spread)
    {
        CellBank bank = new(new CellBankSettings { Lanes = 1, DeviceToDevice = spread, DeviceToDeviceSeed = 9 }, 0);
        double Own(int cell) => (spread > 0 ? bank.Response.Probability(probability, bank.Classes[cell]) : probability) / 65536.0;
        double[] p = [.. Enumerable.Range(0, 32).Select(Own)];
        EmulatedCbram emulated = new(new RandomKeys(), bank, MinEntropy.Full);
        uint[] words = [.. Enumerable.Range(0, 1 << 17).Select(_ => emulated.NextWord(probability, 32))];

        Assert.Null(LanePairs.Within(words, p).Fault);
        Assert.Null(LanePairs.AtLag(words, 1, p).Fault);
    }

    private static EmulatedCbram Ideal(ulong seed) =>
        new(new ReplaySource(seed, 0), new CellBank(new CellBankSettings(), 0), MinEntropy.Full);

    private sealed class RandomKeys : IEntropySource
    {
        private readonly Random _random = new(20261129);

        public EntropyQuality Quality => EntropyQuality.Pseudo;

        public uint MinEntropy => 0;

        public uint NextWord() => (uint)_random.NextInt64(1L << 32);
    }
}
