using System;
using System.Linq;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Stochastic.Tests.Cbram;

[Trait("Kind", "Unit")]
public sealed class DriveLawTests
{
    private const double V0 = 0.125;

    // One straight line through u = 0 at 4 V: the two constants again.
    private static DriveLaw Straight(double spread = 0) => new()
    {
        Reach = Line((3.0, -1 / V0), (5.0, 1 / V0)), Spread = Line((3.0, spread), (5.0, spread)),
    };

    // u rises by 1 for 0.25 V below 4 V and for 0.125 V above.
    private static DriveLaw Bent() => new()
    {
        Reach = Line((3.0, -4), (4.0, 0), (4.5, 4)), Spread = Line((3.0, 0), (4.0, 0), (4.5, 0.5)),
    };

    [Fact]
    public void At_BetweenAndBeyondPoints_IsStraight()
    {
        BrokenLine line = Line((1.0, 10), (2.0, 20), (4.0, 24));
        Assert.Equal(15, line.At(1.5));
        Assert.Equal(22, line.At(3.0));
        Assert.Equal(0, line.At(0.0));
        Assert.Equal(26, line.At(5.0));
        Assert.Equal(3.0, line.Inverse(22));
        Assert.Equal(7.25, new BrokenLine().At(7.25));
    }

    [Theory]
    [InlineData(0.0, 0.1, 0.0)]
    [InlineData(0.0, -0.05, 0.01)]
    [InlineData(0.4, 0.03, 0.0)]
    public void Response_StraightLaw_IsThatOfTwoConstants(double spread, double volts, double disturb)
    {
        CellResponse law = new(new() { DeviceToDevice = spread, Law = Straight(spread), DriveShift = volts, ReadDisturb = disturb });
        CellResponse constants = new(new() { DeviceToDevice = spread, LnHazardShift = volts / V0, ReadDisturb = disturb });
        Assert.All(law.Nodes.Zip(constants.Nodes), static pair => Assert.InRange(pair.First - pair.Second, -1, 1));
    }

    // h = 1 at 4 V. With +0.1 V: u = 0.8, h' = e^0.8; with -0.1 V the flatter piece: e^-0.4. The table of responses is straight where the law bends.
    [Theory]
    [InlineData(0.1, 0.8)]
    [InlineData(-0.1, -0.4)]
    public void Response_BentLaw_TakesThePieceOfTheVoltage(double volts, double reach)
    {
        uint wanted = (uint)Math.Round(65536 * (1 - Math.Exp(-1)));
        CellResponse response = new(new() { Law = Bent(), DriveShift = volts });
        Assert.Equal(65536 * (1 - Math.Exp(-Math.Exp(reach))), (double)response.Probability(wanted, 0), 0.006 * 65536);
    }

    [Fact]
    public void Response_SpreadOfTheTable_IsThatOfTheVoltage()
    {
        CellResponse response = new(new() { DeviceToDevice = 1, Law = Bent() });
        uint low = 6554; // h = 0.105, below 4 V: no spread.
        Assert.All(Enumerable.Range(0, 32), cell => Assert.InRange((int)response.Probability(low, cell) - (int)low, -15, 15));
        uint high = 58982; // h = 2.303 at 4.104 V: sigma 0.104.
        double sigma = 0.5 * (Math.Log(Math.Log(10)) / 8) / 0.5;
        double weakest = 1 - Math.Exp(-Math.Log(10) * Math.Exp(-sigma * CellClasses.Deviation(31)));
        Assert.Equal(65536 * weakest, (double)response.Probability(high, 31), 60.0);
    }

    [Fact]
    public void Response_WaitsOfSlopeTwo_DoubleEveryDeviation()
    {
        DriveLaw law = Straight(0.3);
        law.Waits = Line((-20.0, -40), (20.0, 40));
        CellResponse steep = new(new() { DeviceToDevice = 0.3, Law = law });
        CellResponse plain = new(new() { DeviceToDevice = 0.6 });
        Assert.All(steep.Nodes.Zip(plain.Nodes), static pair => Assert.InRange(pair.First - pair.Second, -1, 1));
    }

    [Fact]
    public void Bank_DriverWithAnotherLaw_MissesByTheDifference()
    {
        DriveLaw law = Straight();
        law.Drive = Line((-1.0, 4.1 - V0), (1.0, 4.1 + V0));
        Assert.False(law.IsMatched);
        CellBank bank = new(new CellBankSettings { Law = law }, 0);
        Assert.Equal(65536 * (1 - Math.Exp(-Math.Log(2) * Math.Exp(0.1 / V0))), (double)bank.Response.Probability(32768, 0), 3.0);
        Assert.Null(new CellBank(new CellBankSettings { Law = Straight() }, 0).Response);
    }

    [Fact]
    public void Quantizer_StraightLaw_HasTheStepsOfTwoConstants()
    {
        DriveQuantizer law = new(6, Straight());
        DriveQuantizer constants = new(6, null);
        for (uint p = 0; p <= 65536; p += 64)
        {
            Assert.InRange((int)law.Quantize(p) - (int)constants.Quantize(p), -1, 1);
        }
    }

    [Fact]
    public void Settings_WithALaw_ComeBackFromTheirBytes()
    {
        DriveLaw law = Bent();
        law.Waits = Line((-20.0, -30), (20.0, 30));
        CellBankSettings cells = new() { DriveBits = 7, Law = law };
        byte[] bytes = OptimizerPlan.Write(new OptimizerSettings(), cells);
        CellBankSettings read = new();
        Assert.True(OptimizerPlan.Read(new OptimizerSettings(), read, bytes, 0, bytes.Length));
        Assert.Equal(7, read.DriveBits);
        Assert.True(read.Law.IsUsable());
        Assert.Equal(law.Reach.At(3.7), read.Law.Reach.At(3.7));
        Assert.Equal(bytes, OptimizerPlan.Write(new OptimizerSettings(), read));
        for (int count = 0; count < bytes.Length; count++)
        {
            Assert.False(OptimizerPlan.Read(new OptimizerSettings(), new CellBankSettings(), bytes, 0, count));
        }
    }

    [Fact]
    public void IsUsable_PointsThatFallOrAreTooMany_IsFalse()
    {
        Assert.False(new DriveLaw().IsUsable());
        Assert.False(new DriveLaw { Reach = Line((3.0, 1), (4.0, 1)), Spread = Line((3.0, 0), (4.0, 0)) }.IsUsable());
        Assert.False(new DriveLaw { Reach = Line((4.0, 1), (3.0, 2)), Spread = Line((3.0, 0), (4.0, 0)) }.IsUsable());
        int[] many = [.. Enumerable.Range(0, BrokenLine.MostPoints + 1)];
        Assert.False(new BrokenLine(many, many).IsUsable(strictly: true));
    }

    private static BrokenLine Line(params (double X, double Y)[] points) => new(
        [.. points.Select(static point => (int)Math.Round(point.X * BrokenLine.UnitsPerOne))],
        [.. points.Select(static point => (int)Math.Round(point.Y * BrokenLine.UnitsPerOne))]);
}
