using System;
using System.Linq;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Stochastic.Tests.Optimizers;

/// <summary>A tensor that passes tile by tile through an object of smaller length gets the bits of one that is whole.</summary>
[Trait("Kind", "Property")]
public sealed class TiledStepTests
{
    private const int TileLength = 96;

    [Theory]
    [InlineData("sgd", 0.0, false)]
    [InlineData("sgd", 0.3, true)]
    [InlineData("momentum", 0.0, false)]
    [InlineData("momentum", 0.3, true)]
    [InlineData("adam", 0.0, false)]
    [InlineData("adam", 0.3, false)]
    public void RunPhase_TileByTile_GivesTheBitsAndCountsOfTheWholeTensor(string kind, double device, bool rateAsStream)
    {
        OptimizerSettings settings = new() { Seed = 5, WeightDecay = 300, RateAsStream = rateAsStream, MomentumBits = 10 };
        CellBankSettings cells = new() { Lanes = 7, DeviceToDevice = device };
        LearningRate rate = rateAsStream ? new LearningRate(50000, 4) : new LearningRate(1u << 16, 4);
        TensorOptimizer whole = Make(kind, settings, OptimizerFixture.Length, new CellBank(cells, 0));
        TensorOptimizer tile = Make(kind, settings, TileLength, new CellBank(cells, 0));
        short[][] state = Enumerable.Range(0, 3).Select(_ => new short[OptimizerFixture.Length]).ToArray();
        uint[] maxima = new uint[3];
        OperationCounts wholeCounts = new();
        OperationCounts tileCounts = new();
        int shifts = 0;
        for (uint step = 0; step < 12; step++)
        {
            // Growing and then vanishing gradients shift the scale up and down.
            short[] gradients = OptimizerFixture.Spread(step, OptimizerFixture.Length, step < 6 ? 30000 >> (6 - (int)step) : 3);
            OptimizerFixture.Step(whole, step, gradients, 15, rate, wholeCounts);
            shifts += StepInTiles(tile, state, maxima, step, gradients, rate, tileCounts);
        }

        Assert.Equal(whole.Weights, state[0]);
        for (int i = 0; whole.Auxiliary(i) is { } registers; i++)
        {
            Assert.Equal(registers, state[i + 1]);
        }

        Assert.Equal(whole.AuxiliaryFractionBits, tile.AuxiliaryFractionBits);
        Assert.Equal(wholeCounts.SetEvents, tileCounts.SetEvents);
        Assert.Equal(wholeCounts.RandomWords, tileCounts.RandomWords);
        Assert.Equal(wholeCounts.RegisterReads, tileCounts.RegisterReads);
        Assert.True(kind == "sgd" || shifts > 1);
    }

    /// <summary>One step; all that the tensor is lies in the arrays of the caller.</summary>
    private static int StepInTiles(
        TensorOptimizer tile, short[][] state, uint[] maxima, uint step, short[] gradients, LearningRate rate, OperationCounts counts)
    {
        tile.BeginStep(step, (uint)gradients.Max(value => Math.Abs((int)value)), 15, rate, counts);
        int shift = tile.PlanRescale(tile.PhaseCount == 3 ? Math.Max(maxima[0], maxima[1]) : maxima[0]);
        if (shift != 0)
        {
            for (int start = 0; start < gradients.Length; start += TileLength)
            {
                int count = Load(tile, state, start);
                tile.ShiftTile(shift, start, count, gradients.Length);
                Store(tile, state, start, count);
            }

            for (int phase = 0; phase + 1 < tile.PhaseCount; phase++)
            {
                maxima[phase] = RegisterScale.MaximumOf(state[phase + 1]);
            }
        }

        for (int phase = 0; phase < tile.PhaseCount; phase++)
        {
            for (int known = 0; known < tile.PhaseCount; known++)
            {
                tile.EndPhase(known, maxima[known]);
            }

            tile.BeginPhase(phase);
            maxima[phase] = 0;
            for (int start = 0; start < gradients.Length; start += TileLength)
            {
                int count = Load(tile, state, start);
                short[] part = gradients[start..(start + count)];
                tile.MoveTo(start);
                maxima[phase] = Math.Max(maxima[phase], tile.RunPhase(phase, part, 0, count, counts));
                Store(tile, state, start, count);
            }
        }

        return shift == 0 ? 0 : 1;
    }

    private static int Load(TensorOptimizer tile, short[][] state, int start)
    {
        int count = Math.Min(TileLength, state[0].Length - start);
        Array.Copy(state[0], start, tile.Weights, 0, count);
        for (int i = 0; tile.Auxiliary(i) is { } registers; i++)
        {
            Array.Copy(state[i + 1], start, registers, 0, count);
        }

        return count;
    }

    private static void Store(TensorOptimizer tile, short[][] state, int start, int count)
    {
        Array.Copy(tile.Weights, 0, state[0], start, count);
        for (int i = 0; tile.Auxiliary(i) is { } registers; i++)
        {
            Array.Copy(registers, 0, state[i + 1], start, count);
        }
    }

    private static TensorOptimizer Make(string kind, OptimizerSettings settings, int length, CellBank bank) => kind switch
    {
        "sgd" => new SgdOptimizer(settings, 2, length, 15, bank),
        "momentum" => new MomentumOptimizer(settings, 2, length, 15, bank),
        _ => new AdamOptimizer(settings, 2, length, 15, bank),
    };
}
