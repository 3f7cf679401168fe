using System;
using System.Linq;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;
using ScEdge.Stochastic.Passes.Rounding;

namespace ScEdge.Training.Tests.Passes;

/// <summary>
/// The product layers of <see cref="PlainPasses"/> in fixed point, by the plain code of shared.
/// </summary>
internal sealed class PlainRounding(short[][] registers, int[] fractionBits, PassSettings settings, OperationCounts[][] counts)
{
    private readonly FullScale[] _scales = [.. registers.Select((tensor, i) =>
        FullScale.Of((uint)tensor.Max(static value => Math.Abs((int)value)), -fractionBits[i]))];

    /// <summary>Counts the weights of a pass, as they are converted once for a batch.</summary>
    public void CountWeights(int layer, int pass) => _ = Weights(layer, counts[layer][pass]);

    public void Forward(WindowShape shape, int layer, uint serial, int[] inputs, FullScale scale, int[] outputs) =>
        RoundedLayer.Forward(
            shape, Operands(inputs, scale, counts[layer][0]), Weights(layer, new()), settings.ForwardLength,
            Key(layer, RoundedSum.Output, serial), outputs, counts[layer][0]);

    public void Backward(WindowShape shape, int layer, uint serial, int[] errors, FullScale scale, int[] inputErrors) =>
        RoundedLayer.Backward(
            shape, Operands(errors, scale, counts[layer][1]), Weights(layer, new()), settings.BackwardLength,
            Key(layer, RoundedSum.InputError, serial), inputErrors, counts[layer][1]);

    public void Count(
        WindowShape shape, int layer, uint serial, int[] inputs, FullScale scale, int[] errors, FullScale errorScale, int digit, int biasDigit,
        int[][] gradients)
    {
        OperationCounts own = counts[layer][2];
        short[] left = Operands(inputs, scale, own);
        short[] right = Operands(errors, errorScale, own);
        int length = settings.GradientLength;
        RoundedLayer.AddGradient(shape, left, right, length, digit, Key(layer, RoundedSum.Gradient, serial), gradients[2 * layer], own);
        RoundedLayer.AddBiasGradient(
            shape, right, length, biasDigit, Key(layer, RoundedSum.BiasGradient, serial), gradients[(2 * layer) + 1], own);
    }

    private static short[] Operands(int[] values, FullScale scale, OperationCounts own)
    {
        short[] operands = new short[values.Length];
        RoundedOperand.Convert(values, scale, operands, own);
        return operands;
    }

    private short[] Weights(int layer, OperationCounts own)
    {
        short[] operands = new short[registers[2 * layer].Length];
        RoundedOperand.Convert(registers[2 * layer], _scales[2 * layer], operands, own);
        return operands;
    }

    private ulong Key(int layer, RoundedSum sum, uint serial) =>
        RoundedSumKey.Of(settings.Seed, PassKey.TrainingStream, (uint)(2 * layer), sum, serial);
}
