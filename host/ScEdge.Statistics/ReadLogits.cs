using System;

namespace ScEdge.Statistics;

/// <summary>
/// The logits of an image over several readings: sums, and what they scatter.
/// </summary>
/// <param name="classes">Classes, at least 2.</param>
public sealed class ReadLogits(int classes)
{
    private readonly double[] _sums = new double[classes];
    private double _squares;

    /// <summary>Gets how often the image was read.</summary>
    public int Readings { get; private set; }

    /// <summary>Gets the class with the greatest sum, the first of equal ones.</summary>
    public int Leader { get; private set; }

    /// <summary>Gets how far the leader's mean is ahead of the next.</summary>
    public double Lead { get; private set; }

    /// <summary>Gets the standard deviation of a logit, classes and readings taken out; needs two readings.</summary>
    public double Deviation
    {
        get
        {
            double explained = 0;
            foreach (double sum in _sums)
            {
                explained += sum * sum / Readings;
            }

            return Math.Sqrt(Math.Max(0, _squares - explained) / ((classes - 1) * (Readings - 1)));
        }
    }

    /// <summary>Adds a reading.</summary>
    public void Add(ReadOnlySpan<float> logits)
    {
        double mean = 0;
        foreach (float logit in logits)
        {
            mean += logit;
        }

        mean /= classes;
        Readings++;
        int leader = 0;
        double next = double.NegativeInfinity;
        for (int c = 0; c < classes; c++)
        {
            double centred = logits[c] - mean;
            _sums[c] += centred;
            _squares += centred * centred;
            if (c > 0)
            {
                (leader, next) = _sums[c] > _sums[leader] ? (c, _sums[leader]) : (leader, Math.Max(next, _sums[c]));
            }
        }

        Leader = leader;
        Lead = (_sums[leader] - next) / Readings;
    }
}
