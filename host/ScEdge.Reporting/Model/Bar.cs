namespace ScEdge.Reporting.Model;

/// <summary>One bar of a bar chart.</summary>
/// <param name="Name">What it stands for.</param>
/// <param name="Value">Its length, 0 or more, in the unit of its chart.</param>
/// <param name="Label">Its value with a unit, as it is to be read.</param>
public sealed record Bar(string Name, double Value, string Label)
{
    /// <summary>What is shown on hovering and read aloud, such as the source of the value; null for nothing.</summary>
    public string? Detail { get; init; }
}
