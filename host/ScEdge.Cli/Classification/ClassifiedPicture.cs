using System.Collections.Generic;
using System.Linq;
using ScEdge.Boards.Reading;
using ScEdge.Cli.Pictures;
using ScEdge.Statistics;

namespace ScEdge.Cli.Classification;

/// <summary>
/// What a board made of a picture, over all its readings.
/// </summary>
/// <param name="picture">The picture.</param>
/// <param name="classes">Classes of the network.</param>
internal sealed class ClassifiedPicture(Picture picture, int classes)
{
    private readonly double[] _sums = new double[classes];

    /// <summary>Gets the picture.</summary>
    public Picture Picture { get; } = picture;

    /// <summary>Gets the readings so far.</summary>
    public ReadLogits Logits { get; } = new(classes);

    /// <summary>Gets the mean logit of each class.</summary>
    public IReadOnlyList<double> Means => [.. _sums.Select(sum => sum / Logits.Readings)];

    /// <summary>Gets whether the leading class leads with the wanted confidence; null where none was wanted.</summary>
    public bool? IsDecided { get; set; }

    /// <summary>Gets the stream bits drawn.</summary>
    public long Bits { get; private set; }

    /// <summary>Gets the time that the board took; us.</summary>
    public long BoardMicroseconds { get; private set; }

    /// <summary>Adds a reading.</summary>
    public void Add(BoardReading reading)
    {
        float[] logits = reading.Logits();
        Logits.Add(logits);
        for (int i = 0; i < logits.Length; i++)
        {
            _sums[i] += logits[i];
        }

        Bits += reading.Bits;
        BoardMicroseconds += reading.DeviceMicroseconds;
    }
}
