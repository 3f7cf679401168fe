using System.Collections.Generic;

namespace ScEdge.Reporting.Model;

/// <summary>What each uncertain input does alone to a figure.</summary>
/// <param name="Library">Cost library.</param>
/// <param name="Title">The figure.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Nominal">The figure with every input nominal; positive.</param>
/// <param name="Bars">The inputs, the widest swing first.</param>
public sealed record Tornado(string Library, string Title, string Unit, double Nominal, IReadOnlyList<TornadoBar> Bars);

/// <summary>One bar of a tornado chart.</summary>
/// <param name="Name">Input.</param>
/// <param name="Range">Its ends with their unit.</param>
/// <param name="Source">Where the ends come from.</param>
/// <param name="Low">Smallest figure over its values; positive.</param>
/// <param name="High">Largest figure.</param>
public sealed record TornadoBar(string Name, string Range, string Source, double Low, double High);
