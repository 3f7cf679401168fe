namespace ScEdge.Training.Passes;

/// <summary>Maximum pooling.</summary>
internal sealed class PoolingStep(int input, int output, int channels, int height, int width) : PassStep(input, output)
{
    public int Channels { get; } = channels;

    public int Height { get; } = height;

    public int Width { get; } = width;
}
