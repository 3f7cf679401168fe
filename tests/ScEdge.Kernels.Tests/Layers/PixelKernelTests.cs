using System;
using System.Linq;
using ScEdge.Kernels.Layers;

namespace ScEdge.Kernels.Tests.Layers;

/// <summary>Pixels become inputs, images innermost, by one multiplication and one addition.</summary>
[Trait("Kind", "Unit")]
public sealed class PixelKernelTests
{
    private const float Scale = 0.01247f;
    private const float Shift = -0.4242f;

    [Theory]
    [InlineData(1, 16)]
    [InlineData(3, 5)]
    [InlineData(4, 1)]
    [InlineData(784, 16)]
    [InlineData(785, 7)]
    [InlineData(786, 0)]
    public void Run_ImagesInAnyOrder_GivesScaledPixelsAndZerosInUnusedLanes(int count, int images)
    {
        byte[] pixels = new byte[20 * count];
        new Random(3).NextBytes(pixels);
        int[] starts = [.. Enumerable.Range(0, images).Select(lane => (lane * 7) % 20 * count)];
        float[] inputs = [.. Enumerable.Repeat(float.NaN, count * LaneVector.Count)];

        PixelKernel.Run(pixels, starts, Scale, Shift, inputs);

        for (int pixel = 0; pixel < count; pixel++)
        {
            for (int lane = 0; lane < LaneVector.Count; lane++)
            {
                float expected = lane < images ? (pixels[starts[lane] + pixel] * Scale) + Shift : 0;
                Assert.Equal(BitConverter.SingleToUInt32Bits(expected), BitConverter.SingleToUInt32Bits(inputs[(pixel * LaneVector.Count) + lane]));
            }
        }
    }

    [Fact]
    public void Run_ImageBeyondThePixels_IsRefused()
    {
        byte[] pixels = new byte[100];
        float[] inputs = new float[50 * LaneVector.Count];

        Assert.Throws<ArgumentOutOfRangeException>(() => PixelKernel.Run(pixels, [51], Scale, Shift, inputs));
        Assert.Throws<ArgumentOutOfRangeException>(() => PixelKernel.Run(pixels, [-1], Scale, Shift, inputs));
        Assert.Throws<ArgumentOutOfRangeException>(() => PixelKernel.Run(pixels, new int[17], Scale, Shift, inputs));
    }
}
