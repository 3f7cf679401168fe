using System;
using System.Linq;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;
using ScEdge.Stochastic.Passes.Rounding;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Stochastic.Tests.Passes.Rounding;

public sealed class RoundedLayerTests
{
    private static readonly WindowShape Shape = new(2, 4, 5, 3, 3, 3, 1);

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData(0, 0)]
    [InlineData(3, 12288)]
    [InlineData(-3, -12288)]
    [InlineData(8, 32767)]
    [InlineData(-8, -32767)]
    public void Of_Number_IsItsShareOfTheFullScaleIn15Digits(int value, int operand) =>
        Assert.Equal(operand, RoundedOperand.Of(value, FullScale.At(3, 0)));

    [Fact]
    [Trait("Kind", "Unit")]
    public void Of_NumberBelowTheLastDigit_IsRoundedHalfUp()
    {
        // 2^-16 of the full scale is half of the last digit.
        Assert.Equal(1, RoundedOperand.Of(1, FullScale.At(16, 0)));
        Assert.Equal(0, RoundedOperand.Of(1, FullScale.At(17, 0)));
        Assert.Equal(2, RoundedOperand.Of(3, FullScale.At(16, 0)));
    }

    [Theory]
    [Trait("Kind", "Property")]
    [InlineData(3)]
    [InlineData(22)]
    [InlineData(32)]
    [InlineData(40)]
    public void Rounding_AnyWord_GivesOneOfTheTwoNeighbours(int digits)
    {
        Random random = new(digits);
        for (int i = 0; i < 1000; i++)
        {
            long most = 1L << Math.Min(digits + 30, 44);
            long sum = random.NextInt64(-most, most);
            int rounded = StochasticRounding.Of(sum, digits, (uint)random.NextInt64(1L << 32));
            Assert.InRange(rounded - (sum / Math.ScaleB(1, digits)), -1 + Math.ScaleB(1, -digits), 1 - Math.ScaleB(1, -digits));
        }

        Assert.Equal(5, StochasticRounding.Of(5L << digits, digits, uint.MaxValue));
        Assert.Equal(-5, StochasticRounding.Of(-5L << digits, digits, uint.MaxValue));
    }

    // Each sum is rounded by a word of its own in every image: over 4,000 images the mean is the exact one within five deviations of at most half
    // a unit each.
    [Theory]
    [Trait("Kind", "Statistical")]
    [InlineData(8)]
    [InlineData(32)]
    [InlineData(4096)]
    public void Passes_ManyImages_HaveTheExactSumsAsTheirMeans(int length)
    {
        const int images = 4000;
        short[] inputs = Integers(Shape.InputCount, 1);
        short[] errors = Integers(Shape.OutputCount, 2);
        short[] weights = Integers(Shape.Outputs * Shape.Taps, 3);
        double[] outputs = new double[Shape.OutputCount];
        double[] inputErrors = new double[Shape.InputCount];
        int[] gradients = new int[weights.Length];
        OperationCounts counts = new();
        int[] one = new int[outputs.Length];
        int[] two = new int[inputErrors.Length];
        for (uint image = 0; image < images; image++)
        {
            RoundedLayer.Forward(Shape, inputs, weights, length, Key(RoundedSum.Output, image), one, counts);
            RoundedLayer.Backward(Shape, errors, weights, length, Key(RoundedSum.InputError, image), two, counts);
            RoundedLayer.AddGradient(Shape, inputs, errors, length, 0, Key(RoundedSum.Gradient, image), gradients, counts);
            Add(outputs, one);
            Add(inputErrors, two);
        }

        double unit = Math.ScaleB(length, -30);
        double bound = 5 * 0.5 / Math.Sqrt(images);
        double[] exactOutputs = new double[outputs.Length];
        double[] exactErrors = new double[inputErrors.Length];
        double[] exactGradients = new double[gradients.Length];
        foreach ((int output, int position, int tap, int index) in Products())
        {
            int number = (output * Shape.Positions) + position;
            int weight = (output * Shape.Taps) + tap;
            exactOutputs[number] += inputs[index] * weights[weight] * unit;
            exactErrors[index] += errors[number] * weights[weight] * unit;
            exactGradients[weight] += inputs[index] * errors[number] * unit;
        }

        Near(exactOutputs, outputs);
        Near(exactErrors, inputErrors);
        Near(exactGradients, [.. gradients.Select(static value => (double)value)]);

        // Backward as forward as in the gradient: every product once, a word for every sum.
        Assert.Equal(3 * images * Shape.Products, counts.Multiplications);
        Assert.Equal((long)images * (Shape.OutputCount + Shape.InputCount + weights.Length), counts.RandomWords);
        Assert.Equal((0, 0, 0), (counts.Bits, counts.AndOperations, counts.SetPulses));

        void Near(double[] exact, double[] sums)
        {
            for (int i = 0; i < exact.Length; i++)
            {
                Assert.InRange(sums[i] / images, exact[i] - bound, exact[i] + bound);
            }
        }
    }

    // A digit of -3: a step of the counter is eight coincidences; a digit of 2: a coincidence is four steps.
    [Theory]
    [Trait("Kind", "Statistical")]
    [InlineData(-3)]
    [InlineData(0)]
    [InlineData(2)]
    public void AddBiasGradient_AnyDigit_HasTheExactSumAsItsMean(int digit)
    {
        const int images = 4000;
        const int length = 32;
        short[] errors = Integers(Shape.OutputCount, 2);
        int[] gradients = new int[Shape.Outputs];
        OperationCounts counts = new();
        for (uint image = 0; image < images; image++)
        {
            RoundedLayer.AddBiasGradient(Shape, errors, length, digit, Key(RoundedSum.BiasGradient, image), gradients, counts);
        }

        double bound = 5 * 0.5 * Math.ScaleB(1, Math.Max(digit, 0)) / Math.Sqrt(images);
        for (int output = 0; output < gradients.Length; output++)
        {
            double exact = errors.Skip(output * Shape.Positions).Take(Shape.Positions).Sum(static error => error) * Math.ScaleB(length, digit - 15);
            Assert.InRange((double)gradients[output] / images, exact - bound, exact + bound);
        }

        Assert.Equal(0, counts.Multiplications);
        Assert.Equal((long)images * Shape.Outputs, counts.RandomWords);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Rounded_FarBelowTheStepOfTheCounter_CountsNothing()
    {
        Assert.Equal(0, RoundedLayer.Rounded(long.MaxValue >> 20, 18, -17, uint.MaxValue));
        Assert.NotEqual(0, RoundedLayer.Rounded(long.MaxValue >> 20, 18, -16, uint.MaxValue));
    }

    private static System.Collections.Generic.IEnumerable<(int Output, int Position, int Tap, int Index)> Products() =>
        from output in Enumerable.Range(0, Shape.Outputs)
        from position in Enumerable.Range(0, Shape.Positions)
        from tap in Enumerable.Range(0, Shape.Taps)
        let index = Shape.InputIndex(position, tap)
        where index >= 0
        select (output, position, tap, index);

    private static ulong Key(RoundedSum sum, uint serial) => RoundedSumKey.Of(5, PassKey.TrainingStream, 2, sum, serial);

    private static short[] Integers(int count, uint stream) =>
        [.. Enumerable.Range(0, count).Select(i => (short)((CounterGenerator.Word(stream, 9, (uint)i) >> 16) - 32768))];

    private static void Add(double[] sums, int[] values)
    {
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] += values[i];
        }
    }
}
