using System.Collections.Generic;
using System.Linq;
using ScEdge.Statistics;
using ScEdge.Training.Data;

namespace ScEdge.Experiments.Evaluation;

/// <summary>
/// Adds up what streams of one length decide.
/// </summary>
/// <param name="images">The images.</param>
/// <param name="fp32">Class that FP32 gives each of them.</param>
/// <param name="classes">Classes of the network.</param>
internal sealed class StreamTally(ImageSet images, IReadOnlyList<int> fp32, int classes)
{
    private readonly List<int> _correct = [];
    private long _agreeing;
    private long _readings;

    /// <summary>Gets the confusions of all repetitions.</summary>
    public ConfusionMatrix Confusion { get; } = new(classes);

    /// <summary>Gets or sets the images that were not decided.</summary>
    public int Undecided { get; set; }

    /// <summary>Begins to look at the images once more.</summary>
    public void BeginRepetition() => _correct.Add(0);

    /// <summary>Adds a decision.</summary>
    /// <param name="image">Index of the image.</param>
    /// <param name="decision">Class that it was given.</param>
    /// <param name="readings">How often it was read for that.</param>
    public void Decide(int image, int decision, int readings)
    {
        int label = images.Labels[image];
        Confusion.Add(label, decision);
        _correct[^1] += decision == label ? 1 : 0;
        _agreeing += decision == fp32[image] ? 1 : 0;
        _readings += readings;
    }

    /// <summary>Sums up.</summary>
    /// <param name="length">N.</param>
    /// <param name="reading">What read the images.</param>
    public StreamRow Row(int length, StreamReading reading)
    {
        double decisions = (double)images.Count * _correct.Count;
        double accuracy = _correct.Sum() / decisions;
        return new StreamRow
        {
            Length = length,
            Accuracy = accuracy,
            Interval = WilsonInterval.Of(accuracy, images.Count),
            StandardDeviation = SampleSummary.Of([.. _correct.Select(count => (double)count / images.Count)])?.StandardDeviation,
            Agreement = _agreeing / decisions,
            MeanReadings = _readings / decisions,
            Undecided = Undecided,
            BitsPerImage = reading.Bits / decisions,
            ImagesPerSecond = reading.BoardSeconds is null ? null : decisions / reading.Seconds,
            BoardSecondsPerImage = reading.BoardSeconds / decisions,
            ImagesPerPassOfWeights = reading.ImagesPerPass,
            ProductsPerImage = reading.Products,
            EnergyPerImageAttojoules = (double)reading.Attojoules / decisions,
        };
    }
}
