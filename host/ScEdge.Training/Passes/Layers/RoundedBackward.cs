using ScEdge.Kernels.Passes.Rounding;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;
using ScEdge.Stochastic.Passes.Rounding;

namespace ScEdge.Training.Passes.Layers;

/// <summary>Errors of the inputs in fixed point, rounded stochastically.</summary>
/// <param name="stage">The layer.</param>
internal sealed class RoundedBackward(ProductStage stage) : BackwardCircuit(stage)
{
    private readonly RoundedBackwardKernel _kernel = new(stage.Shape);

    /// <inheritdoc/>
    public override void Run(
        uint serial, MapErrors errors, FullScale scale, LayerWeights weights, int[] inputErrors, PassScratch scratch, OperationCounts counts)
    {
        ulong key = Stage.KeyOf(RoundedSum.InputError, serial);
        _kernel.Run(errors.All, scale, ((IntegerWeights)weights).Laid, weights.Length, key, inputErrors);
        counts.Numbers += Stage.Shape.OutputCount;
        counts.RandomWords += Stage.Shape.InputCount;
    }
}
