namespace ScEdge.Reporting.Model;

/// <summary>Something between two costs.</summary>
/// <param name="Name">What it is.</param>
/// <param name="X">First cost; positive.</param>
/// <param name="Y">Second cost; positive.</param>
/// <param name="Kind">Number of its kind, which gives colour and mark.</param>
/// <param name="Detail">What is shown on hovering and read aloud: values with units, and where they come from.</param>
public sealed record PlanePoint(string Name, double X, double Y, int Kind, string Detail);
