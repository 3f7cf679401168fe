using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScEdge.Cli.Output;
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
    private static readonly string[] Modes = ["none", "resident", "tiled"];
    private static readonly string[] Activities = ["idle", "gradients come in", "a step runs", "a push is under way", "a cell is calibrated"];
    private static readonly string[] Causes = ["power", "request", "other"];
    private static readonly string[] Troubles = ["entropy failing", "self test failed", "storage failing"];

    /// <summary>Returns what is wrong with a board by its health flags; empty for a healthy one.</summary>
    public static IReadOnlyList<string> TroublesOf(uint flags) => [.. Troubles.Where((_, bit) => (flags & (1u << bit)) != 0)];

    /// <summary>Returns an object to serialise.</summary>
    public object ToJson() => new
    {
        Port = port,
        capabilities.Board,
        Firmware,
        Protocol = Protocol,
        capabilities.StreamFormat,
        capabilities.HeapBytes,
        status.FreeBytes,
        Optimizers = OptimizerNames,
        MostTensors = capabilities.Tensors,
        LongestStream = capabilities.StreamLength,
        capabilities.HasStorage,
        BaudRates = capabilities.BaudRates.Take(capabilities.BaudRateCount),
        Entropy = Entropy.Select(source => new { Quality = QualityName(source.Quality), MinEntropyPerBit = source.MinEntropy }),
        Configuration = Word(Modes, status.Mode),
        ConfigurationCheck = Hex(status.ConfigurationCheck),
        Activity = Word(Activities, status.Activity),
        status.StepsDone,
        StateCheck = Hex(status.StateCheck),
        ResetCause = Word(Causes, (int)status.ResetCause),
        Troubles = TroublesOf(status.HealthFlags),
        UptimeSeconds = status.UptimeMicroseconds / 1e6,
    };

    /// <summary>Writes a list.</summary>
    public void Write(IAnsiConsole console)
    {
        Grid grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        foreach ((string name, string value) in Rows())
        {
            grid.AddRow(new Markup($"[grey]{name}[/]"), new Text(value));
        }

        console.MarkupLineInterpolated($"[bold]{capabilities.Board}[/] on {port}");
        console.Write(grid);
    }

    /// <summary>Returns the word for the quality of a source.</summary>
    public static string QualityName(int quality) => Word(["failing", "replay", "pseudo", "true"], quality);

    private string Firmware => string.Create(
        CultureInfo.InvariantCulture,
        $"{capabilities.FirmwareVersion >> 16}.{(capabilities.FirmwareVersion >> 8) & 255}.{capabilities.FirmwareVersion & 255}");

    private string Protocol => $"{capabilities.HighestVersion}.{capabilities.MinorVersion}";

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
        yield return ("optimisers", $"{string.Join(", ", OptimizerNames)}; {capabilities.Tensors} tensors at most, streams of up to {capabilities.StreamLength} bits");
        yield return ("entropy", string.Join("; ", Entropy.Select(source => string.Create(
            CultureInfo.InvariantCulture, $"{QualityName(source.Quality)}, {source.MinEntropy:F3} bits of min-entropy claimed per bit"))));
        yield return ("storage", capabilities.HasStorage ? "yes" : "none");
        yield return ("speeds", string.Join(", ", capabilities.BaudRates.Take(capabilities.BaudRateCount)) + " baud");
        yield return ("registers", status.Mode == 0
            ? "none: no configuration is in force"
            : string.Create(CultureInfo.InvariantCulture, $"{Word(Modes, status.Mode)}, configuration {Hex(status.ConfigurationCheck)}, {status.StepsDone:N0} steps done, state {Hex(status.StateCheck)}"));
        yield return ("activity", Word(Activities, status.Activity));
        yield return ("health", troubles.Count == 0 ? "good" : string.Join(", ", troubles));
        yield return ("up", $"{DurationText.Of(TimeSpan.FromMicroseconds(status.UptimeMicroseconds))}, started by {Word(Causes, (int)status.ResetCause)}");
    }

    private static string Word(string[] words, int index) => index >= 0 && index < words.Length ? words[index] : $"unknown ({index})";

    private static string Hex(uint check) => check.ToString("x8", CultureInfo.InvariantCulture);
}
