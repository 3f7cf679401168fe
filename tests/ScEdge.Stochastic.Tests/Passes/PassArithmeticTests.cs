using System;
using System.Linq;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Stochastic.Tests.Passes;

[Trait("Kind", "Unit")]
public sealed class PassArithmeticTests
{
    [Theory]
    [InlineData(0u, 0, 5)]
    [InlineData(1u, 0, 8)]
    [InlineData(2u, 1, 8)]
    [InlineData(3u, 2, 6)]
    [InlineData(5u, 3, 5)]
    [InlineData(7u, 3, 7)]
    [InlineData(40960u, 16, 5)]
    [InlineData(40961u, 16, 6)]
    [InlineData(57344u, 16, 7)]
    [InlineData(57345u, 16, 8)]
    [InlineData(65536u, 16, 8)]
    [InlineData(65537u, 17, 5)]
    [InlineData(0x60000000u, 31, 6)]
    [InlineData(0x80000000u, 31, 8)]
    public void Of_AnyMaximum_IsTheSmallestEighthsThatHoldIt(uint maximum, int digits, int eighths)
    {
        FullScale scale = FullScale.Of(maximum, -5);
        Assert.Equal((digits - 5, eighths), (scale.Exponent, scale.Eighths));

        // All of 2^F, or what lies at most an eighth of it below the full scale; half of it under the smallest g.
        uint least = maximum == 0 ? 0 : (uint)(65536 * (eighths == 5 ? 4 : eighths - 1) / eighths);
        Assert.InRange(scale.Probability(maximum), least, BernoulliWord.One);
    }

    [Theory]
    [InlineData(20, 4)]
    [InlineData(16, 0)]
    [InlineData(9, -7)]
    public void Probability_EveryMagnitude_IsItsPartOfTheFullScaleWithinOneAndAHalfSteps(int digits, int shift)
    {
        for (uint eighths = 5; eighths <= 8; eighths++)
        {
            uint maximum = eighths << (digits - 3);
            FullScale scale = FullScale.Of(maximum, 0);
            Assert.Equal((digits, (int)eighths, -shift), (scale.Exponent, scale.Eighths, scale.Shift));
            for (uint magnitude = 0; magnitude <= maximum; magnitude++)
            {
                double exact = 65536.0 * magnitude / maximum;

                // Half a step of each rounding, the first one larger by 8 / g; 2^-16 of P for the rounded 8 / g.
                double bound = (shift > 0 ? 0.5 * 8 / eighths : 0) + 0.5 + (exact / 65536);
                Assert.InRange(scale.Probability(magnitude), exact - bound, exact + bound);
            }
        }
    }

    [Fact]
    public void Probability_MagnitudeBeyondTheFullScale_IsOne()
    {
        Assert.Equal(BernoulliWord.One, FullScale.At(3, 0).Probability(9));
        Assert.Equal(BernoulliWord.One, FullScale.Of(5, 0).Probability(6));
    }

    [Fact]
    public void Scale_CountsOfTwoFullScales_AreWorthTheirProductInThatUnit()
    {
        FullScale first = FullScale.Of(5, 2);
        FullScale second = FullScale.Of(7, -9);
        int[] map = [16, -3, 4];
        MapLayers.Scale(map, 0, 2, SumUnit.Factor(first, second), 11);
        Assert.Equal([(16 * 35) + 11, (-3 * 35) + 11, 4], map);

        // Of 16 bits one is worth 5 x 2^2 x 7 x 2^-9 / 16.
        Assert.Equal(5.0 * 4 * 7 / 512 / 16, SumUnit.Factor(first, second) * Math.ScaleB(1, SumUnit.Exponent(first, second, 16)));
    }

    [Theory]
    [InlineData(5, 3, 40)]
    [InlineData(-5, 3, -40)]
    [InlineData(5, -1, 3)]
    [InlineData(-5, -1, -2)]
    [InlineData(7, -40, 0)]
    [InlineData(1, 40, 1 << 30)]
    [InlineData(-1, 40, -(1 << 30))]
    [InlineData(0, 40, 0)]
    public void Rescale_AnyShift_RoundsHalfUpAndMeetsTheEnds(int value, int shift, int expected) =>
        Assert.Equal(expected, SumUnit.Rescale(value, shift));

    [Theory]
    [InlineData(1, 8, 7, 3, 5, 5, 2)]
    [InlineData(3, 6, 6, 2, 3, 3, 0)]
    [InlineData(2, 5, 4, 4, 4, 3, 1)]
    [InlineData(40, 1, 1, 7, 1, 1, 0)]
    public void Products_AnyShape_CountsTapsInsideOfTheMap(int channels, int height, int width, int outputs, int rows, int columns, int padding)
    {
        WindowShape shape = new(channels, height, width, outputs, rows, columns, padding);
        long inside = 0;
        for (int position = 0; position < shape.Positions; position++)
        {
            inside += Enumerable.Range(0, shape.Taps).Count(tap => shape.InputIndex(position, tap) >= 0);
        }

        Assert.Equal(inside * outputs, shape.Products);
    }

    [Fact]
    public void Pool_EqualMaxima_TakesTheFirstAndLeavesOddRowsOut()
    {
        int[] map = [1, 4, 9, 4, 2, 9, 8, 8, 8];
        int[] outputs = new int[1];
        int[] winners = new int[1];
        MapLayers.Pool(map, 1, 3, 3, outputs, winners);
        Assert.Equal([4], outputs);
        Assert.Equal([1], winners);

        int[] errors = new int[9];
        MapLayers.PoolErrors([7], winners, errors);
        Assert.Equal([0, 7, 0, 0, 0, 0, 0, 0, 0], errors);
    }

    [Fact]
    public void RectifyErrors_OutputsOfZero_TakeNoError()
    {
        int[] map = [-3, 0, 5];
        MapLayers.Rectify(map);
        Assert.Equal([0, 0, 5], map);
        int[] errors = [1, 2, 3];
        MapLayers.RectifyErrors(map, errors);
        Assert.Equal([0, 0, 3], errors);
    }

    [Theory]
    [InlineData(StreamSource.Ramp, PassOperand.ForwardInput)]
    [InlineData(StreamSource.Ramp, PassOperand.ForwardWeight)]
    [InlineData(StreamSource.Sobol, PassOperand.ForwardInput)]
    [InlineData(StreamSource.Sobol, PassOperand.ForwardWeight)]
    public void Fill_LowDiscrepancy_HasOneNumberInEveryInterval(StreamSource source, PassOperand operand)
    {
        ushort[] numbers = Sequence(source, operand, serial: 6, length: 64);
        Assert.Equal(Enumerable.Range(0, 64), numbers.Select(static number => number >> 10).Order());
    }

    [Fact]
    public void Fill_Ramp_IsTheMiddlesOfItsStepsAndTheirBitReversal()
    {
        Assert.Equal([4096, 12288, 20480, 28672, 36864, 45056, 53248, 61440], Sequence(StreamSource.Ramp, PassOperand.ForwardInput, 1, 8));
        Assert.Equal([4096, 36864, 20480, 53248, 12288, 45056, 28672, 61440], Sequence(StreamSource.Ramp, PassOperand.ForwardWeight, 1, 8));
    }

    [Fact]
    public void Fill_OtherSerials_GivesOtherRandomNumbers()
    {
        foreach (StreamSource source in new[] { StreamSource.SharedCells, StreamSource.Lfsr, StreamSource.Sobol })
        {
            Assert.NotEqual(Sequence(source, PassOperand.ForwardInput, 1, 32), Sequence(source, PassOperand.ForwardInput, 2, 32));
        }
    }

    [Fact]
    public void Fill_SharedCells_CountsSixteenDigitsOfEveryNumber()
    {
        OperationCounts counts = new();
        ushort[] numbers = new ushort[256];
        CellBank bank = new(new CellBankSettings { Lanes = 20, CellsPerLane = 256 }, 0);
        PassSettings settings = new() { Source = StreamSource.SharedCells };
        new RandomSequence(bank, settings, 9, PassOperand.ForwardInput).Fill(3, numbers, counts);
        Assert.Equal(16, counts.Numbers);
        Assert.Equal(16 * 256, counts.SetPulses);

        // Uniform numbers of 16 bits: the mean's standard deviation is 65536 / sqrt(12 x 256).
        Assert.InRange(numbers.Average(static number => number), 32767.5 - (5 * 1182.4), 32767.5 + (5 * 1182.4));
        Assert.Equal(counts.SetEvents, numbers.Sum(static number => System.Numerics.BitOperations.PopCount(number)));
    }

    [Theory]
    [InlineData(8, true)]
    [InlineData(4096, true)]
    [InlineData(4, false)]
    [InlineData(96, false)]
    [InlineData(8192, false)]
    [InlineData(-8, false)]
    public void IsLength_PowersOfTwo_AreTaken(int length, bool expected) => Assert.Equal(expected, PassSettings.IsLength(length));

    private static ushort[] Sequence(StreamSource source, PassOperand operand, uint serial, int length)
    {
        PassSettings settings = new() { Seed = 8, Source = source, ForwardLength = length };
        CellBank bank = new(new CellBankSettings { Lanes = 20, CellsPerLane = length }, 0);
        ushort[] numbers = new ushort[length];
        new RandomSequence(bank, settings, 5, operand).Fill(serial, numbers, new OperationCounts());
        return numbers;
    }
}
