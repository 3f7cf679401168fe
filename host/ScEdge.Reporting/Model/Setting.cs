namespace ScEdge.Reporting.Model;

/// <summary>One line of the run's settings, as the user would read or repeat it.</summary>
/// <param name="Name">Name of the setting, for example <c>batch size</c>.</param>
/// <param name="Value">Value with its unit, already formatted.</param>
public sealed record Setting(string Name, string Value);
