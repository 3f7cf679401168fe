using System;
using System.Globalization;
using ScEdge.Link.Watching;
using ScEdge.Protocol.Messages.Service;

namespace ScEdge.Cli.Monitoring;

/// <summary>
/// What a monitor knows of a line: what passed both ways, what the board reports, how far the work on it is.
/// </summary>
internal sealed class LineAccount
{
    /// <summary>Makes the account.</summary>
    /// <param name="onEvent">Takes what is seen.</param>
    public LineAccount(Action<MonitorEvent> onEvent)
    {
        Incoming = new LineWatcher(isFromBoard: true, onEvent, Take);
        Outgoing = new LineWatcher(isFromBoard: false, onEvent, Take);
    }

    /// <summary>Gets what comes from the board.</summary>
    public LineWatcher Incoming { get; }

    /// <summary>Gets what goes to the board.</summary>
    public LineWatcher Outgoing { get; }

    /// <summary>Gets what the board reports.</summary>
    public TelemetryRates Rates { get; } = new();

    /// <summary>Gets or sets what the board declares of its entropy, in a word.</summary>
    public string Entropy { get; set; } = "";

    /// <summary>Gets or sets how far the work is; null where nobody tells.</summary>
    public WorkProgress? Progress { get; set; }

    /// <summary>Gets the frames that arrived damaged, here or on the board.</summary>
    public long Damaged => Incoming.Damaged + (Rates.Last?.FramesDamaged ?? 0);

    /// <summary>Gets the frames that passed again.</summary>
    public long Repeated => Incoming.Repeated + Outgoing.Repeated;

    /// <summary>Gets how far the work is, in words; empty where nobody tells.</summary>
    public string ProgressText => Progress is not { } progress
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"step {progress.Step:N0} of {progress.Steps:N0}")
            + (double.IsNaN(progress.Loss) ? "" : string.Create(CultureInfo.InvariantCulture, $"  loss {progress.Loss:F4}"));

    /// <summary>Forgets what was under way: the bytes that follow do not follow those that were seen.</summary>
    public void Rejoin()
    {
        Incoming.Rejoin();
        Outgoing.Rejoin();
        Progress = null;
    }

    /// <summary>Returns the status line that a report gives, and the progress that is in it.</summary>
    private (string Words, WorkProgress? Progress) Take(TelemetryEvent report)
    {
        string rates = Rates.Take(report);
        string steps = Progress is null ? string.Create(CultureInfo.InvariantCulture, $"{report.StepsDone:N0} steps") : ProgressText;
        string faults = Damaged + Repeated == 0
            ? "no link faults"
            : string.Create(CultureInfo.InvariantCulture, $"{Damaged:N0} damaged, {Repeated:N0} repeated frames");
        return ($"{steps}  {rates}  {faults}", Progress);
    }
}
