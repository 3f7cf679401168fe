using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScEdge.Input;

namespace ScEdge.Silicon.Liberty;

/// <summary>A group of a Liberty text as it stands there: its type, arguments, attributes and inner groups.</summary>
/// <param name="type">Type, such as cell.</param>
/// <param name="arguments">What stands between the parentheses.</param>
/// <param name="origin">The file.</param>
/// <param name="line">Line on which it begins.</param>
internal sealed class LibertyGroup(string type, string[] arguments, string origin, int line)
{
    private readonly Dictionary<string, (string[] Values, int Line)> _attributes = [];
    private readonly List<LibertyGroup> _groups = [];

    /// <summary>Gets the type.</summary>
    public string Type { get; } = type;

    /// <summary>Gets what stands between the parentheses.</summary>
    public string[] Arguments { get; } = arguments;

    /// <summary>Gets the first argument, the name; empty where there is none.</summary>
    public string Name => Arguments.Length > 0 ? Arguments[0] : "";

    /// <summary>Adds an attribute; of one that is given twice the last counts.</summary>
    public void Add(string name, string[] values, int at) => _attributes[name] = (values, at);

    /// <summary>Adds an inner group.</summary>
    public void Add(LibertyGroup group) => _groups.Add(group);

    /// <summary>Returns the inner groups of a type.</summary>
    public IEnumerable<LibertyGroup> Groups(string kind) => _groups.Where(group => group.Type == kind);

    /// <summary>Returns the first inner group of a type, or null.</summary>
    public LibertyGroup? Group(string kind) => Groups(kind).FirstOrDefault();

    /// <summary>Returns an attribute as text, or null.</summary>
    public string? Text(string name) => _attributes.TryGetValue(name, out var found) ? string.Join(" ", found.Values) : null;

    /// <summary>Returns an attribute as a number, or null where it is not given.</summary>
    public double? Number(string name) => Text(name) is { } text ? Parse(text, name) : null;

    /// <summary>Returns all numbers of an attribute, or null where it is not given.</summary>
    public double[]? Numbers(string name) => _attributes.TryGetValue(name, out var found)
        ? [.. found.Values.SelectMany(value => value.Split([' ', ',', '\t', '\r', '\n'], System.StringSplitOptions.RemoveEmptyEntries))
            .Select(word => Parse(word, name))]
        : null;

    /// <summary>Makes the exception for something that is wrong with the group, or with one of its attributes.</summary>
    public InputException Error(string reason, string? attribute = null) => LibertyError.At(
        origin, attribute is not null && _attributes.TryGetValue(attribute, out var found) ? found.Line : line, reason);

    private double Parse(string text, string name) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? value
            : throw Error($"{name} is \"{text}\", which is no number", name);
}
