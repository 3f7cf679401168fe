using System;
using ScEdge.Kernels.Layers;

namespace ScEdge.Kernels.Tests.Layers;

[Trait("Kind", "Unit")]
public sealed class DenseKernelTests
{
    public static TheoryData<int, int> Sizes()
    {
        TheoryData<int, int> sizes = [];
        for (int i = 1; i <= 20; i++)
        {
            sizes.Add(i, 21 - i);
            sizes.Add((7 * i) + 1, i);
        }

        sizes.Add(400, 120);
        return sizes;
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Forward_AnySize_MatchesDoubleLoops(int inputs, int outputs)
    {
        (float[] x, float[] w, float[] b, _) = Create(inputs, outputs);
        double[] expected = new double[outputs * 16];
        ForEachProduct(inputs, outputs, (i, k, o) => expected[o] += (double)x[i] * w[k]);
        for (int i = 0; i < expected.Length; i++)
        {
            expected[i] += b[i / 16];
        }

        float[] actual = new float[outputs * 16];
        new DenseKernel(inputs, outputs).Forward(x, w, b, actual);
        TestTensor.AssertSums(expected, actual, inputs + 1);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void InputGradient_AnySize_MatchesDoubleLoops(int inputs, int outputs)
    {
        (_, float[] w, _, float[] dy) = Create(inputs, outputs);
        double[] expected = new double[inputs * 16];
        ForEachProduct(inputs, outputs, (i, k, o) => expected[i] += (double)dy[o] * w[k]);
        float[] actual = new float[inputs * 16];
        new DenseKernel(inputs, outputs).InputGradient(dy, w, actual);
        TestTensor.AssertSums(expected, actual, outputs);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void WeightGradient_AnySize_MatchesDoubleLoops(int inputs, int outputs)
    {
        (float[] x, _, _, float[] dy) = Create(inputs, outputs);
        DenseKernel kernel = new(inputs, outputs);
        double[] expected = new double[outputs * kernel.TurnedStride];
        double[] expectedBias = new double[outputs];
        ForEachProduct(
            inputs, outputs,
            (i, k, o) => expected[(k / inputs * kernel.TurnedStride) + (k % inputs)] += (double)x[i] * dy[o]);
        for (int i = 0; i < dy.Length; i++)
        {
            expectedBias[i / 16] += dy[i];
        }

        float[] actual = new float[expected.Length];
        float[] actualBias = new float[outputs];
        kernel.WeightGradient(x, dy, new float[kernel.TurnedLength], actual, actualBias);
        TestTensor.AssertSums(expected, actual, LaneVector.Count);
        TestTensor.AssertSums(expectedBias, actualBias, LaneVector.Count);
    }

    private static (float[] X, float[] W, float[] B, float[] Dy) Create(int inputs, int outputs) => (
        TestTensor.Random(inputs * 16, 1), TestTensor.Random(inputs * outputs, 2), TestTensor.Random(outputs, 3),
        TestTensor.Random(outputs * 16, 4));

    private static void ForEachProduct(int inputs, int outputs, Action<int, int, int> visit)
    {
        for (int k = 0; k < inputs * outputs; k++)
        {
            for (int lane = 0; lane < 16; lane++)
            {
                visit((k % inputs * 16) + lane, k, (k / inputs * 16) + lane);
            }
        }
    }
}
