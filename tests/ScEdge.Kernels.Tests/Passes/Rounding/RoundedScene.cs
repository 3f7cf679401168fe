using System;
using System.Linq;
using ScEdge.Kernels.Passes;
using ScEdge.Kernels.Passes.Rounding;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;
using ScEdge.Stochastic.Passes.Rounding;

namespace ScEdge.Kernels.Tests.Passes.Rounding;

/// <summary>
/// A product layer in fixed point, by the plain code of shared and by the kernels.
/// </summary>
internal sealed class RoundedScene(WindowShape shape, int length, int seed)
{
    private static readonly FullScale Scale = FullScale.Of(40000, 0);
    private static readonly ulong[] Keys = [0x0123456789ABCDEF, 0xFEDCBA9876543210, 42];

    private readonly PassScene _first = new(shape, length: 8, seed);
    private readonly PassScene _second = new(shape, length: 8, seed + 1, signed: false, zeros: 0.1);

    public int[] Plain(int digit, int biasDigit)
    {
        OperationCounts counts = new();
        int[] one = new int[shape.OutputCount];
        int[] two = new int[shape.OutputCount];
        int[] inputErrors = new int[shape.InputCount];
        int[] gradients = new int[shape.Outputs * shape.Taps];
        int[] biases = new int[shape.Outputs];
        short[] weights = Operands([.. _first.Weights.Select(static value => (int)value)]);
        short[] errors = Operands(_first.Errors);
        RoundedLayer.Forward(shape, Operands(_first.Inputs), weights, length, Keys[0], one, counts);
        RoundedLayer.Forward(shape, Operands(_second.Inputs), weights, length, Keys[1], two, counts);
        RoundedLayer.Backward(shape, errors, weights, length, Keys[2], inputErrors, counts);
        for (int image = 0; image < 2; image++)
        {
            short[] inputs = Operands(Scenes[image].Inputs);
            short[] own = Operands(Scenes[image].Errors);
            RoundedLayer.AddGradient(shape, inputs, own, length, digit, Keys[image], gradients, counts);
            RoundedLayer.AddBiasGradient(shape, own, length, biasDigit, Keys[image + 1], biases, counts);
        }

        return [.. one, .. two, .. inputErrors, .. gradients, .. biases];
    }

    public int[] Kernels(int digit, int biasDigit)
    {
        int[][] outputs = [new int[shape.OutputCount], new int[shape.OutputCount]];
        int[] inputErrors = new int[shape.InputCount];
        new RoundedForwardKernel(shape, blockLength: 3).Run(
            [_first.Inputs, _second.Inputs], [Scale, Scale], Laid(forward: true), length, Keys.AsSpan(0, 2), outputs);
        new RoundedBackwardKernel(shape).Run(_first.Errors, Scale, Laid(forward: false), length, Keys[2], inputErrors);
        RoundedGradientKernel kernel = new(shape);
        CoincidenceCounters counters = new(shape);
        for (int image = 0; image < 2; image++)
        {
            kernel.Run(
                Scenes[image].Inputs, Scale, Scenes[image].Errors, Scale, length, digit, biasDigit, Keys[image], Keys[image + 1], counters);
        }

        int[] gradients = new int[shape.Outputs * shape.Taps];
        for (int output = 0; output < shape.Outputs; output++)
        {
            counters.TakeWeights(output, gradients.AsSpan(output * shape.Taps, shape.Taps));
        }

        Assert.Equal(0, counters.Increments);
        return [.. outputs[0], .. outputs[1], .. inputErrors, .. gradients, .. counters.Biases];
    }

    private PassScene[] Scenes => [_first, _second];

    private static short[] Operands(int[] values)
    {
        short[] operands = new short[values.Length];
        RoundedOperand.Convert(values, Scale, operands, new OperationCounts());
        return operands;
    }

    /// <summary>The weights, laid out in two parts.</summary>
    private RoundedWeights Laid(bool forward)
    {
        int[] weights = [.. _first.Weights.Select(static value => (int)value)];
        RoundedWeights laid = new(shape, forward);
        int half = weights.Length / 2;
        laid.Fill(0, weights.AsSpan(0, half), Scale);
        laid.Fill(half, weights.AsSpan(half), Scale);
        return laid;
    }
}
