using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Kernels.Threading;
using ScEdge.Training.Data;
using ScEdge.Training.Networks;

namespace ScEdge.Training.Tests.Networks;

/// <summary>
/// Gradients against central differences of an independent network in double precision.
/// </summary>
/// <remarks>
/// Differences with steps of 1e-6 err by about 1e-10 (rounding 1e-16 / 1e-6; third derivatives times 1e-12), far below
/// the tolerance. The FP32 gradients are means of products of numbers of order 1 summed over at most some hundred terms:
/// a few hundred units of 2^-24 at the very worst, 2e-5. A rectifier or maximum that tips over within a step would show as
/// an error of the order of the gradient; with these seeds none does.
/// </remarks>
[Trait("Kind", "Unit")]
public sealed class NetworkGradientTests
{
    private const double Step = 1e-6;
    private const double Tolerance = 2e-5;

    private static readonly Dictionary<string, LayerDescription[]> Cases = new()
    {
        ["dense"] = [],
        ["dense, rectifier"] = [new DenseDescription(4), new RectifierDescription()],
        ["convolution"] = [new ConvolutionDescription(3, 3)],
        ["padded convolution"] = [new ConvolutionDescription(4, 3, 2), new MaxPoolingDescription()],
        ["pooling"] = [new MaxPoolingDescription()],
        ["convolution, pooling"] = [new ConvolutionDescription(2, 2), new MaxPoolingDescription()],
        ["two convolutions"] = [new ConvolutionDescription(2, 3, 1), new ConvolutionDescription(3, 3, 1), new MaxPoolingDescription()],
        ["rectifier first"] = [new RectifierDescription(), new ConvolutionDescription(2, 3)],
        ["whole"] =
        [
            new ConvolutionDescription(3, 3, 1), new RectifierDescription(), new MaxPoolingDescription(),
            new ConvolutionDescription(4, 2), new RectifierDescription(), new MaxPoolingDescription(),
            new DenseDescription(6), new RectifierDescription(),
        ],
    };

    public static TheoryData<string> CaseNames() => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(CaseNames))]
    public void ForwardBackward_EveryLayerKind_MatchesCentralDifferences(string name)
    {
        ImageSet images = TestImages.Random(30, 3, 2, 6, 7);
        ModelDescription model = new(name, 2, 6, 7, [.. Cases[name], new DenseDescription(3)], 3);
        InputNormalization normalization = InputNormalization.FromImages(images);
        using WorkerTeam team = new(2);
        Network network = new(model, normalization, team, 20);
        network.Initialize(7);
        int[] indices = TestImages.Indices(3, 17);
        BatchResult result = network.ForwardBackward(images, indices);

        ReferenceNetwork reference = new(model, normalization);
        List<double[]> parameters = [.. network.Parameters.Select(
            static parameter => parameter.Values.Select(static value => (double)value).ToArray())];
        Assert.Equal(reference.Loss(parameters, images, indices), result.MeanLoss, 1e-5);
        for (int p = 0; p < parameters.Count; p++)
        {
            for (int i = 0; i < parameters[p].Length; i++)
            {
                double value = parameters[p][i];
                parameters[p][i] = value + Step;
                double upper = reference.Loss(parameters, images, indices);
                parameters[p][i] = value - Step;
                double difference = (upper - reference.Loss(parameters, images, indices)) / (2 * Step);
                parameters[p][i] = value;
                float gradient = network.Parameters[p].Gradients[i];
                Assert.True(
                    Math.Abs(difference - gradient) < Tolerance,
                    $"{network.Parameters[p].Name}[{i}]: {gradient:R}, but the difference is {difference:R}.");
            }
        }
    }
}
