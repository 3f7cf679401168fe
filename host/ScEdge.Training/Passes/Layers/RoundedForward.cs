using System;
using ScEdge.Kernels.Passes.Rounding;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;
using ScEdge.Stochastic.Passes.Rounding;

namespace ScEdge.Training.Passes.Layers;

/// <summary>Forward sums in fixed point, rounded stochastically.</summary>
/// <param name="stage">The layer.</param>
internal sealed class RoundedForward(ProductStage stage) : ForwardCircuit(stage)
{
    private readonly RoundedForwardKernel _kernel = new(stage.Shape, PassScratch.BlockLength);
    private readonly ulong[] _keys = new ulong[PassScratch.BlockLength];

    /// <inheritdoc/>
    public override void Run(
        ReadOnlySpan<uint> serials,
        int[][] inputs,
        ReadOnlySpan<FullScale> scales,
        LayerWeights weights,
        int[][] outputs,
        PassScratch scratch,
        OperationCounts counts)
    {
        Span<ulong> keys = _keys.AsSpan(0, serials.Length);
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = Stage.KeyOf(RoundedSum.Output, serials[i]);
        }

        _kernel.Run(inputs, scales[..serials.Length], ((IntegerWeights)weights).Laid, weights.Length, keys, outputs);
        counts.Numbers += (long)serials.Length * Stage.Shape.InputCount;
        counts.RandomWords += (long)serials.Length * Stage.Shape.OutputCount;
    }
}
