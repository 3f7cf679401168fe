using System;
using System.Linq;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Stochastic.Tests.Cbram;

public sealed class DriftProcessTests
{
    private const int Seeds = 20_000;

    [Fact]
    [Trait("Kind", "Statistical")]
    public void At_OverSeeds_HasMeanZeroAndVarianceOne()
    {
        double[] drifts = [.. Enumerable.Range(0, Seeds).Select(static seed => DriftProcess.At((ulong)seed, 77))];

        // Fourth moment of a sum of K independent equals: 3 + (m4 - 3) / K. Five deviations of mean and variance.
        double fourth = Enumerable.Range(0, CellClasses.Count).Average(static one => Math.Pow(CellClasses.Deviation(one), 4));
        double ofSum = 3 + ((fourth - 3) / DriftProcess.Octaves);
        double mean = 5 / Math.Sqrt(Seeds);
        Assert.InRange(drifts.Average(), -mean, mean);
        double variance = 5 * Math.Sqrt((ofSum - 1) / Seeds);
        Assert.InRange(drifts.Average(static drift => drift * drift), 1 - variance, 1 + variance);
    }

    [Theory]
    [Trait("Kind", "Statistical")]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(48)]
    [InlineData(200)]
    public void At_TwoPeriods_HaveTheCovarianceOfTheirLag(int lag)
    {
        // Phases over a cycle of the slowest value. A product of two values of variance 1 has a deviation below sqrt(E x^4) = sqrt(3).
        const int Cycle = 1 << (DriftProcess.Octaves - 1);
        double sum = 0;
        for (int seed = 0; seed < Seeds; seed++)
        {
            uint first = (uint)(seed % Cycle);
            sum += DriftProcess.At((ulong)seed, first) * DriftProcess.At((ulong)seed, first + (uint)lag);
        }

        double law = Enumerable.Range(0, DriftProcess.Octaves).Average(octave => Math.Max(0, 1 - (lag / (double)(1 << octave))));
        double error = 5 * Math.Sqrt(3.0 / Seeds);
        Assert.InRange(sum / Seeds, law - error, law + error);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void BeginStep_AnyOrder_GivesTheResponseOfThatDriftToAllBanks()
    {
        const double Deviation = 0.3;
        CellBankSettings settings = new() { DriveOffset = 0.1, DriveDrift = Deviation, DriveDriftSeed = 5 };
        CellBank first = new(settings, 1);
        CellBank second = new(settings, settings.Lanes, 2, first);
        foreach (uint step in new uint[] { 0, 63, 64, 100, 8191, 20_000, 64 })
        {
            first.BeginStep(step);
            second.BeginStep(step);
            double drift = Deviation * DriftProcess.At(5, step / 64);
            CellResponse law = new(new() { LnHazardShift = 0.1 + drift });
            Assert.Equal(law.Nodes, first.Response.Nodes);
            Assert.Same(first.Response, second.Response);
        }

        Assert.NotEqual(DriftProcess.At(5, 0), DriftProcess.At(5, 1));
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void BeginStep_WornCells_AddsTheDriftToTheWear()
    {
        CellBankSettings settings = new() { DriveDrift = 0.3, DriveDriftSeed = 5, Wear = 0.5, EnduranceCycles = 100 };
        CellBank bank = new(settings, 1);
        bank.Restore(32 * 100);
        bank.BeginStep(640);
        CellResponse law = new(new() { LnHazardShift = 0.0 - (0.5 * 256 / 256.0) + (0.3 * DriftProcess.At(5, 10)) });
        Assert.Equal(law.Nodes, bank.Response.Nodes);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void BeginStep_NoDrift_LeavesIdealCells()
    {
        CellBank bank = new(new CellBankSettings(), 1);
        bank.BeginStep(1000);
        Assert.Null(bank.Response);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Visit_LaterEffectsOff_LeavesTheBytesOfEarlierBoards()
    {
        byte[] plain = OptimizerPlan.Write(new OptimizerSettings(), new CellBankSettings { DriveBits = 7 });
        byte[] drifting = OptimizerPlan.Write(new OptimizerSettings(), new CellBankSettings { DriveBits = 7, DriveDrift = 0.1 });

        // Four fields more, and a number of drive bits that boards without them refuse: more than 16.
        Assert.Equal(plain.Length + 32, drifting.Length);
        int place = Enumerable.Range(0, plain.Length).Single(i => plain[i] != drifting[i]);
        Assert.Equal((7, 7 + 64), (plain[place], drifting[place]));
    }
}
