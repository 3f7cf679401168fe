using System;
using ScEdge.Kernels.Layers;

namespace ScEdge.Kernels.Tests.Layers;

[Trait("Kind", "Unit")]
public sealed class ConvolutionKernelTests
{
    public static TheoryData<int, int, int, int, int, int> Shapes()
    {
        // Input channels, height, width, output channels, kernel, padding. Every block of outputs (6, 4, 1 and their
        // sums), every remainder of columns and of taps occurs.
        TheoryData<int, int, int, int, int, int> shapes = [];
        for (int outputs = 1; outputs <= 7; outputs++)
        {
            shapes.Add(outputs, 5, 6, 8 - outputs, 3, outputs % 3);
        }

        shapes.Add(1, 28, 28, 6, 5, 2);
        shapes.Add(6, 14, 14, 16, 5, 0);
        shapes.Add(2, 7, 11, 8, 5, 4);
        shapes.Add(3, 4, 5, 9, 1, 0);
        shapes.Add(1, 2, 2, 11, 2, 1);
        shapes.Add(1, 1, 1, 5, 3, 1);
        shapes.Add(2, 5, 5, 10, 5, 0);
        return shapes;
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Forward_AnyShape_MatchesDoubleLoops(
        int inputs, int height, int width, int outputs, int size, int padding)
    {
        (ConvolutionKernel kernel, float[] input, float[] weights, float[] bias, _) =
            Create(inputs, height, width, outputs, size, padding);
        ConvolutionShape shape = kernel.Shape;
        double[] expected = new double[shape.OutputLength];
        ForEachProduct(shape, (x, w, y) => expected[y] += (double)input[x] * weights[w]);
        for (int i = 0; i < expected.Length; i++)
        {
            expected[i] += bias[i / (expected.Length / outputs)];
        }

        float[] actual = new float[shape.OutputLength];
        kernel.Forward(Pad(kernel.PaddedInput, input), weights, bias, actual);
        TestTensor.AssertSums(expected, actual, shape.WeightsPerOutput + 1);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void InputGradient_AnyShape_MatchesDoubleLoops(
        int inputs, int height, int width, int outputs, int size, int padding)
    {
        (ConvolutionKernel kernel, _, float[] weights, _, float[] gradient) =
            Create(inputs, height, width, outputs, size, padding);
        ConvolutionShape shape = kernel.Shape;
        double[] expected = new double[shape.InputLength];
        ForEachProduct(shape, (x, w, y) => expected[x] += (double)gradient[y] * weights[w]);
        float[] actual = new float[shape.InputLength];
        kernel.InputGradient(Pad(kernel.PaddedGradient, gradient), weights, actual);
        TestTensor.AssertSums(expected, actual, outputs * size * size);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void WeightGradient_AnyShape_MatchesDoubleLoops(
        int inputs, int height, int width, int outputs, int size, int padding)
    {
        (ConvolutionKernel kernel, float[] input, _, _, float[] gradient) =
            Create(inputs, height, width, outputs, size, padding);
        ConvolutionShape shape = kernel.Shape;
        int stride = shape.WeightsPerOutput + 3;
        double[] expected = new double[outputs * stride];
        ForEachProduct(
            shape,
            (x, w, y) => expected[(w / shape.WeightsPerOutput * stride) + (w % shape.WeightsPerOutput)] += (double)input[x] * gradient[y]);
        double[] expectedBias = new double[outputs];
        for (int i = 0; i < gradient.Length; i++)
        {
            expectedBias[i / (gradient.Length / outputs)] += gradient[i];
        }

        float[] actual = new float[outputs * stride];
        float[] actualBias = new float[outputs];
        kernel.WeightGradient(Pad(kernel.PaddedInput, input), gradient, actual, stride, actualBias);
        int terms = shape.OutputHeight * shape.OutputWidth;
        TestTensor.AssertSums(expected, actual, terms + LaneVector.Count);
        TestTensor.AssertSums(expectedBias, actualBias, terms + LaneVector.Count);
    }

    [Fact]
    public void Forward_ShortOutput_Throws()
    {
        (ConvolutionKernel kernel, float[] input, float[] weights, float[] bias, _) = Create(1, 4, 4, 2, 3, 0);
        Assert.Throws<ArgumentException>(
            "output", () => kernel.Forward(input, weights, bias, new float[kernel.Shape.OutputLength - 1]));
    }

    [Theory]
    [InlineData(4, 5, 0)]
    [InlineData(4, 3, 3)]
    [InlineData(4, 3, -1)]
    [InlineData(4, 0, 0)]
    public void Shape_Impossible_Throws(int height, int size, int padding)
        => Assert.Throws<ArgumentOutOfRangeException>(() => new ConvolutionShape(1, height, 9, 1, size, padding));

    private static (ConvolutionKernel Kernel, float[] Input, float[] Weights, float[] Bias, float[] Gradient) Create(
        int inputs, int height, int width, int outputs, int size, int padding)
    {
        ConvolutionShape shape = new(inputs, height, width, outputs, size, padding);
        return (
            new ConvolutionKernel(shape), TestTensor.Random(shape.InputLength, 1),
            TestTensor.Random(outputs * shape.WeightsPerOutput, 2), TestTensor.Random(outputs, 3),
            TestTensor.Random(shape.OutputLength, 4));
    }

    private static float[] Pad(PaddedMap map, float[] source)
    {
        float[] padded = new float[map.Length];
        map.CopyIn(source, padded);
        return padded;
    }

    /// <summary>Visits every product of the definition: index of the input, of the weight, of the output.</summary>
    private static void ForEachProduct(ConvolutionShape s, Action<int, int, int> visit)
    {
        for (int w = 0; w < s.OutputChannels * s.WeightsPerOutput; w++)
        {
            int j = w % s.KernelSize;
            int i = w / s.KernelSize % s.KernelSize;
            int c = w / (s.KernelSize * s.KernelSize) % s.InputChannels;
            int o = w / s.WeightsPerOutput;
            for (int y = 0; y < s.OutputHeight; y++)
            {
                for (int x = 0; x < s.OutputWidth; x++)
                {
                    int row = y + i - s.Padding;
                    int column = x + j - s.Padding;
                    if (row < 0 || row >= s.InputHeight || column < 0 || column >= s.InputWidth)
                    {
                        continue;
                    }

                    int input = ((((c * s.InputHeight) + row) * s.InputWidth) + column) * LaneVector.Count;
                    int output = ((((o * s.OutputHeight) + y) * s.OutputWidth) + x) * LaneVector.Count;
                    for (int lane = 0; lane < LaneVector.Count; lane++)
                    {
                        visit(input + lane, w, output + lane);
                    }
                }
            }
        }
    }
}
