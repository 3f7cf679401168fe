using ScEdge.Cli.Output;
using ScEdge.Experiments.Quantities;
using ScEdge.Protocol.Messages.Service;

namespace ScEdge.Cli.Monitoring;

/// <summary>
/// What two reports of a board say about the time between them.
/// </summary>
internal sealed class TelemetryRates
{
    private const double JoulesPerAttojoule = 1e-18;

    // Missing is not zero.
    private const string Unknown = "-";

    private TelemetryEvent? _before;

    /// <summary>Gets the last report; null before the first.</summary>
    public TelemetryEvent? Last { get; private set; }

    /// <summary>Gets the parameter updates per second of the board's time; null before there are two reports.</summary>
    public double? UpdatesPerSecond => Seconds > 0 ? Updates / Seconds : null;

    /// <summary>Gets the energy of an update in silicon, of the last interval with updates; null before; aJ.</summary>
    public double? AttojoulesPerUpdate { get; private set; }

    /// <summary>Gets the mean power in silicon at the board's speed; W; null before there are two reports.</summary>
    public double? Watts => Seconds > 0 ? (Last!.Attojoules - _before!.Attojoules) * JoulesPerAttojoule / Seconds : null;

    private double Seconds => _before is null ? 0 : (Last!.TimeMicroseconds - _before.TimeMicroseconds) / 1e6;

    private long Updates => _before is null ? 0 : Last!.Updates - _before.Updates;

    /// <summary>Takes a report.</summary>
    /// <returns>The rates in words.</returns>
    public string Take(TelemetryEvent report)
    {
        // A board that was reset begins to count anew.
        _before = Last is not null && report.TimeMicroseconds > Last.TimeMicroseconds && report.Updates >= Last.Updates ? Last : null;
        Last = report;
        if (Updates > 0)
        {
            AttojoulesPerUpdate = (double)(Last.Attojoules - _before!.Attojoules) / Updates;
        }

        string energy = AttojoulesPerUpdate is { } attojoules ? $"  {QuantityText.Energy(attojoules)}/update" : "";
        return UpdatesPerSecond is null ? "no rates yet" : $"{RateText} updates/s{energy}  {PowerText} at this pace";
    }

    /// <summary>Gets the updates per second in words.</summary>
    public string RateText => UpdatesPerSecond is { } rate ? CountText.Of((long)rate) : Unknown;

    /// <summary>Gets the power in words.</summary>
    public string PowerText => Watts is { } power ? QuantityText.Power(power) : Unknown;
}
