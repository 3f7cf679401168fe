using System;
using ScEdge.Kernels.Layers;

namespace ScEdge.Kernels.Tests.Layers;

[Trait("Kind", "Unit")]
public sealed class SoftmaxCrossEntropyKernelTests
{
    [Theory]
    [InlineData(2, 16, 1f)]
    [InlineData(10, 16, 20f)]
    [InlineData(10, 5, 3f)]
    [InlineData(62, 1, 100f)]
    public void Run_AnyClasses_MatchesDoublePrecision(int classes, int images, float spread)
    {
        float[] logits = TestTensor.Random(classes * 16, 1);
        for (int i = 0; i < logits.Length; i++)
        {
            logits[i] *= spread;
        }

        int[] labels = new int[16];
        for (int lane = 0; lane < 16; lane++)
        {
            labels[lane] = (lane * 7) % classes;
        }

        float[] gradient = new float[logits.Length];
        float[] losses = new float[16];
        int[] predictions = new int[16];
        SoftmaxCrossEntropyKernel.Run(logits, labels, images, 0.25f, gradient, losses, predictions);
        for (int lane = 0; lane < 16; lane++)
        {
            double maximum = double.NegativeInfinity;
            int best = 0;
            for (int c = 0; c < classes; c++)
            {
                if (logits[(c * 16) + lane] > maximum)
                {
                    maximum = logits[(c * 16) + lane];
                    best = c;
                }
            }

            double sum = 0;
            for (int c = 0; c < classes; c++)
            {
                sum += Math.Exp(logits[(c * 16) + lane] - maximum);
            }

            bool present = lane < images;
            double loss = Math.Log(sum) - (logits[(labels[lane] * 16) + lane] - maximum);
            Assert.Equal(best, predictions[lane]);

            // The difference of two logits is rounded once (2^-24 of up to twice the spread), the logarithm errs by 2e-7
            // and the sum by some units in the last place.
            Assert.Equal(present ? loss : 0, losses[lane], 1e-6 * (1 + spread));
            for (int c = 0; c < classes; c++)
            {
                double truth = c == labels[lane] ? 1 : 0;
                double expected = present ? ((Math.Exp(logits[(c * 16) + lane] - maximum) / sum) - truth) * 0.25 : 0;

                // Rounding a logit's distance from the maximum by d changes its power by the factor 1 + d.
                Assert.Equal(expected, gradient[(c * 16) + lane], 1e-7 * (10 + spread));
            }
        }
    }

    [Fact]
    public void Run_LaneWithoutImage_GivesExactZerosEvenForInfiniteLogits()
    {
        float[] logits = new float[3 * 16];
        logits[1] = float.PositiveInfinity;
        float[] gradient = TestTensor.Random(3 * 16, 1);
        float[] losses = TestTensor.Random(16, 2);
        SoftmaxCrossEntropyKernel.Run(logits, new int[16], 1, 1f, gradient, losses, new int[16]);
        for (int lane = 1; lane < 16; lane++)
        {
            Assert.Equal(0f, losses[lane]);
            Assert.Equal([0f, 0f, 0f], [gradient[lane], gradient[16 + lane], gradient[32 + lane]]);
        }
    }

    [Fact]
    public void Run_NotANumber_ShowsInTheLoss()
    {
        float[] logits = new float[2 * 16];
        logits[3] = float.NaN;
        float[] losses = new float[16];
        SoftmaxCrossEntropyKernel.Run(logits, new int[16], 16, 1f, new float[32], losses, new int[16]);
        Assert.True(float.IsNaN(losses[3]));
    }
}
