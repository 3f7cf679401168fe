using System;
using ScEdge.Cbram;
using ScEdge.Costing.Quantities;
using ScEdge.Input;

namespace ScEdge.Costing.Cells;

/// <summary>Mean energy of a SET pulse as a function of the mean probability with which pulses switch.</summary>
/// <remarks>
/// A step tells how many of its pulses switched; the probabilities behind that mean are taken to be distributed with maximum
/// entropy (<see cref="ProbabilityDistribution"/>). The integral is tabulated at 193 means, evenly spaced on a logarithmic
/// scale from 0.001 to 1/2 and, mirrored, from 1/2 to 0.999, and interpolated linearly between them: within 0.1 % of the
/// integral itself (tested). Means beyond the ends take the energy of the end; below 0.001 that is an upper bound.
/// </remarks>
internal sealed class SetEnergyCurve
{
    private const int Half = 96;
    private const double Lowest = 0.001;

    // (0.5 / 0.001)^(1 / 96).
    private const double Ratio = 1.0668767;

    private readonly CbramPreset _preset;
    private readonly double[] _means = new double[(2 * Half) + 1];
    private readonly double[] _attojoules = new double[(2 * Half) + 1];

    /// <summary>Makes the curve of a device; an entry of the table is integrated when it is first needed.</summary>
    /// <exception cref="InputException">The device would need a voltage that is not positive.</exception>
    public SetEnergyCurve(CbramPreset preset)
    {
        _preset = preset;
        double mean = Lowest;
        for (int i = 0; i < Half; i++)
        {
            (_means[i], _means[^(i + 1)]) = (mean, 1 - mean);
            mean *= Ratio;
        }

        _means[Half] = 0.5;
        _ = Node(0);
    }

    /// <summary>Returns the mean energy of a pulse; aJ, rounded.</summary>
    /// <param name="pulses">SET pulses; 0 or more.</param>
    /// <param name="events">Of them, those that switched their cell.</param>
    public long MeanAttojoules(long pulses, long events)
    {
        double mean = pulses == 0 ? Lowest : Math.Clamp((double)events / pulses, Lowest, 1 - Lowest);
        int upper = Array.BinarySearch(_means, mean);
        if (upper >= 0)
        {
            return (long)Node(upper);
        }

        upper = ~upper;
        double share = (mean - _means[upper - 1]) / (_means[upper] - _means[upper - 1]);
        return (long)Math.Round(Node(upper - 1) + (share * (Node(upper) - Node(upper - 1))));
    }

    private double Node(int index)
    {
        // No pulse is free, so zero marks an entry that was not needed yet.
        if (_attojoules[index] == 0)
        {
            _attojoules[index] = Attojoules.FromJoules(ProbabilityDistribution.MaximumEntropy(_means[index]).MeanSetEnergyJoules(_preset));
        }

        return _attojoules[index];
    }
}
