using System;
using System.Numerics;
using ScEdge.Entropy.Calibration;
using ScEdge.Entropy.Sources;

namespace ScEdge.Entropy.Tests.Calibration;

[Trait("Kind", "Statistical")]
public sealed class DriftWatchTests
{
    [Theory]
    [InlineData(32768U)]
    [InlineData(8192U)]
    [InlineData(60000U)]
    public void Add_BitsWithinTheBound_IsSilent(uint probability)
    {
        // 2,000 windows; the worst case within the bound alarms with 2.9e-7 each.
        Assert.Equal(0, Alarms(probability, probability + 1024, 1024, 2000));
    }

    [Theory]
    [InlineData(32768U, 32768U + 3605U)]
    [InlineData(32768U, 32768U - 3605U)]
    [InlineData(8192U, 8192U + 3605U)]
    public void Add_BitsOffByThePublishedDistance_AlarmsInEveryWindow(uint wanted, uint actual)
    {
        // 3605/65536 = 0.055: ten deviations of the mean beyond the bound are at least five beyond the alarm.
        Assert.Equal(200, Alarms(wanted, actual, 1024, 200));
    }

    private static int Alarms(uint wanted, uint actual, int bound, int windows)
    {
        EmulatedCbram bits = new(
            new ReplaySource(5, wanted), new ScEdge.Stochastic.Cbram.CellBank(new() { Lanes = 1 }, 0), MinEntropy.Full);
        DriftWatch watch = new();
        int alarms = 0;
        for (int word = 0; word < windows * DriftWatch.Window / 32; word++)
        {
            alarms += watch.Add(BitOperations.PopCount(bits.NextWord(actual, 32)), 32, wanted, bound) ? 1 : 0;
        }

        return alarms;
    }
}
