using System.Collections.Generic;
using System.Linq;
using ScEdge.Cbram;

namespace ScEdge.Cbram.Fitting;

/// <summary>The measurements at one voltage, or at voltages that were set alike, and what the likelihood needs of them.</summary>
/// <remarks>
/// Under an exponential law the number of cells that switched and the total time under voltage say everything about tau
/// that the measurements do; both are all that the fit reads.
/// </remarks>
internal sealed class VoltageGroup
{
    private readonly WaitingTime[] observations;

    public VoltageGroup(IEnumerable<WaitingTime> observations)
    {
        this.observations = [.. observations];
        Volts = this.observations.Average(o => o.VoltageVolts);
        Switched = this.observations.Count(o => !o.IsCensored);
        TotalSeconds = this.observations.Sum(o => o.WaitingTimeSeconds);
    }

    /// <summary>The voltage; the mean of those that were set alike.</summary>
    public double Volts { get; }

    public IReadOnlyList<WaitingTime> Observations => observations;

    public int Count => observations.Length;

    public int Switched { get; }

    public double TotalSeconds { get; }

    /// <summary>
    /// The times until switching as numbers that are uniform under the law, or nothing where censoring prevents it.
    /// </summary>
    /// <remarks>
    /// Without censoring u = F(t), F(t) = 1 - exp(-t / tau). If every test that failed to switch was stopped at the same
    /// time c, those that switched follow F cut off at c, hence u = F(t) / F(c). If they were stopped at different times,
    /// the limits of the tests that switched are unknown and no such numbers exist.
    /// </remarks>
    public IReadOnlyList<double> UniformNumbers(SwitchingLaw law)
    {
        double? limit = null;
        WaitingTime[] censored = [.. observations.Where(o => o.IsCensored)];
        if (censored.Length > 0)
        {
            limit = censored[0].WaitingTimeSeconds;
            if (censored.Any(o => o.WaitingTimeSeconds != limit) || observations.Any(o => o.WaitingTimeSeconds > limit))
            {
                return [];
            }
        }

        return [.. from o in observations
                   where !o.IsCensored
                   let scale = limit is { } c ? law.Probability(o.VoltageVolts, c) : 1.0
                   select law.Probability(o.VoltageVolts, o.WaitingTimeSeconds) / scale];
    }
}

/// <summary>One measurement: how long a cell was held at a constant voltage, and whether it switched.</summary>
/// <param name="VoltageVolts">Voltage across the cell, in volts.</param>
/// <param name="WaitingTimeSeconds">Time until it switched, or until the test ended; positive, in seconds.</param>
/// <param name="IsCensored">Whether the test ended before the cell switched (right-censored).</param>
public readonly record struct WaitingTime(double VoltageVolts, double WaitingTimeSeconds, bool IsCensored);
