using System;
using ScEdge.Cbram;
using ScEdge.Entropy.Calibration;

namespace ScEdge.Entropy.Tests.Calibration;

[Trait("Kind", "Unit")]
public sealed class CalibrationTableTests
{
    private static readonly SwitchingLaw Law = new(2.85e5, 0.156);

    [Fact]
    public void MillivoltsFor_ExactNodes_FollowsTheLawEverywhere()
    {
        CalibrationTable table = new(ExactNodes(), 1024);
        for (uint probability = 64; probability < 65500; probability += 64)
        {
            // A node is off by half a millivolt at most; beyond the nodes the slope of the last pair, 26 mV or more apart, can be off by
            // one millivolt, over a way of at most seven times their distance.
            double exact = 1e3 * Law.Voltage(probability / 65536.0, 1e-6);
            Assert.InRange(table.MillivoltsFor(probability) - exact, -9, 9);
        }
    }

    [Fact]
    public void Bound_NodesOffByTheTolerance_HoldsEverywhere()
    {
        // The worst tables: every node at one end of its tolerance, alternating or all alike. 80 of the tolerance of 1,024 are left for the
        // rounding of the nodes: half a millivolt at a slope of at most 2.36 per volt.
        for (int pattern = 0; pattern < 4; pattern++)
        {
            int[] millivolts = new int[CalibrationTable.NodeCount];
            for (int node = 0; node < millivolts.Length; node++)
            {
                int sign = pattern switch { 0 => 1, 1 => -1, 2 => node % 2 == 0 ? 1 : -1, _ => node % 2 == 0 ? -1 : 1 };
                double p = (CalibrationTable.Target(node) + (sign * 944)) / 65536.0;
                millivolts[node] = (int)Math.Round(1e3 * Law.Voltage(p, 1e-6));
            }

            CalibrationTable table = new(millivolts, 1024);
            for (uint probability = 64; probability < 65536; probability += 64)
            {
                double error = Law.Probability(1e-3 * table.MillivoltsFor(probability), 1e-6) - (probability / 65536.0);
                Assert.InRange(Math.Abs(error), 0, table.Bound(probability) / 65536.0);
            }
        }
    }

    [Fact]
    public void Constructor_BadNodes_Throws()
    {
        int[] falling = ExactNodes();
        falling[4] = falling[3];
        Assert.Throws<ArgumentException>(() => new CalibrationTable(falling, 1024));
        Assert.Throws<ArgumentException>(() => new CalibrationTable([1, 2], 1024));
        Assert.Throws<ArgumentException>(() => new CalibrationTable(ExactNodes(), 0));
    }

    private static int[] ExactNodes()
    {
        int[] millivolts = new int[CalibrationTable.NodeCount];
        for (int node = 0; node < millivolts.Length; node++)
        {
            millivolts[node] = (int)Math.Round(1e3 * Law.Voltage(CalibrationTable.Target(node) / 65536.0, 1e-6));
        }

        return millivolts;
    }
}
