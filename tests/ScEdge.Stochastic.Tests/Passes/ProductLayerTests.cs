using System;
using System.Linq;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Stochastic.Tests.Passes;

/// <summary>
/// The multiply-accumulate circuit against closed forms: means, variances, and what sharing a stream does to a sum. Bounds are five standard
/// errors of the mean; a sample variance of M draws is held within five times its own relative error, sqrt(2 / M) for a nearly normal sum.
/// </summary>
[Trait("Kind", "Statistical")]
public sealed class ProductLayerTests
{
    private const int Draws = 4000;
    private const int Length = 64;

    // Probabilities in units of 2^-16, signs apart.
    private static readonly int[] Inputs = [40000, -9000, 65536, 0, 20000, -52000];
    private static readonly int[] Weights = [30000, 50000, -12000, 40000, -65536, 8000];
    private static readonly int[] OtherWeights = [-21000, 33000, 5000, 1000, 60000, 44000];

    [Fact]
    public void Forward_OwnBits_HasMeanAndVarianceOfIndependentProducts()
    {
        WindowShape shape = new(Inputs.Length, 1, 1, 1, 1, 1, 0);
        double[] sums = Sample(shape, Inputs, Weights, (draw, _) => draw, (draw, _) => draw).Select(static pair => pair[0]).ToArray();

        double mean = 0;
        double variance = 0;
        for (int i = 0; i < Inputs.Length; i++)
        {
            double p = Probability(Inputs[i]) * Probability(Weights[i]);
            mean += Math.Sign(Inputs[i]) * Math.Sign(Weights[i]) * Length * p;
            variance += Length * p * (1 - p);
        }

        AssertMoments(sums, mean, variance);
    }

    [Fact]
    public void Forward_InputSharedByTwoOutputs_HasCovarianceOfItsVariance()
    {
        WindowShape shape = new(Inputs.Length, 1, 1, 2, 1, 1, 0);
        int[] weights = [.. Weights, .. OtherWeights];
        double[][] sums = Sample(shape, Inputs, weights, (draw, _) => draw, (draw, _) => draw);

        double covariance = 0;
        double[] variances = new double[2];
        for (int i = 0; i < Inputs.Length; i++)
        {
            double pa = Probability(Inputs[i]);
            int sign = Math.Sign(Weights[i]) * Math.Sign(OtherWeights[i]);
            covariance += sign * Length * pa * (1 - pa) * Probability(Weights[i]) * Probability(OtherWeights[i]);
            variances[0] += Length * pa * Probability(Weights[i]) * (1 - (pa * Probability(Weights[i])));
            variances[1] += Length * pa * Probability(OtherWeights[i]) * (1 - (pa * Probability(OtherWeights[i])));
        }

        double actual = Covariance(sums, 0, 1);
        double standardError = Math.Sqrt(((variances[0] * variances[1]) + (covariance * covariance)) / Draws);
        Assert.InRange(actual, covariance - (5 * standardError), covariance + (5 * standardError));
        Assert.True(Math.Abs(covariance) > 5 * standardError, "the effect must be visible");
    }

    [Fact]
    public void Forward_WeightSharedByTwoImages_HasCovarianceOfItsVariance()
    {
        WindowShape shape = new(Inputs.Length, 1, 1, 1, 1, 1, 0);
        double[][] sums = new double[Draws][];
        for (int draw = 0; draw < Draws; draw++)
        {
            // Two images of the same numbers, the weights drawn once.
            sums[draw] =
            [
                Forward(shape, Inputs, Weights, (uint)(2 * draw), (uint)draw)[0],
                Forward(shape, Inputs, Weights, (uint)((2 * draw) + 1), (uint)draw)[0],
            ];
        }

        double covariance = 0;
        double variance = 0;
        for (int i = 0; i < Inputs.Length; i++)
        {
            double pa = Probability(Inputs[i]);
            double pb = Probability(Weights[i]);
            covariance += Length * pb * (1 - pb) * pa * pa;
            variance += Length * pa * pb * (1 - (pa * pb));
        }

        double standardError = Math.Sqrt(((variance * variance) + (covariance * covariance)) / Draws);
        Assert.InRange(Covariance(sums, 0, 1), covariance - (5 * standardError), covariance + (5 * standardError));
        Assert.True(covariance > 5 * standardError, "the effect must be visible");
    }

    [Fact]
    public void Backward_OwnBits_HasMeanOfTransposedProduct()
    {
        WindowShape shape = new(3, 1, 1, 6, 1, 1, 0);
        int[] weights = [.. Weights, .. OtherWeights, .. Weights];
        double[] sums = new double[Draws];
        for (int draw = 0; draw < Draws; draw++)
        {
            NumberStreams errors = Streams(Inputs, PassOperand.BackwardError, (uint)draw);
            NumberStreams streams = Streams(weights, PassOperand.BackwardWeight, (uint)draw);
            int[] result = new int[3];
            ProductLayer.Backward(shape, errors, streams, result, new OperationCounts());
            sums[draw] = result[1];
        }

        double mean = 0;
        double variance = 0;
        for (int output = 0; output < 6; output++)
        {
            int weight = weights[(output * 3) + 1];
            double p = Probability(Inputs[output]) * Probability(weight);
            mean += Math.Sign(Inputs[output]) * Math.Sign(weight) * Length * p;
            variance += Length * p * (1 - p);
        }

        AssertMoments(sums, mean, variance);
    }

    [Fact]
    public void CountCoincidences_OverManyImages_HasMeanAndVarianceOfTheOuterProduct()
    {
        WindowShape shape = new(Inputs.Length, 1, 1, 1, 1, 1, 0);
        double[] sums = new double[Draws];
        OperationCounts counts = new();
        for (int draw = 0; draw < Draws; draw++)
        {
            NumberStreams inputs = Streams(Inputs, PassOperand.GradientInput, (uint)draw);
            NumberStreams errors = Streams([-33000], PassOperand.GradientError, (uint)draw);
            int[] gradients = new int[Inputs.Length];
            ProductLayer.CountCoincidences(shape, inputs, errors, digit: 2, gradients, counts);
            sums[draw] = gradients[0];
        }

        double p = Probability(Inputs[0]) * Probability(33000);
        AssertMoments(sums, -4 * Length * p, 16 * Length * p * (1 - p));
        Assert.Equal((long)Draws * Inputs.Length * Length, counts.AndOperations);
    }

    private static double[][] Sample(
        WindowShape shape, int[] inputs, int[] weights, Func<int, int, int> inputSerial, Func<int, int, int> weightSerial) =>
        [.. Enumerable.Range(0, Draws).Select(draw => Forward(shape, inputs, weights, (uint)inputSerial(draw, 0), (uint)weightSerial(draw, 0)))];

    private static double[] Forward(WindowShape shape, int[] inputs, int[] weights, uint inputSerial, uint weightSerial)
    {
        int[] outputs = new int[shape.OutputCount];
        ProductLayer.Forward(
            shape,
            Streams(inputs, PassOperand.ForwardInput, inputSerial),
            Streams(weights, PassOperand.ForwardWeight, weightSerial),
            outputs,
            new OperationCounts());
        return [.. outputs.Select(static value => (double)value)];
    }

    private static NumberStreams Streams(int[] values, PassOperand operand, uint serial)
    {
        PassSettings settings = new() { Seed = 12 };
        CellBank bank = new(new CellBankSettings { Lanes = 3, CellsPerLane = Length }, 0);
        NumberStreams streams = new(values.Length, Length);
        streams.Draw(
            new CellStreamMaker(bank, settings, PassKey.StreamNumber(PassKey.TrainingStream, 4, operand), Length),
            serial,
            values,
            FullScale.Of(65536, -16),
            new OperationCounts());
        return streams;
    }

    private static double Probability(int value) => Math.Abs(value) / 65536.0;

    private static double Covariance(double[][] samples, int first, int second)
    {
        double meanOfFirst = samples.Average(sample => sample[first]);
        double meanOfSecond = samples.Average(sample => sample[second]);
        return samples.Sum(sample => (sample[first] - meanOfFirst) * (sample[second] - meanOfSecond)) / (samples.Length - 1);
    }

    private static void AssertMoments(double[] sums, double mean, double variance)
    {
        double average = sums.Average();
        double standardError = Math.Sqrt(variance / sums.Length);
        Assert.InRange(average, mean - (5 * standardError), mean + (5 * standardError));
        double sample = sums.Sum(sum => (sum - average) * (sum - average)) / (sums.Length - 1);
        double relative = 5 * Math.Sqrt(2.0 / sums.Length);
        Assert.InRange(sample, variance * (1 - relative), variance * (1 + relative));
    }
}
