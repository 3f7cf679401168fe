using System;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Training.Passes.Layers;

/// <summary>
/// Gradients by coincidences of two streams; where one would be worth less than a step of its counter there are fewer of them.
/// </summary>
/// <param name="stage">The layer.</param>
internal abstract class StreamCoincidences(ProductStage stage) : CoincidenceCircuit(stage)
{
    /// <inheritdoc/>
    public override void Run(
        uint serial,
        int[] inputs,
        FullScale inputScale,
        int[] errors,
        FullScale errorScale,
        int digit,
        int biasDigit,
        PassScratch scratch,
        OperationCounts[] counts)
    {
        int thinning = Math.Min(digit, 0);
        inputScale.Exponent -= thinning;
        inputScale.Shift += thinning;
        Draw(serial, inputs, inputScale, errors, errorScale, scratch, counts);

        // P of the constant that the errors of biases meet.
        uint one = biasDigit < -16 ? 0 : BernoulliWord.One >> -Math.Min(biasDigit, 0);
        OperandStreams constant = Stage[PassOperand.GradientOne];
        OperationCounts constantCounts = counts[(int)PassOperand.GradientOne];
        constant.Begin(serial, scratch.Numbers, constantCounts);
        constant.Draw(serial, 0, new ReadOnlySpan<uint>(in one), scratch.Numbers, scratch.One, constantCounts);
        Count(inputs, errors, Math.Max(digit, 0), Math.Max(biasDigit, 0), scratch);
    }

    /// <summary>Draws inputs and errors.</summary>
    protected abstract void Draw(
        uint serial, int[] inputs, FullScale inputScale, int[] errors, FullScale errorScale, PassScratch scratch, OperationCounts[] counts);

    /// <summary>Counts what has been drawn.</summary>
    protected abstract void Count(int[] inputs, int[] errors, int digit, int biasDigit, PassScratch scratch);
}
