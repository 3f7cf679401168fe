using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScEdge.Cbram;
using ScEdge.Cbram.Fitting;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Samples;

/// <summary>
/// Fits the switching law of a CBRAM cell to waiting times, and draws its curve: how likely a pulse of 1 us switches the cell.
/// </summary>
public static class FitDevice
{
    private const double PulseSeconds = 1e-6;
    private static readonly double[] MeasuredVolts = [2.6, 2.9, 3.2, 3.6];

    /// <summary>Runs the sample.</summary>
    /// <param name="output">Takes what it prints.</param>
    public static void Run(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        SwitchingLawFit fit = SwitchingLawFit.Estimate([.. Measurements()]);
        output.WriteLine(FormattableString.Invariant($"V0    {fit.Law.V0Volts * 1e3:F1} mV, standard error {fit.V0StandardErrorVolts * 1e3:F1} mV"));
        output.WriteLine(FormattableString.Invariant($"tau0  {fit.Law.Tau0Seconds:G3} s"));
        for (int step = 0; step <= 8; step++)
        {
            double volts = 3.6 + (0.1 * step);
            double probability = fit.Law.Probability(volts, PulseSeconds);
            output.WriteLine(FormattableString.Invariant($"{volts:F1} V  {probability:F3}  {new string('#', (int)(60 * probability))}"));
        }
    }

    /// <summary>Draws what a bench would measure: 50 waits at each of four voltages. With a file it is <see cref="WaitingTimeCsv.Load"/>.</summary>
    private static IEnumerable<WaitingTime> Measurements()
    {
        SwitchingLaw cell = new(tau0Seconds: 2.85e5, v0Volts: 0.156);
        CounterSource words = new(seed: 1, stream: 0, step: 0, width: 32);
        return from volts in MeasuredVolts
               from _ in Enumerable.Range(0, 50)
               let uniform = (words.Next() + 0.5) / (1L << 32)
               select new WaitingTime(volts, -Math.Log(uniform) * cell.TauSeconds(volts), IsCensored: false);
    }
}
