using System;
using System.Linq;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Stochastic.Tests.Passes;

/// <summary>
/// XNOR gates on bipolar streams against closed forms. Bounds are five standard errors of the mean; a sample variance of M draws is held within
/// five times its own relative error, sqrt(2 / M) for a nearly normal sum.
/// </summary>
[Trait("Kind", "Statistical")]
public sealed class BipolarProductTests
{
    private const int Draws = 4000;
    private const int Length = 64;

    // In units of 2^-16; a zero and both ends among them.
    private static readonly int[] Inputs = [40000, -9000, 65536, 0, 20000, -65536];
    private static readonly int[] Weights = [30000, 50000, -12000, 40000, 0, 8000];
    private static readonly int[] OtherWeights = [-21000, 33000, 5000, 61000, 60000, 44000];

    private static readonly WindowShape Dense = new(6, 1, 1, 1, 1, 1, 0);

    [Theory]
    [InlineData(0, 32768u)]
    [InlineData(1, 32769u)]
    [InlineData(-1, 32767u)]
    [InlineData(2, 32769u)]
    [InlineData(3, 32770u)]
    [InlineData(-3, 32766u)]
    [InlineData(65536, 65536u)]
    [InlineData(-65536, 0u)]
    [InlineData(99999, 65536u)]
    [InlineData(-99999, 0u)]
    public void Probability_InStepsOf16Digits_IsHalfOfTheNumberRoundedAwayFromOneHalf(int value, uint expected) =>
        Assert.Equal(expected, BipolarNumber.Probability(value, FullScale.At(0, -16)));

    [Theory]
    [InlineData(7)]
    [InlineData(300)]
    [InlineData(1 << 20)]
    [InlineData(int.MaxValue)]
    public void Probability_AnyScale_IsWithinItsRoundingsAndTheComplementOfTheOpposite(int maximum)
    {
        // Before it is halved P is off by its own rounding, 1/2, by 8 / g times that of the part of 2^F, and by that of 8 / g, at most 2 g / 8 steps
        // for one of its last digit: worst where g = 6, 1/2 + 2/3 + 1/2. Half of it is rounded once more.
        const double Bound = (5.0 / 3 / 2) + 0.5;
        FullScale scale = FullScale.Of((uint)maximum, -3);
        double fullScale = Math.ScaleB(scale.Eighths / 8.0, scale.Exponent);
        for (int i = 0; i <= 50; i++)
        {
            int value = (int)((long)maximum * i / 50);
            double exact = 32768 * (1 + (Math.ScaleB(value, -3) / fullScale));
            Assert.InRange(BipolarNumber.Probability(value, scale), exact - Bound, exact + Bound);
            Assert.Equal(32768 + ((scale.Probability((uint)value) + 1) / 2), BipolarNumber.Probability(value, scale));
            Assert.Equal(BernoulliWord.One, BipolarNumber.Probability(value, scale) + BipolarNumber.Probability(-value, scale));
        }
    }

    [Fact]
    public void Forward_OwnBits_HasMeanAndVarianceOfIndependentProducts()
    {
        double[] sums = [.. Enumerable.Range(0, Draws).Select(draw => (double)Forward(Dense, Weights, (uint)draw, (uint)draw)[0])];

        double mean = 0;
        double variance = 0;
        for (int i = 0; i < Inputs.Length; i++)
        {
            double product = Value(Inputs[i]) * Value(Weights[i]);
            mean += Length * product;
            variance += Length * (1 - (product * product));
        }

        AssertMoments(sums, mean, variance);
    }

    [Fact]
    public void Forward_InputSharedByTwoOutputs_HasCovarianceOfItsVariance()
    {
        WindowShape shape = new(6, 1, 1, 2, 1, 1, 0);
        int[][] sums = [.. Enumerable.Range(0, Draws).Select(draw => Forward(shape, [.. Weights, .. OtherWeights], (uint)draw, (uint)draw))];

        double covariance = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < Inputs.Length; i++)
        {
            (double x, double w, double other) = (Value(Inputs[i]), Value(Weights[i]), Value(OtherWeights[i]));
            covariance += Length * (1 - (x * x)) * w * other;
            first += Length * (1 - (x * x * w * w));
            second += Length * (1 - (x * x * other * other));
        }

        AssertCovariance(sums, covariance, first, second);
    }

    [Fact]
    public void Forward_WeightSharedByTwoImages_HasCovarianceOfItsVariance()
    {
        int[][] sums = [.. Enumerable.Range(0, Draws).Select(draw => (int[])
            [Forward(Dense, Weights, (uint)(2 * draw), (uint)draw)[0], Forward(Dense, Weights, (uint)((2 * draw) + 1), (uint)draw)[0]])];

        double covariance = 0;
        double variance = 0;
        for (int i = 0; i < Inputs.Length; i++)
        {
            (double x, double w) = (Value(Inputs[i]), Value(Weights[i]));
            covariance += Length * (1 - (w * w)) * x * x;
            variance += Length * (1 - (x * x * w * w));
        }

        AssertCovariance(sums, covariance, variance, variance);
    }

    [Fact]
    public void Forward_WindowsWithPadding_CountOnlyWhatLiesInside()
    {
        // One channel of 2 x 3, windows of 3 x 3 with a border: all inputs full scale, all weights minus full scale, so that no bit is random.
        WindowShape shape = new(1, 2, 3, 1, 3, 3, 1);
        OperationCounts counts = new();
        int[] outputs = new int[shape.OutputCount];
        ProductLayer.Forward(
            shape,
            Streams([.. Enumerable.Repeat(65536, 6)], PassOperand.ForwardInput, 1),
            Streams([.. Enumerable.Repeat(-65536, 9)], PassOperand.ForwardWeight, 1),
            outputs,
            counts);

        Assert.Equal([-4 * Length, -6 * Length, -4 * Length], outputs[..3]);
        Assert.Equal(28 * Length, counts.XnorOperations);
        Assert.Equal(0, counts.AndOperations);
    }

    [Fact]
    public void Backward_OwnBits_HasMeanAndVarianceOfTheTransposedProduct()
    {
        WindowShape shape = new(3, 1, 1, 6, 1, 1, 0);
        int[] weights = [.. Weights, .. OtherWeights, .. Weights];
        double[] sums = new double[Draws];
        for (int draw = 0; draw < Draws; draw++)
        {
            int[] result = new int[3];
            ProductLayer.Backward(
                shape,
                Streams(Inputs, PassOperand.BackwardError, (uint)draw),
                Streams(weights, PassOperand.BackwardWeight, (uint)draw),
                result,
                new OperationCounts());
            sums[draw] = result[1];
        }

        double[] products = [.. Enumerable.Range(0, 6).Select(output => Value(Inputs[output]) * Value(weights[(output * 3) + 1]))];
        AssertMoments(sums, Length * products.Sum(), Length * products.Sum(static product => 1 - (product * product)));
    }

    [Fact]
    public void CountCoincidences_OverManyImages_HasMeanVarianceAndStepsUpAndDown()
    {
        double[] sums = new double[Draws];
        OperationCounts counts = new();
        long net = 0;
        for (int draw = 0; draw < Draws; draw++)
        {
            int[] gradients = new int[Inputs.Length];
            ProductLayer.CountCoincidences(
                Dense,
                Streams(Inputs, PassOperand.GradientInput, (uint)draw),
                Streams([-33000], PassOperand.GradientError, (uint)draw),
                digit: 2,
                gradients,
                counts);
            sums[draw] = gradients[0];
            net += gradients.Sum() / 4;
        }

        double product = Value(Inputs[0]) * Value(-33000);
        AssertMoments(sums, 4 * Length * product, 16 * Length * (1 - (product * product)));
        Assert.Equal((long)Draws * Inputs.Length * Length, counts.XnorOperations);
        Assert.Equal(counts.XnorOperations, counts.CounterIncrements + counts.CounterDecrements);
        Assert.Equal(net, counts.CounterIncrements - counts.CounterDecrements);
    }

    [Fact]
    public void CountCoincidencesOfBias_ConstantOfOnes_CountsTheErrorsThemselves()
    {
        WindowShape shape = new(1, 2, 2, 1, 1, 1, 0);
        NumberStreams errors = Streams([9000, 0, -65536, 65536], PassOperand.GradientError, 3);
        OperationCounts counts = new();
        int[] gradients = new int[1];

        ProductLayer.CountCoincidencesOfBias(shape, Streams([65536], PassOperand.GradientOne, 3), errors, digit: 1, gradients, counts);

        int ones = errors.Words.Sum(static word => System.Numerics.BitOperations.PopCount(word));
        Assert.Equal(2 * ((2 * ones) - (4 * Length)), gradients[0]);
        Assert.Equal((ones, (4 * Length) - ones), (counts.CounterIncrements, counts.CounterDecrements));
    }

    private static int[] Forward(WindowShape shape, int[] weights, uint inputSerial, uint weightSerial)
    {
        int[] outputs = new int[shape.OutputCount];
        ProductLayer.Forward(
            shape,
            Streams(Inputs, PassOperand.ForwardInput, inputSerial),
            Streams(weights, PassOperand.ForwardWeight, weightSerial),
            outputs,
            new OperationCounts());
        return outputs;
    }

    private static NumberStreams Streams(int[] values, PassOperand operand, uint serial)
    {
        PassSettings settings = new() { Seed = 12 };
        CellBank bank = new(new CellBankSettings { Lanes = 3, CellsPerLane = Length }, 0);
        NumberStreams streams = new(values.Length, Length, PassEncoding.Bipolar);
        streams.Draw(
            new CellStreamMaker(bank, settings, PassKey.StreamNumber(PassKey.TrainingStream, 4, operand), Length),
            serial,
            values,
            FullScale.Of(65536, -16),
            new OperationCounts());
        return streams;
    }

    private static double Value(int value) => value / 65536.0;

    private static void AssertMoments(double[] sums, double mean, double variance)
    {
        double average = sums.Average();
        double standardError = Math.Sqrt(variance / sums.Length);
        Assert.InRange(average, mean - (5 * standardError), mean + (5 * standardError));
        double sample = sums.Sum(sum => (sum - average) * (sum - average)) / (sums.Length - 1);
        double relative = 5 * Math.Sqrt(2.0 / sums.Length);
        Assert.InRange(sample, variance * (1 - relative), variance * (1 + relative));
    }

    private static void AssertCovariance(int[][] sums, double covariance, double firstVariance, double secondVariance)
    {
        double first = sums.Average(static pair => pair[0]);
        double second = sums.Average(static pair => pair[1]);
        double actual = sums.Sum(pair => (pair[0] - first) * (pair[1] - second)) / (sums.Length - 1);
        double standardError = Math.Sqrt(((firstVariance * secondVariance) + (covariance * covariance)) / sums.Length);
        Assert.InRange(actual, covariance - (5 * standardError), covariance + (5 * standardError));
        Assert.True(Math.Abs(covariance) > 5 * standardError, "the effect must be visible");
    }
}
