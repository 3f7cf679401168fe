using ScEdge.Stochastic.Passes;
using ScEdge.Training.Passes.Layers;

namespace ScEdge.Training.Passes;

/// <summary>A convolution or a dense layer.</summary>
internal sealed class ProductStep(int input, int output, ProductStage stage) : PassStep(input, output)
{
    public ProductStage Stage { get; } = stage;

    public WindowShape Shape => Stage.Shape;
}
