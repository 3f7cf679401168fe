using System.Collections.Generic;

namespace ScEdge.Page.Contracts;

/// <summary>A run in the list.</summary>
/// <param name="Name">Path below the folder of the runs, with slashes.</param>
/// <param name="Status">training, stopped, finished: what it does now.</param>
/// <param name="Title">Data set, network and optimiser.</param>
/// <param name="Started">When it was started, UTC.</param>
/// <param name="Accuracy">Test accuracy in per cent as it is to be read; empty before the end.</param>
/// <param name="Energy">Energy of an update as it is to be read; empty before the end.</param>
/// <param name="IsOurs">Whether this server started it, and ends it when it ends itself.</param>
public sealed record RunRow(string Name, string Status, string Title, string Started, string Accuracy, string Energy, bool IsOurs);

/// <summary>The runs of the folder.</summary>
/// <param name="Runs">The runs, the last that was started first.</param>
public sealed record RunList(IReadOnlyList<RunRow> Runs);

/// <summary>A run as it stands.</summary>
/// <param name="Row">The run.</param>
/// <param name="Share">How much of it is done, 0 to 1.</param>
/// <param name="Facts">Figures to read.</param>
/// <param name="Charts">Its curves, drawn.</param>
/// <param name="Settings">Its settings by name; those that its optimiser does not use are left out.</param>
/// <param name="Command">The command that repeats it.</param>
/// <param name="Files">Names of its files that can be fetched.</param>
/// <param name="Problem">Why it ended or cannot be read; empty for none.</param>
public sealed record RunDetail(
    RunRow Row, double Share, IReadOnlyList<Fact> Facts, string Charts, IReadOnlyList<NamedValue> Settings,
    string Command, IReadOnlyList<string> Files, string Problem);

/// <summary>A figure with its name.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">Value with its unit.</param>
/// <param name="Note">What it rests on, shown on hovering; empty for nothing.</param>
public sealed record Fact(string Name, string Value, string Note = "");

/// <summary>A setting with its value.</summary>
/// <param name="Name">Name of the setting.</param>
/// <param name="Value">Its value as it is written.</param>
public sealed record NamedValue(string Name, string Value);

/// <summary>A training to start.</summary>
/// <param name="Name">Name of its folder below that of the runs; empty for one of data set, network, optimiser and time.</param>
/// <param name="Settings">Settings that differ from their defaults.</param>
public sealed record StartRequest(string Name, IReadOnlyList<NamedValue> Settings);

/// <summary>A run, named.</summary>
/// <param name="Name">Path below the folder of the runs.</param>
public sealed record RunReference(string Name);
