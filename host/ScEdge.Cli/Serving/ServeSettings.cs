using System.Collections.Generic;

namespace ScEdge.Cli.Serving;

/// <summary>
/// What the user wants of the page.
/// </summary>
internal sealed record ServeSettings
{
    /// <summary>Gets the folder of the runs.</summary>
    public required string Runs { get; init; }

    /// <summary>Gets the boards to show.</summary>
    public IReadOnlyList<string> Ports { get; init; } = [];

    /// <summary>Gets the address to listen at, HOST:PORT.</summary>
    public required string Listen { get; init; }

    /// <summary>Gets the file of the key that a browser must prove to know; null for none.</summary>
    public string? KeyFile { get; init; }

    /// <summary>Gets whether a browser is to be opened.</summary>
    public bool Opens { get; init; }
}
