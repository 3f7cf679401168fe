using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Input;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Cbram;

/// <summary>
/// Waits that were measured at several voltages: ln tau straight between them, and beyond them as far as the table says.
/// </summary>
/// <remarks>
/// <para>Voltages rise and taus fall. Both are kept in steps of 2^-20 (a microvolt, a millionth of tau), and a <see cref="BrokenLine"/> gives tau(V)
/// and V(tau), the one that a board has: the same bits on both.</para>
/// <para>Beyond the ends nothing was measured. The line goes on with the slope of the last pair, and the table names how many volts of that are
/// accepted. How wrong it may be: <see cref="LnTauBounds"/>, which lets the slope be any between the flattest and the steepest
/// that was measured. That is a supposition too.</para>
/// </remarks>
public sealed class TauTable : IEquatable<TauTable>
{
    /// <summary>The most points of a table.</summary>
    public const int MostPoints = 8;

    /// <summary>The most volts of extrapolation that a table may accept.</summary>
    public const double MostExtrapolationVolts = 5.0;

    private readonly int[] volts;
    private readonly BrokenLine lnRate;

    /// <summary>Makes a table.</summary>
    /// <param name="points">Voltages, rising, with their taus, falling; 2..8 of them.</param>
    /// <param name="extrapolationVolts">Volts beyond either end that a drive may use, 0..5.</param>
    /// <param name="source">Where the points come from.</param>
    /// <param name="confidence">How far they can be trusted.</param>
    /// <exception cref="InputException">The points do not make such a table.</exception>
    public TauTable(IReadOnlyList<TauPoint> points, double extrapolationVolts, string source, Confidence confidence)
    {
        ArgumentNullException.ThrowIfNull(points);
        Points = [.. points];
        ExtrapolationVolts = extrapolationVolts;
        Source = source;
        Confidence = confidence;
        Check();
        volts = [.. Points.Select(point => Units(point.VoltageVolts))];
        lnRate = new BrokenLine(volts, [.. Points.Select(point => Units(-Elementary.Log(point.TauSeconds)))]);
        if (!lnRate.IsUsable(strictly: true))
        {
            throw new InputException("Two points of a table of waits are closer than a microvolt or a millionth of tau: leave one of them out.");
        }
    }

    /// <summary>The points, by rising voltage.</summary>
    public IReadOnlyList<TauPoint> Points { get; }

    /// <summary>Volts beyond either end that a drive may use.</summary>
    public double ExtrapolationVolts { get; }

    /// <summary>Where the points come from.</summary>
    public string Source { get; }

    /// <summary>How far they can be trusted.</summary>
    public Confidence Confidence { get; }

    /// <summary>Lowest voltage at which tau was measured; V.</summary>
    public double LowestVolts => Points[0].VoltageVolts;

    /// <summary>Highest voltage at which tau was measured; V.</summary>
    public double HighestVolts => Points[^1].VoltageVolts;

    /// <summary>Whether cells differ from each other by what the table says.</summary>
    public bool HasSpread => Points.Any(static point => point.LnTauSpread > 0);

    /// <summary>ln of tau in seconds at a voltage.</summary>
    /// <param name="voltage">V; any.</param>
    public double LnTau(double voltage) => -lnRate.At(voltage);

    /// <summary>Voltage at which ln tau has a value; V.</summary>
    /// <param name="lnTau">ln of tau in seconds.</param>
    public double VoltageOf(double lnTau) => lnRate.Inverse(-lnTau);

    /// <summary>V0 of the piece in which a voltage lies: volts for a factor e; V.</summary>
    /// <param name="voltage">V; any.</param>
    public double LocalV0Volts(double voltage) => Slopes()[Piece(voltage)];

    /// <summary>Between what ln tau lies: one value within the table, two beyond it, by the flattest and the steepest piece.</summary>
    /// <param name="voltage">V; any.</param>
    public (double Low, double High) LnTauBounds(double voltage)
    {
        double end = Math.Clamp(voltage, LowestVolts, HighestVolts);
        double known = LnTau(end);
        double[] ends = [known - ((voltage - end) / Slopes().Min()), known - ((voltage - end) / Slopes().Max())];
        return (ends.Min(), ends.Max());
    }

    /// <summary>The lines of a board for a pulse width: u over V, and the spread of ln tau over V, level beyond the ends.</summary>
    /// <param name="lnPulseWidth">ln of T in seconds.</param>
    /// <param name="spread">Spread of each point.</param>
    internal (BrokenLine Reach, BrokenLine Spread) Lines(double lnPulseWidth, Func<TauPoint, double> spread)
    {
        const double Beyond = 100.0;
        int shift = Units(lnPulseWidth);
        int[] reach = [.. Points.Select(point => Units(-Elementary.Log(point.TauSeconds)) + shift)];
        int[] spreads = [.. Points.Select(point => Units(spread(point)))];
        return (
            new BrokenLine([.. volts], reach),
            new BrokenLine(
                [volts[0] - Units(Beyond), .. volts, volts[^1] + Units(Beyond)], [spreads[0], .. spreads, spreads[^1]]));
    }

    /// <summary>A number in steps of 2^-20.</summary>
    internal static int Units(double value) => (int)Math.Round(value * BrokenLine.UnitsPerOne);

    /// <inheritdoc/>
    public bool Equals(TauTable? other) => other is not null && Points.SequenceEqual(other.Points)
        && ExtrapolationVolts.Equals(other.ExtrapolationVolts) && Source == other.Source && Confidence == other.Confidence;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TauTable);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Points.Count, Points[0], Points[^1], ExtrapolationVolts, Source);

    private double[] Slopes() =>
    [
        .. Points.Zip(Points.Skip(1), static (below, above) =>
            (above.VoltageVolts - below.VoltageVolts) / (Elementary.Log(below.TauSeconds) - Elementary.Log(above.TauSeconds))),
    ];

    private int Piece(double voltage) => Math.Clamp(Points.Count(point => point.VoltageVolts <= voltage) - 1, 0, Points.Count - 2);

    private void Check()
    {
        if (Points.Count is < 2 or > MostPoints)
        {
            throw new InputException($"A table of waits has 2 to {MostPoints} points and {Points.Count} are given: give as many as that.");
        }

        if (!(ExtrapolationVolts is >= 0 and <= MostExtrapolationVolts))
        {
            throw new InputException($"extrapolation_volts is {ExtrapolationVolts:G6}: it must be from 0 to {MostExtrapolationVolts:G6} V.");
        }

        foreach (TauPoint point in Points)
        {
            point.Check();
        }

        foreach ((TauPoint below, TauPoint above) in Points.Zip(Points.Skip(1)))
        {
            if (above.VoltageVolts <= below.VoltageVolts || above.TauSeconds >= below.TauSeconds)
            {
                throw new InputException(
                    $"A table of waits needs rising voltages and falling waits, and {above.TauSeconds:G6} s at {above.VoltageVolts:G6} V follow "
                        + $"{below.TauSeconds:G6} s at {below.VoltageVolts:G6} V: sort the points, or put those together that contradict each "
                        + "other.");
            }
        }
    }
}
