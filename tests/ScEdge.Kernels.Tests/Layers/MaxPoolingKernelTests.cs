using System;
using System.Linq;
using ScEdge.Kernels.Layers;

namespace ScEdge.Kernels.Tests.Layers;

[Trait("Kind", "Unit")]
public sealed class MaxPoolingKernelTests
{
    [Theory]
    [InlineData(1, 2, 2)]
    [InlineData(3, 4, 6)]
    [InlineData(2, 5, 7)]
    [InlineData(7, 3, 2)]
    public void ForwardBackward_AnySize_MatchesLoops(int channels, int height, int width)
    {
        MaxPoolingKernel kernel = new(channels, height, width);
        float[] input = TestTensor.Random(channels * height * width * 16, 1);
        int outputs = channels * kernel.OutputHeight * kernel.OutputWidth * 16;
        float[] output = new float[outputs];
        float[] outputGradient = TestTensor.Random(outputs, 2);
        float[] inputGradient = new float[input.Length];
        kernel.Forward(input, output);
        kernel.Backward(input, output, outputGradient, inputGradient);
        float[] expectedGradient = new float[input.Length];
        for (int i = 0; i < outputs; i++)
        {
            int position = i / 16;
            int x = position % kernel.OutputWidth * 2;
            int y = position / kernel.OutputWidth % kernel.OutputHeight * 2;
            int c = position / kernel.OutputWidth / kernel.OutputHeight;
            int corner = ((((c * height) + y) * width) + x) * 16;
            int[] square = [corner, corner + 16, corner + (width * 16), corner + (width * 16) + 16];
            int best = square.Select(place => place + (i % 16)).MaxBy(place => input[place]);
            Assert.Equal(input[best], output[i]);
            expectedGradient[best] = outputGradient[i];
        }

        Assert.Equal(expectedGradient, inputGradient);
    }

    [Fact]
    public void Backward_EqualMaxima_GivesTheGradientToTheFirst()
    {
        MaxPoolingKernel kernel = new(1, 2, 2);
        float[] input = new float[4 * 16];
        input[16] = input[32] = 1;
        input[3] = input[51] = 1;
        float[] output = new float[16];
        float[] gradient = Enumerable.Repeat(2f, 16).ToArray();
        float[] inputGradient = new float[4 * 16];
        kernel.Forward(input, output);
        kernel.Backward(input, output, gradient, inputGradient);
        Assert.Equal([0f, 2f, 0f, 0f], [inputGradient[0], inputGradient[16], inputGradient[32], inputGradient[48]]);
        Assert.Equal([2f, 0f, 0f, 0f], [inputGradient[3], inputGradient[19], inputGradient[35], inputGradient[51]]);
        Assert.Equal([2f, 0f, 0f, 0f], [inputGradient[5], inputGradient[21], inputGradient[37], inputGradient[53]]);
    }

    [Fact]
    public void Constructor_OneRow_Throws()
        => Assert.Throws<ArgumentOutOfRangeException>(static () => new MaxPoolingKernel(1, 1, 4));
}
