using System.Collections.Generic;
using System.Text.Json;
using ScEdge.Input;
using ScEdge.Page.Contracts;
using ScEdge.Training.Runs;

namespace ScEdge.Serve.Hosting;

/// <summary>What the program that starts the server tells it, as one line of JSON on its standard input.</summary>
public sealed record ServeInvocation
{
    /// <summary>Gets the words that start the program, whose commands do the work.</summary>
    public required IReadOnlyList<string> Program { get; init; }

    /// <summary>Gets the folder of the runs; absolute.</summary>
    public required string Runs { get; init; }

    /// <summary>Gets the addresses of boards.</summary>
    public required IReadOnlyList<string> Ports { get; init; }

    /// <summary>Gets where to listen, HOST:PORT.</summary>
    public required string Listen { get; init; }

    /// <summary>Gets the file of the key; null for none.</summary>
    public string? KeyFile { get; init; }

    /// <summary>Gets whether to open a browser.</summary>
    public bool Opens { get; init; }

    /// <summary>Gets the settings of a training.</summary>
    public required IReadOnlyList<SettingField> Settings { get; init; }

    /// <summary>Reads the line.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public static ServeInvocation Parse(string? line)
    {
        try
        {
            return JsonSerializer.Deserialize<ServeInvocation>(line ?? "", RunJson.Compact) ?? throw new JsonException();
        }
        catch (JsonException exception)
        {
            throw new InputException("This program is a part of scedge and is told by it what to do: start the page with scedge serve.", exception);
        }
    }
}
