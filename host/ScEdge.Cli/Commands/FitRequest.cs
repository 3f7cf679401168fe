namespace ScEdge.Cli.Commands;

/// <summary>What is to be fitted, and how.</summary>
/// <param name="Csv">Measurements.</param>
/// <param name="OutFile">Preset file, or null.</param>
/// <param name="Name">Name of the preset, or null.</param>
/// <param name="Like">Preset that gives the rest.</param>
/// <param name="Waits">Family of the waits, or auto.</param>
/// <param name="Extrapolation">Volts beyond a table of waits; null for two constants.</param>
internal sealed record FitRequest(string Csv, string? OutFile, string? Name, string Like, string Waits, double? Extrapolation);
