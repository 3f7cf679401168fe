using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Playground.Networks;
using ScEdge.Statistics;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Playground.Drawing;

/// <summary>The readings of one image so far: scores with their spread, and whether a class leads for sure.</summary>
/// <param name="classes">Classes.</param>
/// <param name="confidence">The confidence that a leader must have; 0.5 to below 1.</param>
public sealed class ClassScores(int classes, double confidence)
{
    private readonly LeadTest _test = new(classes, confidence);
    private readonly ReadLogits _logits = new(classes);
    private readonly double[] _sums = new double[classes];
    private readonly double[] _squares = new double[classes];

    /// <summary>Gets the readings.</summary>
    public int Readings => _logits.Readings;

    /// <summary>Gets the class that leads.</summary>
    public int Leader => _logits.Leader;

    /// <summary>Gets the readings after which a class led with the confidence; null while none does.</summary>
    public int? DecidedAfter { get; private set; }

    /// <summary>Gets what the circuits did in all readings.</summary>
    public OperationCounts Counts { get; } = new();

    /// <summary>Gets the mean score of each class.</summary>
    public IReadOnlyList<double> Means => [.. _sums.Select(sum => sum / Math.Max(1, Readings))];

    /// <summary>Gets the standard deviation of each class' score from reading to reading; 0 for one reading.</summary>
    public IReadOnlyList<double> Deviations => Readings < 2 ? new double[classes] :
        [.. _sums.Zip(_squares, (sum, square) => Math.Sqrt(Math.Max(0, square - (sum * sum / Readings)) / (Readings - 1)))];

    /// <summary>Adds a reading.</summary>
    public void Add(DigitReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        _logits.Add([.. reading.Logits]);
        for (int i = 0; i < classes; i++)
        {
            _sums[i] += reading.Logits[i];
            _squares[i] += (double)reading.Logits[i] * reading.Logits[i];
        }

        Counts.Add(reading.Counts);
        DecidedAfter ??= _test.IsDecided(_logits) ? Readings : null;
    }
}
