using System;
using System.Numerics;
using ScEdge.Entropy.Calibration;
using ScEdge.Entropy.Cells;
using ScEdge.Entropy.Sources;
using ScEdge.Entropy.Tests.FrontEnd;
using ScEdge.FrontEnd;

namespace ScEdge.Entropy.Tests.Sources;

[Trait("Kind", "Statistical")]
public sealed class CbramEntropySourceTests
{
    [Fact]
    public void NextWord_CalibratedCells_HaveTheWantedProbabilities()
    {
        CbramEntropySource source = Calibrated(new Bench(cells: 2, seed: 11, tolerance: 2048));
        Assert.Equal(EntropyQuality.True, source.Quality);
        foreach (uint probability in new uint[] { 2048, 9000, 32768, 50000, 60000 })
        {
            const int words = 1000;
            int ones = 0;
            for (int i = 0; i < words; i++)
            {
                ones += BitOperations.PopCount(source.NextWord(probability, 32));
            }

            // The bound of the calibration and five deviations of 32,000 bits.
            double p = probability / 65536.0;
            double bound = (source.Cell(0).Table.Bound(probability) / 65536.0) + (5 * Math.Sqrt(p * (1 - p) / (32 * words)));
            Assert.InRange(ones / (32.0 * words), p - bound, p + bound);
        }
    }

    [Fact]
    public void NextWord_CertainProbabilities_TakeNoPulse()
    {
        Bench bench = new(seed: 12, tolerance: 2048);
        CbramEntropySource source = Calibrated(bench);
        long pulses = bench.Driver.SetPulses;
        Assert.Equal(0U, source.NextWord(0, 32));
        Assert.Equal(0x1FU, source.NextWord(65536, 5));
        Assert.Equal(pulses, bench.Driver.SetPulses);
    }

    [Fact]
    public void NextWord_CellDriftsBeyondTheBound_IsDueAndServesOnceCalibrated()
    {
        Bench bench = new(seed: 13, tolerance: 2048);
        CbramEntropySource source = Calibrated(bench);
        int before = source.Cell(0).Table.MillivoltsOfNode(4);
        bench.FrontEnd[0].DriftVolts = 0.1;

        // 0.1 V of 0.156 V per factor e takes P = 1/2 to 0.31: found in the first whole window.
        for (int i = 0; i <= 2 * DriftWatch.Window / 32; i++)
        {
            source.NextWord();
        }

        Assert.Equal(1, source.Cell(0).Drifts);
        Assert.True(source.Cell(0).IsDue);
        Assert.Equal(EntropyQuality.Failing, source.Quality);
        Assert.Equal(0U, source.NextWord());

        Assert.Equal(CellFault.None, Calibrate(source, 0));
        Assert.False(source.Cell(0).IsDue);
        Assert.Equal(EntropyQuality.True, source.Quality);
        Assert.InRange(source.Cell(0).Table.MillivoltsOfNode(4) - before, 80, 120);
        Assert.InRange(bench.TrueProbability(0, source.Cell(0).Table.MillivoltsFor(32768)), 0.5 - (1 / 32.0), 0.5 + (1 / 32.0));
    }

    [Fact]
    public void NextWord_CellSticksInService_IsRetiredAndTheOtherServes()
    {
        Bench bench = new(cells: 2, seed: 14, tolerance: 2048);
        CbramEntropySource source = Calibrated(bench);
        bench.FrontEnd[0].Condition = CellCondition.StuckSet;
        source.NextWord();
        source.NextWord();
        Assert.Equal(CellFault.StuckSet, source.Cell(0).Fault);
        Assert.Equal(1, source.CellsInService);
        Assert.Equal(EntropyQuality.True, source.Quality);

        bench.FrontEnd[1].Condition = CellCondition.StuckSet;
        Assert.Equal(0U, source.NextWord());
        Assert.Equal(EntropyQuality.Failing, source.Quality);
    }

    [Fact]
    public void NextWord_CellIsDisconnectedInService_IsFoundByTheWatch()
    {
        Bench bench = new(seed: 15, tolerance: 2048);
        CbramEntropySource source = Calibrated(bench);
        bench.FrontEnd[0].Condition = CellCondition.Disconnected;
        for (int i = 0; i <= 2 * DriftWatch.Window / 32 && source.Quality == EntropyQuality.True; i++)
        {
            source.NextWord();
        }

        Assert.Equal(EntropyQuality.Failing, source.Quality);
        Assert.Equal(CellFault.Disconnected, Calibrate(source, 0));
        Assert.Equal(CellFault.Disconnected, source.Cell(0).Fault);
        Assert.Equal(EntropyQuality.Failing, source.Quality);
    }

    [Fact]
    public void AdvanceCalibration_InSlices_TheOtherCellServesAndTheResultIsTheSame()
    {
        Bench bench = new(cells: 2, seed: 18, tolerance: 2048);
        CbramEntropySource source = Calibrated(bench);
        source.BeginCalibration(0);
        Assert.True(source.IsCalibrating);
        Assert.Equal(1, source.CellsInService);
        int slices = 0;
        do
        {
            // Words of cell 1 between the slices of cell 0.
            Assert.Equal(EntropyQuality.True, source.Quality);
            source.NextWord();
            slices++;
        }
        while (!source.AdvanceCalibration(32));

        CalibratedCell cell = source.Cell(0);
        Assert.Equal(2, cell.Calibrations);
        Assert.Equal(2, source.CellsInService);

        // The examination gives at most 8 SET pulses; every further one is a bit of a slice, at most 32 each.
        Assert.InRange(cell.SetPulses, 9 * 64, 8 + (32L * slices));
        Assert.InRange(bench.TrueProbability(0, cell.Table.MillivoltsFor(32768)), 0.5 - (1 / 32.0), 0.5 + (1 / 32.0));
    }

    [Fact]
    public void Restore_KeptTable_ServesWithoutCalibration()
    {
        Bench bench = new(seed: 16, tolerance: 2048);
        CalibrationTable kept = Calibrated(bench).Cell(0).Table;
        long pulses = bench.Driver.SetPulses;
        CbramEntropySource source = new(bench.Driver, bench.Calibration, EntropyQuality.True);
        Assert.Equal(EntropyQuality.Failing, source.Quality);
        Assert.True(source.Restore(0, kept));
        Assert.Equal(EntropyQuality.True, source.Quality);
        Assert.Equal(pulses, bench.Driver.SetPulses);

        bench.Calibration.Tolerance = 1024;
        Assert.False(new CbramEntropySource(bench.Driver, bench.Calibration, EntropyQuality.True).Restore(0, kept));
    }

    [Fact]
    public void Driver_WholeLifeOfASource_StaysWithinTheLimits()
    {
        Bench bench = new(seed: 17, tolerance: 2048);
        CbramEntropySource source = Calibrated(bench);
        for (uint probability = 1; probability < 65536; probability += 4095)
        {
            source.NextWord(probability, 32);
        }

        Assert.InRange(bench.FrontEnd.LargestMillivolts, 1, bench.Limits.MaximumMillivolts);
    }

    private static CellFault Calibrate(CbramEntropySource source, int cell)
    {
        source.BeginCalibration(cell);
        while (!source.AdvanceCalibration(32))
        {
        }

        return source.Cell(cell).Fault;
    }

    private static CbramEntropySource Calibrated(Bench bench)
    {
        CbramEntropySource source = new(bench.Driver, bench.Calibration, EntropyQuality.True);
        for (int cell = 0; cell < source.CellCount; cell++)
        {
            Assert.Equal(CellFault.None, Calibrate(source, cell));
        }

        return source;
    }
}
