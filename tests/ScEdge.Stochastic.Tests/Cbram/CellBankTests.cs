using System;
using System.Numerics;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Stochastic.Tests.Cbram;

public class CellBankTests
{
    private const uint All = 0xFFFFFFFF;

    [Fact]
    [Trait("Kind", "Property")]
    public void DrawWord_IdealCells_AreTheBernoulliWord()
    {
        OperationCounts counts = new();
        CellBank bank = new(new CellBankSettings { Lanes = 4 }, 0);
        for (uint i = 0; i < 2000; i++)
        {
            uint probability = (i * 31337) & 0x1FFFF;
            probability = Math.Min(probability, BernoulliWord.One);
            Assert.Equal(
                BernoulliWord.Draw(probability, All, 5, 6, i * 16, counts),
                bank.DrawWord((int)(i % 4), 0, probability, All, 5, 6, i * 16, counts));
        }
    }

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(100)]
    public void CountOnes_Certainty_CountsEveryBitPulseReadAndReset(int length)
    {
        OperationCounts counts = new();
        CellBank bank = new(new CellBankSettings { CellsPerLane = length }, 0);
        Assert.Equal(length, bank.CountOnes(0, BernoulliWord.One, length, 1, 2, 0, counts));
        Assert.Equal(0, bank.CountOnes(0, 0, length, 1, 2, 0, counts));
        Assert.Equal(2, counts.Numbers);
        Assert.Equal(2 * length, counts.Bits);
        Assert.Equal(length, counts.SetPulses);
        Assert.Equal(length, counts.Reads);
        Assert.Equal(length, counts.SetEvents);
        Assert.Equal(length, counts.ResetPulses);
    }

    [Theory]
    [Trait("Kind", "Statistical")]
    [InlineData(0.3, 0.0, 0.0, 0.0)]
    [InlineData(0.0, 0.4, 0.0, 0.0)]
    [InlineData(0.0, 0.0, 0.5, 0.0)]
    [InlineData(0.0, 0.0, 0.0, 0.05)]
    [InlineData(0.2, 0.2, -0.3, 0.01)]
    public void CountOnes_CellsThatDepart_SwitchAsOftenAsTheirLaw(double device, double cycle, double offset, double disturb)
    {
        CellBankSettings settings = new()
        {
            DeviceToDeviceSeed = 4, Lanes = 64, DeviceToDevice = device, CycleToCycle = cycle, DriveOffset = offset, ReadDisturb = disturb,
        };
        CellResponse response = new(new() { DeviceToDevice = device, CycleToCycle = cycle, LnHazardShift = offset, ReadDisturb = disturb });
        foreach (uint wanted in new uint[] { 300, 6554, 32768, 60000 })
        {
            // Over all cells of a large bank: the classes are drawn uniformly, so the mean of the cells' probabilities has
            // itself a spread; its standard error is the classes' deviation over the root of the number of cells.
            double mean = 0;
            double square = 0;
            for (int c = 0; c < 32; c++)
            {
                double p = response.Probability(wanted, c) / 65536.0;
                mean += p / 32;
                square += p * p / 32;
            }

            CellBank bank = new(settings, 0);
            OperationCounts counts = new();
            const int numbers = 20_000;
            long ones = 0;
            for (int i = 0; i < numbers; i++)
            {
                ones += bank.CountOnes(i % 64, wanted, 32, 8, 9, (uint)(i * 16), counts);
            }

            double bits = numbers * 32.0;
            double error = (5 * Math.Sqrt(mean * (1 - mean) / bits)) + (5 * Math.Sqrt(Math.Max(square - (mean * mean), 0) / (64 * 32)));
            Assert.InRange(ones / bits, mean - error, mean + error);
        }
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Response_Neighbours_IsSharedWhileTheyAreOfOneAge()
    {
        CellBankSettings settings = new() { DeviceToDevice = 0.3, ResidualFilament = 0.5, Wear = 1.0, EnduranceCycles = 100 };
        CellBank alone = new(settings, 2);
        CellBank first = new(settings, settings.Lanes, 0, null);
        CellBank second = new(settings, settings.Lanes, 1, first);
        CellBank third = new(settings, settings.Lanes, 2, second);
        Assert.Same(first.Response, third.Response);
        Assert.NotEqual(first.Classes, third.Classes);
        Assert.Equal(alone.Response.Nodes, third.Response.Nodes);

        // Half of the rated life of 32 cells.
        third.Age(1600);
        alone.Age(1600);
        Assert.NotSame(first.Response, third.Response);
        Assert.Equal(alone.Response.Nodes, third.Response.Nodes);
        second.Age(1600);
        third.Restore(0);
        Assert.Same(first.Response, third.Response);
        third.Age(1600);
        Assert.Same(second.Response, third.Response);
    }

    [Fact]
    [Trait("Kind", "Statistical")]
    public void DrawWord_StuckCells_AreThatShareOfTheBankAndNeverMove()
    {
        CellBank bank = new(new CellBankSettings { Lanes = 1000, StuckSet = 0.02, StuckSetSeed = 9, StuckReset = 0.05, StuckResetSeed = 10 }, 3);
        OperationCounts counts = new();
        int alwaysOne = 0;
        int alwaysZero = 0;
        for (int lane = 0; lane < 1000; lane++)
        {
            uint ones = All;
            uint zeros = All;
            for (uint i = 0; i < 64; i++)
            {
                uint bits = bank.DrawWord(lane, 0, 32768, All, 1, 2, (uint)(((lane * 64) + (int)i) * 16), counts);
                ones &= bits;
                zeros &= ~bits;
            }

            alwaysOne += BitOperations.PopCount(ones);
            alwaysZero += BitOperations.PopCount(zeros);
        }

        // A working cell shows 64 equal bits with probability 2^-64. Binomial over 32,000 cells, 5 sigma.
        Assert.InRange(alwaysOne, Expected(0.02, -5), Expected(0.02, 5));
        Assert.InRange(alwaysZero, Expected(0.05, -5), Expected(0.05, 5));

        static int Expected(double p, int sigmas) => (int)((32000 * p) + (sigmas * Math.Sqrt(32000 * p * (1 - p))));
    }

    [Theory]
    [Trait("Kind", "Statistical")]
    [InlineData(false)]
    [InlineData(true)]
    public void DrawWord_ResidualFilament_FavoursTheCellThatHasJustSwitched(bool serial)
    {
        const double residual = 0.8;
        CellBank bank = new(new CellBankSettings { ResidualFilament = residual, SerialWrite = serial }, 0);
        Assert.True(bank.HasMemory);
        OperationCounts counts = new();
        uint last = 0;
        long[] pulses = new long[2];
        long[] switched = new long[2];
        for (uint i = 0; i < 40_000; i++)
        {
            uint bits = bank.DrawWord(0, 0, 16384, All, 1, 2, i * 16, counts);
            for (int j = 0; j < 32; j++)
            {
                int before = (int)(serial ? last : (last >> j) & 1);
                pulses[before]++;
                switched[before] += (bits >> j) & 1;
                if (serial)
                {
                    last = (bits >> j) & 1;
                }
            }

            if (!serial)
            {
                last = bits;
            }
        }

        // After a zero p = 1/4; after a one the hazard -ln(3/4) is e^0.8 times as large.
        double[] law = [0.25, 1 - Math.Exp(Math.Log(0.75) * Math.Exp(residual))];
        for (int before = 0; before < 2; before++)
        {
            double sigma = Math.Sqrt(law[before] * (1 - law[before]) / pulses[before]);
            double seen = (double)switched[before] / pulses[before];
            Assert.InRange(seen, law[before] - (5 * sigma) - 0.001, law[before] + (5 * sigma) + 0.001);
        }
    }

    [Fact]
    [Trait("Kind", "Statistical")]
    public void Age_ToTheEndOfLife_LosesTheRatedDrive()
    {
        CellBank bank = new(new CellBankSettings { Wear = 0.5, EnduranceCycles = 1000 }, 0);
        OperationCounts counts = new();
        double young = Share(bank, counts);
        bank.Age(32L * 1000);
        double old = Share(bank, counts);

        // 640,000 bits each: 5 sigma are 0.0032 at most.
        Assert.InRange(young, 0.5 - 0.0032, 0.5 + 0.0032);
        double law = 1 - Math.Exp(Math.Log(0.5) * Math.Exp(-0.5));
        Assert.InRange(old, law - 0.0034, law + 0.0034);
        Assert.Equal(32_000, bank.Cycles);
    }

    [Theory]
    [Trait("Kind", "Property")]
    [InlineData(0.0, 0.0)]
    [InlineData(0.3, 0.0)]
    [InlineData(0.3, 1.0)]
    public void DrawNestedWord_AnyCells_ShowsTheFirstReadWithinTheSecond(double device, double residual)
    {
        CellBankSettings settings = new() { DeviceToDeviceSeed = 1, Lanes = 3, DeviceToDevice = device, ResidualFilament = residual };
        CellBank nested = new(settings, 0);
        CellBank plain = new(settings, 0);
        OperationCounts counts = new();
        for (uint i = 0; i < 3000; i++)
        {
            uint outerP = 32768 + (i * 7 % 32768);
            uint innerP = outerP * (i % 11) / 10;
            innerP = Math.Min(innerP, outerP);
            int lane = (int)(i % 3);
            uint outer = nested.DrawNestedWord(lane, 0, outerP, innerP, All, 4, 5, i * 16, counts, out uint inner);
            Assert.Equal(plain.DrawWord(lane, 0, outerP, All, 4, 5, i * 16, counts), outer);
            Assert.Equal(0u, inner & ~outer);
        }
    }

    private static double Share(CellBank bank, OperationCounts counts)
    {
        long ones = 0;
        for (uint i = 0; i < 20_000; i++)
        {
            ones += bank.CountOnes(0, 32768, 32, 1, 2, i * 16, counts);
        }

        return ones / (20_000.0 * 32);
    }
}
