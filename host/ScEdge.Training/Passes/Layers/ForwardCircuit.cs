using System;
using ScEdge.Kernels.Passes;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Training.Passes.Layers;

/// <summary>
/// The sums of a product layer's windows, for one thread.
/// </summary>
/// <param name="stage">The layer.</param>
internal abstract class ForwardCircuit(ProductStage stage)
{
    /// <summary>The layer.</summary>
    protected ProductStage Stage => stage;

    /// <summary>What draws the inputs.</summary>
    protected OperandStreams Streams { get; } = stage[PassOperand.ForwardInput];

    /// <summary>Makes sums of XNOR; null in sign-magnitude coding.</summary>
    protected XnorSums? Xnor { get; } = stage.IsBipolar ? new XnorSums(stage.Shape, forward: true) : null;

    /// <summary>Makes the circuit of a layer: in fixed point, by levels where that serves, else by gates.</summary>
    public static ForwardCircuit Of(ProductStage stage) =>
        stage.IsRounded ? new RoundedForward(stage)
        : stage.HasLevels(PassOperand.ForwardInput) ? new LevelForward(stage)
        : new GateForward(stage);

    /// <summary>Counts the products of a block of images.</summary>
    /// <param name="serials">Serial number of each.</param>
    /// <param name="inputs">Inputs of each.</param>
    /// <param name="scales">Their scales.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="outputs">Receive the counts.</param>
    /// <param name="scratch">Memory of the thread.</param>
    /// <param name="counts">Receives what the generators did.</param>
    public abstract void Run(
        ReadOnlySpan<uint> serials,
        int[][] inputs,
        ReadOnlySpan<FullScale> scales,
        LayerWeights weights,
        int[][] outputs,
        PassScratch scratch,
        OperationCounts counts);
}
