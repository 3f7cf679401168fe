using System;
using ScEdge.Kernels.Passes;
using ScEdge.Kernels.Passes.Levels;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Training.Passes.Layers;

/// <summary>Coincidences by levels, for streams that share sequences.</summary>
/// <param name="stage">The layer.</param>
internal sealed class LevelCoincidences(ProductStage stage) : StreamCoincidences(stage)
{
    private readonly CoincidenceLevelKernel _kernel = new(stage.Shape);

    /// <inheritdoc/>
    public override CoincidenceCounters Counters => _kernel.Counters;

    /// <inheritdoc/>
    protected override void Draw(
        uint serial, int[] inputs, FullScale inputScale, MapErrors errors, FullScale errorScale, PassScratch scratch, OperationCounts[] counts)
    {
        Stage[PassOperand.GradientInput].DrawMap(
            serial, inputs, inputScale, scratch.Map, scratch, counts[(int)PassOperand.GradientInput]);
        Stage[PassOperand.GradientError].DrawMap(
            serial, errors, errorScale, scratch.Errors, scratch, counts[(int)PassOperand.GradientError]);
        scratch.Table.Fill(scratch.Errors.Sequence, scratch.Map.Sequence);
    }

    /// <inheritdoc/>
    protected override void CountOnes(Span<int> inputs, Span<int> errors, PassScratch scratch)
    {
        scratch.Map.Numbers.Levels.CopyLevelsTo(inputs);
        scratch.Errors.Numbers.Levels.CopyLevelsTo(errors);
    }

    /// <inheritdoc/>
    protected override void Count(int digit, int biasDigit, PassScratch scratch) =>
        _kernel.Run(
            scratch.Map.Numbers,
            scratch.Errors.Numbers,
            scratch.Table,
            scratch.Errors.Sequence.CountWith(scratch.One),
            digit,
            biasDigit);
}
