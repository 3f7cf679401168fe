using System;
using System.Linq;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Stochastic.Tests.Cbram;

[Trait("Kind", "Unit")]
public sealed class LineDropTests
{
    private const double Drop = 0.6;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(32)]
    [InlineData(40)]
    [InlineData(256)]
    [InlineData(4096)]
    public void Bank_CellsOfALane_HaveTheClassNearestToTheirPlace(int cells)
    {
        CellBank bank = new(new CellBankSettings { Lanes = 2, CellsPerLane = cells, LineDrop = Drop }, 3);
        for (int cell = 0; cell < cells; cell++)
        {
            double place = cells == 1 ? 0 : 31.0 * cell / (cells - 1);
            Assert.InRange(bank.Classes[cell] - place, -0.5, 0.5);
            Assert.Equal(bank.Classes[cell], bank.Classes[cells + cell]);
        }
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.3)]
    public void Response_Classes_LoseDriveInProportion(double offset)
    {
        CellResponse response = new(new() { LineDrop = Drop, LnHazardShift = offset });
        foreach (uint wanted in new uint[] { 1024, 16384, 32768, 49152 })
        {
            double hazard = -Math.Log(1 - (wanted / 65536.0));
            for (int cell = 0; cell < 32; cell++)
            {
                double law = 65536 * (1 - Math.Exp(-hazard * Math.Exp(offset - (Drop * cell / 31))));
                Assert.Equal(law, (double)response.Probability(wanted, cell), 0.51);
            }
        }
    }

    [Fact]
    public void Response_StraightLaw_IsThatOfTwoConstants()
    {
        const double V0 = 0.125;
        DriveLaw law = new()
        {
            Reach = new BrokenLine([3 << 20, 5 << 20], [-8 << 20, 8 << 20]), Spread = new BrokenLine([3 << 20, 5 << 20], [0, 0]),
        };
        CellResponse lines = new(new() { LineDrop = 0.05, Law = law });
        CellResponse constants = new(new() { LineDrop = 0.05 / V0 });
        Assert.All(lines.Nodes.Zip(constants.Nodes), static pair => Assert.InRange(pair.First - pair.Second, -1, 1));
    }

    [Fact]
    public void Bank_SerialWrite_LosesNothing()
    {
        CellBank ideal = new(new CellBankSettings { SerialWrite = true }, 0);
        CellBank bank = new(new CellBankSettings { SerialWrite = true, LineDrop = Drop }, 0);
        OperationCounts counts = new();
        const int Numbers = 20_000;
        long ones = 0;
        for (uint i = 0; i < Numbers; i++)
        {
            ones += bank.CountOnes(0, 32768, 32, 1, 2, i * 16, counts);
        }

        double error = 5 * Math.Sqrt(0.25 / (32.0 * Numbers));
        Assert.InRange(ones / (32.0 * Numbers), 0.5 - error, 0.5 + error);
        Assert.Null(ideal.Response);
    }
}
