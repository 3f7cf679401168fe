using System;
using System.Collections.Generic;
using System.CommandLine;
using ScEdge.Cli.Parsing;

namespace ScEdge.Cli.Commands;

/// <summary>
/// A command whose help ends with examples and whose contents may come late.
/// </summary>
/// <remarks>
/// A call needs the options of one command; to make those of all takes longer than the rest of <c>scedge --help</c>.
/// </remarks>
/// <param name="name">Name of the command.</param>
/// <param name="description">What it does.</param>
/// <param name="addContents">Adds arguments, options and action when the command is to be parsed; null where they are there from the start.</param>
internal sealed class ExampleCommand(string name, string description, Action<ExampleCommand>? addContents = null) : Command(name, description)
{
    private Action<ExampleCommand>? _addContents = addContents;

    /// <summary>Gets what only the command's own help says beyond the description.</summary>
    public string? Details { get; init; }

    /// <summary>Gets whether what the command prints is only the account of its work, which is done though nobody sees it.</summary>
    public bool WorksUnseen { get; init; }

    /// <summary>Gets the options that exclude each other.</summary>
    public IReadOnlyList<ExclusivePair> Exclusives { get; init; } = [];

    /// <summary>
    /// Gets whether an option has nothing to do beside those that are given (names, each with its first value), so that a user's own default of it
    /// is left out.
    /// </summary>
    public Func<IReadOnlyDictionary<string, string>, string, bool> IsIdle { get; init; } = static (_, _) => false;

    /// <summary>Gets the examples in the order of the help.</summary>
    public IReadOnlyList<Example> Examples { get; init; } = [];

    /// <summary>Adds what the command still lacks; once.</summary>
    public void Complete()
    {
        if (_addContents is null)
        {
            return;
        }

        _addContents(this);
        _addContents = null;
        Description = Details is null ? Description : $"{Description} {Details}";
    }
}

/// <summary>
/// A line that a reader of the help can copy.
/// </summary>
/// <param name="Line">The line, without the name of the program.</param>
/// <param name="Meaning">What it does.</param>
internal sealed record Example(string Line, string Meaning);
