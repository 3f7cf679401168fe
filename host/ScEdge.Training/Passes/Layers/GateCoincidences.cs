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

    // What has been drawn last, for signs and zeros.
    private int[] _inputs = [];
    private int[] _errors = [];

    /// <inheritdoc/>
    public override CoincidenceCounters Counters { get; } = new(stage.Shape);

    /// <inheritdoc/>
    protected override void Draw(
        uint serial, int[] inputs, FullScale inputScale, MapErrors errors, FullScale errorScale, PassScratch scratch, OperationCounts[] counts)
    {
        _inputs = inputs;
        _errors = errors.All;
        Stage[PassOperand.GradientInput].DrawMap(
            serial, inputs, inputScale, scratch.Words[0], scratch, counts[(int)PassOperand.GradientInput]);
        Stage[PassOperand.GradientError].DrawMap(
            serial, _errors, errorScale, scratch.ErrorWords, scratch, counts[(int)PassOperand.GradientError]);
    }

    /// <inheritdoc/>
    protected override void Count(int digit, int biasDigit, PassScratch scratch)
    {
        OperandStreams inputs = Stage[PassOperand.GradientInput];
        OperandStreams errors = Stage[PassOperand.GradientError];
        _kernel.Run(
            inputs.Signed(_inputs, scratch),
            scratch.Words[0],
            errors.Signed(_errors, scratch),
            scratch.ErrorWords,
            scratch.One,
            digit,
            biasDigit,
            Counters);
    }

    /// <inheritdoc/>
    protected override void CountOnes(Span<int> inputs, Span<int> errors, PassScratch scratch)
    {
        StreamOnes.Count(scratch.Words[0].Span, scratch.One.Length, inputs);
        StreamOnes.Count(scratch.ErrorWords.Span, scratch.One.Length, errors);
    }
}
