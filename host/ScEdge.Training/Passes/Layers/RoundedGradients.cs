using ScEdge.Kernels.Passes;
using ScEdge.Kernels.Passes.Rounding;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;
using ScEdge.Stochastic.Passes.Rounding;

namespace ScEdge.Training.Passes.Layers;

/// <summary>Gradients in fixed point, each rounded stochastically to what a coincidence would be worth.</summary>
/// <param name="stage">The layer.</param>
internal sealed class RoundedGradients(ProductStage stage) : CoincidenceCircuit(stage)
{
    private readonly RoundedGradientKernel _kernel = new(stage.Shape);

    /// <inheritdoc/>
    public override CoincidenceCounters Counters { get; } = new(stage.Shape);

    /// <inheritdoc/>
    public override void Run(
        uint serial,
        int[] inputs,
        FullScale inputScale,
        MapErrors errors,
        FullScale errorScale,
        int digit,
        int biasDigit,
        PassScratch scratch,
        OperationCounts[] counts)
    {
        _kernel.Run(
            inputs,
            inputScale,
            errors.All,
            errorScale,
            Stage[PassOperand.GradientInput].Length,
            digit,
            biasDigit,
            Stage.KeyOf(RoundedSum.Gradient, serial),
            Stage.KeyOf(RoundedSum.BiasGradient, serial),
            Counters);
        WindowShape shape = Stage.Shape;
        counts[(int)PassOperand.GradientInput].Numbers += shape.InputCount;
        counts[(int)PassOperand.GradientError].Numbers += shape.OutputCount;
        counts[(int)PassOperand.GradientInput].RandomWords += (shape.Outputs * shape.Taps) + shape.Outputs;
    }
}
