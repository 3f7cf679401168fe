using ScEdge.Kernels;

namespace ScEdge.Training.Networks;

/// <summary>
/// What flows between two layers for one block of 16 images: values forward, gradients backward.
/// </summary>
/// <remarks>Layout [Channels][Height][Width][16]; what a dense layer reads is the same memory, seen as a list.</remarks>
internal sealed class FeatureMap
{
    public FeatureMap(int channels, int height, int width)
    {
        Channels = channels;
        Height = height;
        Width = width;
        Values = new LaneBuffer(Count * LaneVector.Count);
        Gradients = new LaneBuffer(Count * LaneVector.Count);
    }

    public int Channels { get; }

    public int Height { get; }

    public int Width { get; }

    public int Count => Channels * Height * Width;

    public LaneBuffer Values { get; }

    public LaneBuffer Gradients { get; }
}
