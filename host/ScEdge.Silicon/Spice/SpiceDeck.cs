using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using ScEdge.Input;

namespace ScEdge.Silicon.Spice;

/// <summary>A deck of ngspice that says in its comments what it measures, over what, and which component it prices.</summary>
/// <remarks>
/// Lines of comment that are read: "* result NAME UNIT meaning", "* vary PARAMETER values", "* component NAME energy=RESULT,... leakage=RESULT
/// area=SUBCIRCUIT scale=NUMBER", "* draws NUMBER". Parameters are lines ".param name=value" of their own. Transistors and supply come from the
/// file corner.inc, which the deck includes and does not bring.
/// </remarks>
public sealed class SpiceDeck
{
    private readonly string _text;

    private SpiceDeck(string name, string text)
    {
        Name = name;
        _text = text;
    }

    /// <summary>Gets its name.</summary>
    public string Name { get; }

    /// <summary>Gets what its first line says.</summary>
    public string Title { get; private init; } = "";

    /// <summary>Gets what it measures.</summary>
    public IReadOnlyList<SpiceResult> Results { get; private init; } = [];

    /// <summary>Gets the parameters whose other values belong to its span.</summary>
    public IReadOnlyList<SpiceVariation> Variations { get; private init; } = [];

    /// <summary>Gets the components that it prices.</summary>
    public IReadOnlyList<SpiceComponent> Components { get; private init; } = [];

    /// <summary>Gets how many random thresholds e0, e1, ... it takes, with results switched0, switched1, ...; 0 for none.</summary>
    public int Draws { get; private init; }

    /// <summary>Reads a deck.</summary>
    /// <param name="name">Name, for the sentences of errors.</param>
    /// <param name="text">Its text.</param>
    /// <exception cref="InputException">A comment that speaks of results, variations or components cannot be read.</exception>
    public static SpiceDeck Read(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] lines = [.. text.Split('\n').Select(static line => line.TrimEnd())];
        string[][] Words(string kind) =>
            [.. lines.Where(line => line.StartsWith($"* {kind} ", StringComparison.Ordinal)).Select(static line => line[2..].Split(' '))];
        InputException Bad(string kind) => new($"The deck {name} has a comment \"* {kind}\" that cannot be read: see hw-docs/spice/README.md.");
        SpiceDeck deck = new(name, text)
        {
            Title = lines[0].TrimStart('*', ' '),
            Results = [.. Words("result").Select(words => words.Length >= 4
                ? new SpiceResult(words[1], words[2], string.Join(' ', words[3..])) : throw Bad("result"))],
            Variations = [.. Words("vary").Select(words => words.Length >= 3 ? new SpiceVariation(words[1], words[2..]) : throw Bad("vary"))],
            Components = [.. Words("component").Select(words => SpiceComponent.Read(words[1..]) ?? throw Bad("component"))],
            Draws = Words("draws") is [[_, { } count], ..]
                ? int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out int draws) ? draws : throw Bad("draws")
                : 0,
        };
        string? strange = deck.Components.SelectMany(static one => one.Energies.Concat(one.Leakages))
            .FirstOrDefault(result => deck.Results.All(one => one.Name != result));
        return strange is null ? deck : throw new InputException($"The deck {name} prices by a result {strange} that it does not have.");
    }

    /// <summary>Returns the text with other values of parameters.</summary>
    /// <exception cref="InputException">The deck has no such parameter.</exception>
    public string With(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        string text = _text;
        foreach ((string name, string value) in parameters)
        {
            Regex line = new($@"^\.param {Regex.Escape(name)}=.*$", RegexOptions.Multiline);
            text = line.IsMatch(text) ? line.Replace(text, $".param {name}={value}", 1)
                : throw new InputException($"The deck {Name} has no line \".param {name}=...\".");
        }

        return text;
    }

    /// <summary>Returns the value of a parameter that is a number, or null.</summary>
    public double? Parameter(string name)
    {
        Match line = Regex.Match(_text, $@"^\.param {Regex.Escape(name)}=(\S+)\s*$", RegexOptions.Multiline);
        return line.Success ? SpiceNumber.Parse(line.Groups[1].Value) : null;
    }

    /// <summary>Returns what a subcircuit is made of, subcircuits in it included.</summary>
    /// <param name="subcircuit">Its name.</param>
    public DeckLayout Layout(string subcircuit) => DeckLayout.Of(this, _text, subcircuit);
}

/// <summary>Something that a deck measures.</summary>
/// <param name="Name">Name in ngspice's output.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Meaning">What it is.</param>
public sealed record SpiceResult(string Name, string Unit, string Meaning);

/// <summary>A parameter that is uncertain.</summary>
/// <param name="Parameter">Parameter.</param>
/// <param name="Values">Values beside that of the deck, as ngspice writes numbers.</param>
public sealed record SpiceVariation(string Parameter, IReadOnlyList<string> Values);
