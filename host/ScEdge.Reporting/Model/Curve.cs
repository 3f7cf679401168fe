using System.Collections.Generic;

namespace ScEdge.Reporting.Model;

/// <summary>A named line through points.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Points">Its points from left to right.</param>
public sealed record Curve(string Name, IReadOnlyList<(double X, double Y)> Points);
