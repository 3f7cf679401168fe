using System.Collections.Generic;
using System.CommandLine;

namespace ScEdge.Cli.Commands;

/// <summary>
/// A command whose help ends with examples.
/// </summary>
/// <param name="name">Name of the command.</param>
/// <param name="description">What it does.</param>
internal sealed class ExampleCommand(string name, string description) : Command(name, description)
{
    /// <summary>Gets the examples in the order of the help.</summary>
    public IReadOnlyList<Example> Examples { get; init; } = [];
}
