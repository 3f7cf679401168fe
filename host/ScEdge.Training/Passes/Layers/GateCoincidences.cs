using System;
using ScEdge.Kernels.Passes;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Training.Passes.Layers;

/// <summary>Coincidences by gates on streams.</summary>
/// <param name="stage">The layer.</param>
internal sealed class GateCoincidences(ProductStage stage) : StreamCoincidences(stage)
{
    private readonly CoincidenceKernel _kernel = new(stage.Shape, stage[PassOperand.GradientInput].Length);

    /// <inheritdoc/>
    protected override void Draw(
        uint serial, int[] inputs, FullScale inputScale, int[] errors, FullScale errorScale, PassScratch scratch, OperationCounts[] counts)
    {
        Stage[PassOperand.GradientInput].DrawMap(
            serial, inputs, inputScale, scratch.Words[0], scratch, counts[(int)PassOperand.GradientInput]);
        Stage[PassOperand.GradientError].DrawMap(
            serial, errors, errorScale, scratch.ErrorWords, scratch, counts[(int)PassOperand.GradientError]);
    }

    /// <inheritdoc/>
    protected override void Count(ReadOnlySpan<int> inputs, ReadOnlySpan<int> errors, int digit, int biasDigit, PassScratch scratch) =>
        _kernel.Run(inputs, scratch.Words[0], errors, scratch.ErrorWords, scratch.One, digit, biasDigit, Counters);

    /// <inheritdoc/>
    protected override void CountOnes(Span<int> inputs, Span<int> errors, PassScratch scratch)
    {
        StreamOnes.Count(scratch.Words[0].Span, scratch.One.Length, inputs);
        StreamOnes.Count(scratch.ErrorWords.Span, scratch.One.Length, errors);
    }
}
