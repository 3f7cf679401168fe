using System;
using System.Linq;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Stochastic.Tests.Independence;

/// <summary>The bits of cells are independent: all pairs of lanes of a word, and of words that are neighbours in any coordinate.</summary>
[Trait("Kind", "Statistical")]
public class CellIndependenceTests
{
    private const int Words = 1 << 17;
    private const uint All = uint.MaxValue;

    public static TheoryData<WordOrder, uint> OrdersAndProbabilities
    {
        get
        {
            TheoryData<WordOrder, uint> rows = [];
            foreach (WordOrder order in Enum.GetValues<WordOrder>())
            {
                foreach (uint probability in new uint[] { 1, 700, 6554, 21845, 32768, 52429, 65535 })
                {
                    rows.Add(order, probability);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(OrdersAndProbabilities))]
    public void DrawWord_CellsAlike_LanesAreIndependent(WordOrder order, uint probability)
    {
        CellBank bank = new(new CellBankSettings(), 0);
        AssertIndependent(Drawn(bank, order, probability), LanePairs.Alike(probability));
    }

    [Theory]
    [InlineData(WordOrder.Parameters, 700)]
    [InlineData(WordOrder.Parameters, 6554)]
    [InlineData(WordOrder.Parameters, 32768)]
    [InlineData(WordOrder.Parameters, 52429)]
    [InlineData(WordOrder.Steps, 6554)]
    [InlineData(WordOrder.Streams, 21845)]
    [InlineData(WordOrder.Tensors, 6554)]
    [InlineData(WordOrder.Seeds, 6554)]
    [InlineData(WordOrder.RandomKeys, 6554)]
    public void DrawWord_CellsThatDiffer_LanesAreIndependentAtTheirOwnProbabilities(WordOrder order, uint probability)
    {
        // One lane, so that a bit is always made by the same cell, which each has a probability of its own.
        CellBank bank = new(new CellBankSettings { Lanes = 1, DeviceToDevice = 0.4, DeviceToDeviceSeed = 9 }, 0);
        double[] own = [.. Enumerable.Range(0, 32).Select(cell => bank.Response.Probability(probability, bank.Classes[cell]) / 65536.0)];
        AssertIndependent(Drawn(bank, order, probability), own);
    }

    [Theory]
    [InlineData(0.0, 6554u, 21845u)]
    [InlineData(0.0, 700u, 52429u)]
    [InlineData(0.4, 6554u, 21845u)]
    public void DrawNestedWord_TwoReads_OnlyTheSameCellIsNested(double spread, uint innerProbability, uint outerProbability)
    {
        CellBank bank = new(new CellBankSettings { Lanes = 1, DeviceToDevice = spread, DeviceToDeviceSeed = 9 }, 0);
        double Own(uint wanted, int cell) => (spread > 0 ? bank.Response.Probability(wanted, bank.Classes[cell]) : wanted) / 65536.0;
        double[] p = [.. Enumerable.Range(0, 32).Select(cell => Own(innerProbability, cell))];
        double[] q = [.. Enumerable.Range(0, 32).Select(cell => Own(outerProbability, cell))];
        OperationCounts counts = new();
        WordPlaces places = new(WordOrder.Parameters);
        uint[] inner = new uint[Words];
        uint[] outer = new uint[Words];
        for (int i = 0; i < Words; i++)
        {
            (ulong key, uint counter) = places.Of((uint)i);
            outer[i] = bank.DrawNestedWord(
                0, 0, outerProbability, innerProbability, All, (uint)key, (uint)(key >> 32), counter, counts, out inner[i]);
        }

        Assert.All(Enumerable.Range(0, Words), i => Assert.Equal(0u, inner[i] & ~outer[i]));
        AssertIndependent(inner, p);
        AssertIndependent(outer, q);
        Assert.Null(LanePairs.BetweenOthers(inner, outer, p, q).Fault);
        Assert.Null(LanePairs.Between(inner.AsSpan(1), outer.AsSpan(0, Words - 1), p, q).Fault);
        Assert.NotNull(LanePairs.Between(inner, outer, p, q).Fault);
    }

    /// <summary>Of stream format 1 the same judgement finds the lanes 16 apart, whatever the order.</summary>
    [Theory]
    [InlineData(WordOrder.Parameters, 700, 1 << 20)]
    [InlineData(WordOrder.Parameters, 6554, Words)]
    [InlineData(WordOrder.LongParameters, 6554, Words)]
    [InlineData(WordOrder.Parameters, 21845, Words)]
    [InlineData(WordOrder.Parameters, 52429, Words)]
    [InlineData(WordOrder.Steps, 6554, Words)]
    [InlineData(WordOrder.Streams, 21845, Words)]
    [InlineData(WordOrder.Tensors, 6554, Words)]
    [InlineData(WordOrder.Seeds, 6554, Words)]
    [InlineData(WordOrder.RandomKeys, 52429, Words)]
    public void Within_VersionOne_IsRejected(WordOrder order, uint probability, int count)
    {
        WordPlaces places = new(order);
        uint[] words = new uint[count];
        for (int i = 0; i < count; i++)
        {
            (ulong key, uint counter) = places.Of((uint)i);
            words[i] = VersionOneWord.Draw(probability, key, counter);
        }

        Assert.Matches("^lanes (0 and 16|1 and 17)", LanePairs.Within(words, LanePairs.Alike(probability)).Fault);
    }

    private static void AssertIndependent(uint[] words, double[] p)
    {
        Assert.Null(LanePairs.Within(words, p).Fault);
        Assert.Null(LanePairs.AtLag(words, 1, p).Fault);
        Assert.Null(LanePairs.AtLag(words, 16, p).Fault);
    }

    private static uint[] Drawn(CellBank bank, WordOrder order, uint probability)
    {
        WordPlaces places = new(order);
        OperationCounts counts = new();
        uint[] words = new uint[Words];
        for (int i = 0; i < Words; i++)
        {
            (ulong key, uint counter) = places.Of((uint)i);
            words[i] = bank.DrawWord(0, 0, probability, All, (uint)key, (uint)(key >> 32), counter, counts);
        }

        return words;
    }
}
