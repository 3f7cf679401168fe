using ScEdge.Kernels.Passes;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Training.Passes.Layers;

/// <summary>
/// The errors of a product layer's inputs, for one thread.
/// </summary>
/// <param name="stage">The layer.</param>
internal abstract class BackwardCircuit(ProductStage stage)
{
    /// <summary>The layer.</summary>
    protected ProductStage Stage => stage;

    /// <summary>What draws the errors of the outputs.</summary>
    protected OperandStreams Streams { get; } = stage[PassOperand.BackwardError];

    /// <summary>Makes sums of XNOR; null in sign-magnitude coding.</summary>
    protected XnorSums? Xnor { get; } = stage.IsBipolar ? new XnorSums(stage.Shape, forward: false) : null;

    /// <summary>Makes the circuit of a layer: in fixed point, by levels where that serves, else by gates.</summary>
    public static BackwardCircuit Of(ProductStage stage) =>
        stage.IsRounded ? new RoundedBackward(stage)
        : stage.HasLevels(PassOperand.BackwardError) ? new LevelBackward(stage)
        : new GateBackward(stage);

    /// <summary>Counts the products for the errors of an image's inputs.</summary>
    /// <param name="serial">Serial number of the image.</param>
    /// <param name="errors">Errors of the outputs.</param>
    /// <param name="scale">Their scale.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="inputErrors">Receives the counts.</param>
    /// <param name="scratch">Memory of the thread.</param>
    /// <param name="counts">Receives what the generators did.</param>
    public abstract void Run(
        uint serial, MapErrors errors, FullScale scale, LayerWeights weights, int[] inputErrors, PassScratch scratch, OperationCounts counts);
}
