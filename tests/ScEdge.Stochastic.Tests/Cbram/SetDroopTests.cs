using System;
using System.Linq;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Stochastic.Tests.Cbram;

[Trait("Kind", "Unit")]
public sealed class SetDroopTests
{
    // Half a unit of rounding, and what Runge and Kutta's fourth order misses from node to node: 5e-8 of p at most.
    private const double Error = 0.505;

    [Theory]
    [InlineData(0.03, 0.0)]
    [InlineData(0.64, 0.0)]
    [InlineData(0.64, 0.3)]
    [InlineData(0.64, -1.5)]
    [InlineData(3.2, 0.0)]
    [InlineData(3.2, 3.2)]
    [InlineData(64, 0.0)]
    [InlineData(64, 3.2)]
    public void Response_EveryNode_HasTheHazardWhoseIntegralIsTheWantedOne(double droop, double drive)
    {
        CellResponse response = new(new() { SetDroop = droop, LnHazardShift = drive, DriveShift = drive });
        for (int node = 1; node < CellResponse.NodeCount; node++)
        {
            double law = 65536 * -Expm1(-Reached(droop, Math.Exp(drive) * Hazard(node)));
            Assert.Equal(Math.Min(law, 65535), (double)response.Nodes[node], Error);
        }
    }

    [Fact]
    public void Response_SmallDroop_IsTheFirstTermOfItsSeries()
    {
        // H = h - a (h - 1 + exp(-h)) + O(a^2), and the second term is below a^2 h.
        const double Droop = 0.005;
        CellResponse response = new(new() { SetDroop = Droop });
        foreach (uint wanted in (uint[])[1024, 16384, 32768, 49152, 61440])
        {
            double hazard = -Math.Log(1 - (wanted / 65536.0));
            double first = hazard - (Droop * (hazard - 1 + Math.Exp(-hazard)));
            double second = 65536 * Droop * Droop * hazard * Math.Exp(-hazard);
            Assert.Equal(-65536 * Expm1(-first), (double)response.Probability(wanted, 0), Error + second);
        }
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.5)]
    public void Response_Classes_HaveTheirFactorOnWhatIsReached(double drop)
    {
        const double Droop = 0.8;
        const double Residual = 0.4;
        CellResponse response = new(new()
        {
            SetDroop = Droop, LnHazardShift = 0.2 + Residual, DriveShift = 0.2, LineDrop = drop, DeviceToDevice = drop == 0 ? 0.3 : 0,
        });
        for (int node = 8; node < CellResponse.NodeCount; node += 8)
        {
            double reached = Reached(Droop, Math.Exp(0.2) * Hazard(node));
            for (int one = 0; one < CellClasses.Count; one++)
            {
                double ln = Residual - (drop == 0 ? 0.3 * CellClasses.Deviation(one) : drop * one / 31);
                double law = -65536 * Expm1(-Math.Exp(ln) * reached);
                Assert.Equal(Math.Min(law, 65535), (double)response.Nodes[(node * CellClasses.Count) + one], Error);
            }
        }
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.64)]
    [InlineData(3.2)]
    [InlineData(64)]
    public void Response_AnyDroop_RisesAndStaysBelowTheWanted(double droop)
    {
        CellResponse response = new(new() { SetDroop = droop });
        CellResponse more = new(new() { SetDroop = 1.5 * droop });
        Assert.Equal(response.Nodes.Order(), response.Nodes);
        for (uint wanted = 1; wanted < 65536; wanted++)
        {
            Assert.InRange(response.Probability(wanted, 0), more.Probability(wanted, 0), wanted);
        }

        Assert.Equal(1u, response.Probability(1, 0));
        Assert.Equal(0u, response.Probability(0, 0));
    }

    [Fact]
    public void Bank_Droop_LeavesIdealCellsAndKeepsTheDriftBeforeIt()
    {
        CellBankSettings settings = new() { SetDroop = 0.64, DriveDrift = 0.3, DriveDriftSeed = 5 };
        CellBank bank = new(settings, 1);
        CellBank neighbour = new(settings, settings.Lanes, 2, bank);
        foreach (uint step in (uint[])[0, 64, 640])
        {
            bank.BeginStep(step);
            neighbour.BeginStep(step);
            double drift = 0.3 * DriftProcess.At(5, step / 64);
            Assert.Equal(new CellResponse(new() { SetDroop = 0.64, LnHazardShift = drift, DriveShift = drift }).Nodes, bank.Response.Nodes);
            Assert.Same(bank.Response, neighbour.Response);
        }

        CellBank alone = new(new CellBankSettings { SetDroop = 0.64 }, 1);
        Assert.NotNull(alone.Response);
        Assert.Null(new CellBank(new CellBankSettings(), 1).Response);
    }

    [Fact]
    public void Visit_Droop_StandsBehindTheOtherEffectsAndEarlierBoardsRefuseIt()
    {
        CellBankSettings four = new() { DriveBits = 7, ReadMiss = 0.1 };
        CellBankSettings all = new() { DriveBits = 7, ReadMiss = 0.1, SetDroop = 0.25 };
        byte[] before = OptimizerPlan.Write(new OptimizerSettings(), four);
        byte[] bytes = OptimizerPlan.Write(new OptimizerSettings(), all);

        // One field more, and a number of drive bits that boards without it refuse: more than 16 below 64.
        Assert.Equal(before.Length + 8, bytes.Length);
        int place = Enumerable.Range(0, before.Length).Single(i => before[i] != bytes[i]);
        Assert.Equal((7 + 64, 7 + 64 + 32), (before[place], bytes[place]));
        Assert.Equal(0.25, BitConverter.ToDouble(bytes, before.Length));
        CellBankSettings back = new();
        Assert.True(OptimizerPlan.Read(new OptimizerSettings(), back, bytes, 0, bytes.Length));
        Assert.Equal((7, 0.1, 0.25), (back.DriveBits, back.ReadMiss, back.SetDroop));
        bytes = OptimizerPlan.Write(new OptimizerSettings(), new CellBankSettings { DriveBits = 16, SetDroop = 0.25 });
        back = new CellBankSettings();
        Assert.True(OptimizerPlan.Read(new OptimizerSettings(), back, bytes, 0, bytes.Length));
        Assert.Equal((16, 0.25, 0.0), (back.DriveBits, back.SetDroop, back.DriveDrift));
    }

    private static double Hazard(int node)
    {
        int near = Math.Min(node, CellResponse.NodeCount - 1 - node);
        int octave = near < 16 ? 0 : (near >> 3) - 1;
        double distance = (near - (octave * 8)) << octave;
        return node == near ? -Math.Log(1 - (distance / 65536)) : -Math.Log(Math.Max(distance, 0.5) / 65536);
    }

    /// <summary>Finds H of the integral from 0 to H of exp(a (1 - exp(-x))) dx = h by bisection of its quadrature.</summary>
    private static double Reached(double droop, double hazard)
    {
        // No more drive than without a droop, no less than with all of it.
        double low = 0;
        double high = hazard;
        for (int i = 0; i < 40; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = Integral(droop, middle, hazard) < hazard ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    /// <summary>Simpson's rule in y = ln(1 + x), whose steps are short where the integrand bends; ends where the bound is passed.</summary>
    private static double Integral(double droop, double to, double bound)
    {
        const int Pairs = 400;
        double width = Math.Log(1 + (50 * to)) / (2 * Pairs);
        double sum = 0;
        for (int i = 0; i < Pairs && sum * width / 3 < bound; i++)
        {
            sum += At(2 * i) + (4 * At((2 * i) + 1)) + At((2 * i) + 2);
        }

        return sum * width / 3;

        double At(int i)
        {
            double x = Expm1(i * width) / 50;
            return Math.Exp(-droop * Expm1(-x)) * (x + 0.02);
        }
    }

    private static double Expm1(double x) => Math.Abs(x) < 1e-5 ? x + (x * x / 2) : Math.Exp(x) - 1;
}
