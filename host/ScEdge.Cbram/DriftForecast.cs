using System;
using System.Linq;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Cbram;

/// <summary>
/// What a drifting drive does after a calibration, and how often the calibration must be repeated.
/// </summary>
/// <remarks>
/// A calibration at a step mends the drift of that step. n steps later the drive is off by the change since then, of variance
/// D(n) = 2 sigma^2 (1 - r(n)), with r(n), the sum of max(0, 1 - n / 2^k) / 8 over k = 6..13, the correlation of <see cref="DriftProcess"/>. It
/// moves p by at most the steepest slope of p over the voltage times that.
/// </remarks>
public static class DriftForecast
{
    /// <summary>Steps after which the drift has forgotten the calibration: the longest that a value is held.</summary>
    public const int MemorySteps = 1 << (DriftProcess.FirstOctave + DriftProcess.Octaves - 1);

    private const int Places = 256;

    /// <summary>Standard deviation of the change of the drift in so many steps, in volts.</summary>
    /// <param name="driftVolts">Standard deviation of the drift; V; 0 or more.</param>
    /// <param name="steps">Steps since the calibration; 0 or more.</param>
    public static double ChangeVolts(double driftVolts, int steps)
    {
        double correlation = 0;
        for (int octave = 0; octave < DriftProcess.Octaves; octave++)
        {
            correlation += Math.Max(0.0, 1.0 - Math.ScaleB(steps, -(DriftProcess.FirstOctave + octave))) / DriftProcess.Octaves;
        }

        return driftVolts * Math.Sqrt(2.0 * (1.0 - correlation));
    }

    /// <summary>Standard deviation of p, where it is moved most, so many steps after a calibration.</summary>
    /// <param name="preset">Device with the drift that is on, in volts or kelvins; the voltage carries its probability.</param>
    /// <param name="steps">Steps since the calibration; 0 or more.</param>
    public static double Bias(CbramPreset preset, int steps)
    {
        ArgumentNullException.ThrowIfNull(preset);
        return SteepestSlopePerVolt(preset) * ChangeVolts(preset.DriftVolts(preset.Nonidealities), steps);
    }

    /// <summary>Steps after which a calibration must be repeated for the standard deviation of p to stay within a bound.</summary>
    /// <param name="preset">Device with the drift that is on, in volts or kelvins; the voltage carries its probability.</param>
    /// <param name="bias">Bound on the standard deviation of p; more than 0.</param>
    /// <returns>Steps, 0 where every step would need one; <see cref="int.MaxValue"/> where one calibration is enough.</returns>
    public static int LongestInterval(CbramPreset preset, double bias)
    {
        ArgumentNullException.ThrowIfNull(preset);
        double slope = SteepestSlopePerVolt(preset);
        double drift = preset.DriftVolts(preset.Nonidealities);
        if (slope * ChangeVolts(drift, MemorySteps) <= bias)
        {
            return int.MaxValue;
        }

        // The change grows with the steps.
        int low = 0;
        int high = MemorySteps;
        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            (low, high) = slope * ChangeVolts(drift, middle) <= bias ? (middle, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The steepest of the cells' own law: a calibration finds their voltages, whatever the driver took them for before.</summary>
    private static double SteepestSlopePerVolt(CbramPreset preset)
    {
        SwitchingLaw law = preset.Law;
        double width = preset.PulseFor(0.5).PulseWidthSeconds;

        // At 1 - 1/e for exponential and Weibull's waits, about there for others; the pieces of a table have slopes of their own.
        return Enumerable.Range(1, Places - 1).Select(static place => place / (double)Places).Append(1.0 - (1.0 / Math.E))
            .Max(probability => law.SlopePerVolt(law.Voltage(probability, width), width));
    }
}
