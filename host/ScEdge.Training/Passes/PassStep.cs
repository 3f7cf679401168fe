using ScEdge.Stochastic.Passes;

namespace ScEdge.Training.Passes;

/// <summary>One layer on the way through the maps of an image.</summary>
internal abstract class PassStep(int input, int output)
{
    /// <summary>Index of the map that it reads.</summary>
    public int Input { get; } = input;

    /// <summary>Index of the map that it writes; its input for a layer that works in place.</summary>
    public int Output { get; } = output;
}

/// <summary>A rectifier, in place.</summary>
internal sealed class RectifierStep(int map) : PassStep(map, map);

/// <summary>Maximum pooling.</summary>
internal sealed class PoolingStep(int input, int output, int channels, int height, int width) : PassStep(input, output)
{
    public int Channels { get; } = channels;

    public int Height { get; } = height;

    public int Width { get; } = width;
}

/// <summary>A convolution or a dense layer.</summary>
internal sealed class ProductStep(int input, int output, ProductStage stage) : PassStep(input, output)
{
    public ProductStage Stage { get; } = stage;

    public WindowShape Shape => Stage.Shape;
}
