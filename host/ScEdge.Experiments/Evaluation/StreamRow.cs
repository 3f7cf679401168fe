using ScEdge.Statistics;

namespace ScEdge.Experiments.Evaluation;

/// <summary>
/// What streams of one length make of the images.
/// </summary>
public sealed record StreamRow
{
    /// <summary>Gets N, the bits of a stream.</summary>
    public required int Length { get; init; }

    /// <summary>Gets the correct share, mean over the repetitions; 0 to 1.</summary>
    public required double Accuracy { get; init; }

    /// <summary>Gets the 95 % interval of the accuracy over images; repetitions count as one look at the same images.</summary>
    public required WilsonInterval Interval { get; init; }

    /// <summary>Gets the standard deviation of the accuracy over repetitions; null for one.</summary>
    public double? StandardDeviation { get; init; }

    /// <summary>Gets the share of the images that get the class that FP32 gives them.</summary>
    public required double Agreement { get; init; }

    /// <summary>Gets how often an image was read until it was decided, in the mean; 1 where every image is read once.</summary>
    public double MeanReadings { get; init; } = 1;

    /// <summary>Gets the images that no class led by enough after the most readings.</summary>
    public int Undecided { get; init; }

    /// <summary>Gets the stream bits drawn for an image, all its readings together.</summary>
    public required double BitsPerImage { get; init; }

    /// <summary>Gets the images that a board decided in a second, with its line, measured; null where this process read.</summary>
    public double? ImagesPerSecond { get; init; }

    /// <summary>Gets the time that a board took for an image, all its readings together; null where this process read. s.</summary>
    public double? BoardSecondsPerImage { get; init; }

    /// <summary>Gets how many images a board read by one pass of weights that did not fit on it; null where it had them, or none read.</summary>
    public int? ImagesPerPassOfWeights { get; init; }

    /// <summary>Gets the multiplications that the network makes for an image.</summary>
    public required long ProductsPerImage { get; init; }

    /// <summary>Gets the energy of an image, all its readings together; aJ.</summary>
    public required double EnergyPerImageAttojoules { get; init; }

    /// <summary>Gets the stream bits drawn for a multiplication.</summary>
    public double BitsPerProduct => BitsPerImage / ProductsPerImage;

    /// <summary>Gets the energy of a multiplication; aJ.</summary>
    public double EnergyPerProductAttojoules => EnergyPerImageAttojoules / ProductsPerImage;
}
