using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Cbram;
using ScEdge.Input;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Costing.Cells;

/// <summary>How the probabilities of SET pulses are distributed, as equally likely values.</summary>
/// <remarks>
/// Where only the mean is known, the distribution of maximum entropy on (0, 1) with that mean: density proportional to
/// exp(-lambda p) (E. T. Jaynes, "Information Theory and Statistical Mechanics", 1957). It is taken at the midpoints of
/// 256 equal shares and held within 2^-16 to 1 - 2^-16, the probabilities that streams can have.
/// </remarks>
public sealed class ProbabilityDistribution
{
    /// <summary>Share of SET pulses that switched in training LeNet-5.</summary>
    /// <remarks>1,541,277,127 of 59,098,592,640 (hw-docs/accuracy/results.jsonl, row "main").</remarks>
    public const double MeasuredMean = 0.026;

    private const int Points = 256;
    private const double Smallest = 1.0 / 65536;

    private ProbabilityDistribution(double mean, string name, IReadOnlyList<double> probabilities)
    {
        Mean = mean;
        Name = name;
        Probabilities = probabilities;
    }

    /// <summary>Mean that was asked for.</summary>
    public double Mean { get; }

    /// <summary>What it is.</summary>
    public string Name { get; }

    /// <summary>Equally likely probabilities, ascending.</summary>
    public IReadOnlyList<double> Probabilities { get; }

    /// <summary>One probability for all pulses.</summary>
    /// <exception cref="InputException">It is out of range.</exception>
    public static ProbabilityDistribution Constant(double probability) =>
        new(Checked(probability), "constant", [probability]);

    /// <summary>The distribution of maximum entropy with a mean.</summary>
    /// <exception cref="InputException">The mean is out of range.</exception>
    public static ProbabilityDistribution MaximumEntropy(double mean)
    {
        Checked(mean);
        bool mirrored = mean > 0.5;
        double lambda = Rate(mirrored ? 1 - mean : mean);
        IEnumerable<double> points = Enumerable.Range(0, Points)
            .Select(index => Quantile((index + 0.5) / Points, lambda))
            .Select(p => Math.Clamp(mirrored ? 1 - p : p, Smallest, 1 - Smallest));
        return new(mean, "maximum entropy", [.. points.Order()]);
    }

    /// <summary>Mean energy of a SET pulse in the cell over the distribution, (1 / K) sum E(p_k); J.</summary>
    /// <param name="preset">Device with its predistorted drive; E(p) holds its mean on-time.</param>
    /// <exception cref="InputException">The device would need a voltage that is not positive.</exception>
    public double MeanSetEnergyJoules(CbramPreset preset)
    {
        ArgumentNullException.ThrowIfNull(preset);
        double lowest = preset.PulseFor(Probabilities[0]).VoltageVolts;
        return lowest > 0
            ? Probabilities.Sum(preset.MeanSetEnergyJoules) / Probabilities.Count
            : throw new InputException(
                $"{preset.Name} would need {lowest:G3} V for p = {Probabilities[0]:G3}: choose a shorter pulse width.");
    }

    private static double Checked(double probability) => probability is >= 0.001 and <= 0.999
        ? probability
        : throw new InputException($"A mean probability of {probability:G6} cannot be used: give a number from 0.001 to 0.999.");

    private static double Quantile(double share, double lambda) => lambda < 1e-9
        ? share
        : -Elementary.LogOnePlus(share * Elementary.ExpMinusOne(-lambda)) / lambda;

    /// <summary>Solves mean = 1 / lambda - 1 / (exp(lambda) - 1), which falls from 1/2 as lambda grows, by bisection.</summary>
    private static double Rate(double mean)
    {
        if (mean > 0.4999)
        {
            return 0.0;
        }

        double low = 1e-4;
        double high = 2000.0;
        for (int i = 0; i < 100; i++)
        {
            double middle = 0.5 * (low + high);
            double decay = Elementary.Exp(-middle);
            if ((1 / middle) - (decay / (1 - decay)) > mean)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return 0.5 * (low + high);
    }
}
