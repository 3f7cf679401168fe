using System;
using ScEdge.Kernels.Passes;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Kernels.Tests.Passes;

/// <summary>The passes' kernels against the plain code, on every tier of this processor.</summary>
public sealed class ProductKernelTests
{
    public static TheoryData<int, int> ShapesAndLengths => PassScene.ShapesAndLengths;

    [Theory]
    [MemberData(nameof(ShapesAndLengths))]
    public void Forward_OnEveryTier_EqualsPlainCode(int shape, int length) =>
        CheckForward(new PassScene(PassScene.ShapeOf(shape), length, seed: 11 + shape));

    [Theory]
    [MemberData(nameof(ShapesAndLengths))]
    public void Forward_HardlyAZeroOnEveryTier_EqualsPlainCode(int shape, int length) =>
        CheckForward(new PassScene(PassScene.ShapeOf(shape), length, seed: 21 + shape, zeros: 0.03));

    [Theory]
    [MemberData(nameof(ShapesAndLengths))]
    public void Backward_OnEveryTier_EqualsPlainCode(int shape, int length)
    {
        PassScene scene = new(PassScene.ShapeOf(shape), length, seed: 31 + shape);
        int[] expected = new int[scene.Shape.InputCount];
        ProductLayer.Backward(scene.Shape, scene.ErrorStreams, scene.WeightStreams, expected, new OperationCounts());
        WeightStreams weights = scene.Kernel(forward: false);
        BackwardKernel kernel = new(scene.Shape);
        WordBuffer words = PassScene.Copy(scene.ErrorStreams.Words);
        foreach (VectorTier tier in Tiers())
        {
            int[] actual = new int[expected.Length];
            kernel.Run(tier, scene.Errors, words, weights, actual);
            Assert.Equal(expected, actual);
        }
    }

    [Theory]
    [MemberData(nameof(ShapesAndLengths))]
    public void CountCoincidences_OnEveryTierAfterAnotherImage_EqualsPlainCode(int shape, int length)
    {
        WindowShape windows = PassScene.ShapeOf(shape);
        PassScene signed = new(windows, length, seed: 51 + shape);
        PassScene unsigned = new(windows, length, seed: 71 + shape, signed: false);
        NumberStreams one = new(1, length);
        one.Signs[0] = 1;
        Array.Fill(one.Words, length < 32 ? (1u << length) - 1 : 0x77777777);
        int[] weights = new int[windows.Outputs * windows.Taps];
        int[] biases = new int[windows.Outputs];
        OperationCounts counts = new();
        foreach (PassScene scene in new[] { signed, unsigned })
        {
            ProductLayer.CountCoincidences(windows, scene.InputStreams, scene.ErrorStreams, digit: 3, weights, counts);
            ProductLayer.CountCoincidencesOfBias(windows, one, scene.ErrorStreams, digit: 2, biases, counts);
        }

        foreach (VectorTier tier in Tiers())
        {
            CoincidenceKernel kernel = new(windows, length);
            CoincidenceCounters counters = new(windows);
            foreach (PassScene scene in new[] { signed, unsigned })
            {
                kernel.Run(
                    tier,
                    scene.Inputs,
                    PassScene.Copy(scene.InputStreams.Words),
                    scene.Errors,
                    PassScene.Copy(scene.ErrorStreams.Words),
                    one.Words,
                    digit: 3,
                    biasDigit: 2,
                    counters);
            }

            int[] actual = new int[weights.Length];
            for (int output = 0; output < windows.Outputs; output++)
            {
                counters.TakeWeights(output, actual.AsSpan(output * windows.Taps, windows.Taps));
            }

            Assert.Equal(weights, actual);
            Assert.Equal(biases, counters.Biases);
            Assert.Equal(counts.CounterIncrements, counters.Increments);
        }
    }

    private static void CheckForward(PassScene scene)
    {
        int[] expected = new int[scene.Shape.OutputCount];
        ProductLayer.Forward(scene.Shape, scene.InputStreams, scene.WeightStreams, expected, new OperationCounts());
        WeightStreams weights = scene.Kernel(forward: true);
        ForwardKernel kernel = new(scene.Shape);
        WordBuffer words = PassScene.Copy(scene.InputStreams.Words);

        // A cell that is stuck may give a zero ones; its sign leaves them out.
        int stride = scene.InputStreams.WordsPerNumber;
        for (int i = 0; i < scene.Inputs.Length; i++)
        {
            if (scene.Inputs[i] == 0)
            {
                words.Span.Slice(i * stride, stride).Fill(0x11111111);
            }
        }

        foreach (VectorTier tier in Tiers())
        {
            int[] actual = new int[expected.Length];
            kernel.Run(tier, scene.Inputs, words, weights, .., actual);
            Assert.Equal(expected, actual);
        }
    }

    private static VectorTier[] Tiers() => Array.FindAll(Enum.GetValues<VectorTier>(), static tier => tier <= KernelTier.Hardware);
}
