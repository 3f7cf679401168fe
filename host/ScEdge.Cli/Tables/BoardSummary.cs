using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScEdge.Cli.Output;
using ScEdge.Entropy.Sources;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Capabilities;
using ScEdge.Stochastic.Optimizers;
using Spectre.Console;

namespace ScEdge.Cli.Tables;

/// <summary>
/// What a board is, holds and does, as text and as JSON.
/// </summary>
/// <param name="port">Address of the board.</param>
/// <param name="capabilities">What it is.</param>
/// <param name="status">What it holds and does.</param>
internal sealed class BoardSummary(string port, GetCapabilitiesResponse capabilities, GetStatusResponse status)
{
    private static readonly (BoardFaults Fault, string Words)[] Troubles =
        [(BoardFaults.Entropy, "entropy failing"), (BoardFaults.SelfTest, "self test failed"), (BoardFaults.Storage, "storage failing")];

    /// <summary>Returns the names of the faults that a board tells, for programs; empty for a healthy one.</summary>
    public static IEnumerable<string> FaultNames(BoardFaults faults) =>
        Troubles.Where(row => (faults & row.Fault) != 0).Select(row => CommandJson.Word(row.Fault));

    /// <summary>Returns what is wrong with a board by the faults that it tells; empty for a healthy one.</summary>
    public static IReadOnlyList<string> TroublesOf(BoardFaults faults) =>
        [.. Troubles.Where(row => (faults & row.Fault) != 0).Select(row => row.Words)];

    /// <summary>Returns an object to serialise.</summary>
    public object ToJson() => new
    {
        Port = port,
        Board = capabilities.Name,
        Firmware,
        Protocol,
        capabilities.StreamFormat,
        capabilities.HeapBytes,
        status.FreeBytes,
        Optimizers = OptimizerNames,
        MostTensors = capabilities.Tensors,
        LongestStream = capabilities.StreamLength,
        capabilities.HasStorage,
        BaudRates = capabilities.BaudRates.Take(capabilities.BaudRateCount),
        Entropy = Entropy.Select(source => new { Quality = QualityName(source.Quality), MinEntropyPerBit = source.MinEntropy }),
        Configuration = Mode,
        ConfigurationCheck = Hex(status.ConfigurationCheck),
        status.Activity,
        status.StepsDone,
        StateCheck = Hex(status.StateCheck),
        ResetCause = Cause,
        Troubles = FaultNames(status.HealthFlags),
        UptimeSeconds = status.UptimeMicroseconds / 1e6,
    };

    /// <summary>Writes a list.</summary>
    public void Write(IAnsiConsole console)
    {
        FactList facts = new();
        foreach ((string name, string value) in Rows())
        {
            facts.Add(name, value);
        }

        console.MarkupLineInterpolated($"[bold]{capabilities.Name}[/] on {port}");
        console.Write(facts);
    }

    /// <summary>Returns the word for the quality of a source.</summary>
    public static string QualityName(int quality) => (EntropyQuality)quality switch
    {
        EntropyQuality.Failing => "failing",
        EntropyQuality.Replay => "replay",
        EntropyQuality.Pseudo => "pseudo",
        EntropyQuality.True => "true",
        _ => Unknown(quality),
    };

    /// <summary>Returns the version of a firmware, as 0.1.0.</summary>
    public static string VersionText(uint version) =>
        string.Create(CultureInfo.InvariantCulture, $"{version >> 16}.{(version >> 8) & 255}.{version & 255}");

    private string Firmware => VersionText(capabilities.FirmwareVersion);

    private string Protocol => $"{capabilities.HighestVersion}.{capabilities.MinorVersion}";

    private string Mode => status.Mode switch
    {
        RegisterMode.None => "none",
        RegisterMode.Resident => "resident",
        RegisterMode.Tiled => "tiled",
        RegisterMode.Reading => "reading",
        _ => Unknown((int)status.Mode),
    };

    private string Activity => status.Activity switch
    {
        BoardActivity.Idle => "idle",
        BoardActivity.TakingGradients => "gradients come in",
        BoardActivity.RunningStep => "a step runs",
        BoardActivity.TakingPush => "a push is under way",
        BoardActivity.CalibratingCell => "a cell is calibrated",
        BoardActivity.ReadingImage => "an image is read",
        _ => Unknown((int)status.Activity),
    };

    private string Cause => status.ResetCause switch
    {
        ResetCause.Power => "power",
        ResetCause.Request => "request",
        ResetCause.Other => "other",
        ResetCause.Fault => "fault",
        _ => Unknown((int)status.ResetCause),
    };

    private IEnumerable<string> OptimizerNames => Enum.GetValues<OptimizerKind>()
        .Where(kind => (capabilities.Optimizers & (1u << (int)kind)) != 0)
        .Select(static kind => OptimizerDescription.Of(kind).Name);

    private IEnumerable<(int Quality, double MinEntropy)> Entropy => Enumerable.Range(0, capabilities.EntropySourceCount)
        .Select(i => (capabilities.EntropyQualities[i], capabilities.MinEntropies[i] / 65536.0));

    private IEnumerable<(string Name, string Value)> Rows()
    {
        IReadOnlyList<string> troubles = TroublesOf(status.HealthFlags);
        yield return ("firmware", $"{Firmware}, protocol {Protocol}, stream format {capabilities.StreamFormat}");
        yield return ("memory", string.Create(CultureInfo.InvariantCulture, $"{status.FreeBytes:N0} of {capabilities.HeapBytes:N0} bytes free"));
        yield return (
            "optimisers",
            $"{string.Join(", ", OptimizerNames)}; {capabilities.Tensors} tensors at most, streams of up to {capabilities.StreamLength} bits");
        yield return ("entropy", string.Join("; ", Entropy.Select(source => string.Create(
            CultureInfo.InvariantCulture, $"{QualityName(source.Quality)}, {source.MinEntropy:F3} bits of min-entropy claimed per bit"))));
        yield return ("storage", capabilities.HasStorage ? "yes" : "none");
        yield return ("speeds", string.Join(", ", capabilities.BaudRates.Take(capabilities.BaudRateCount)) + " baud");
        yield return ("registers", status.Mode == RegisterMode.None
            ? "none: no configuration is in force"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{Mode}, configuration {Hex(status.ConfigurationCheck)}, {status.StepsDone:N0} steps done, state {Hex(status.StateCheck)}"));
        yield return ("activity", Activity);
        yield return ("health", troubles.Count == 0 ? "good" : string.Join(", ", troubles));
        yield return ("up", $"{DurationText.Of(TimeSpan.FromMicroseconds(status.UptimeMicroseconds))}, started by {Cause}");
    }

    private static string Unknown(int value) => $"unknown ({value})";

    private static string Hex(uint check) => check.ToString("x8", CultureInfo.InvariantCulture);
}
