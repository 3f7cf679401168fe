namespace ScEdge.Reporting.Charts;

/// <summary>A point in the units of its axes.</summary>
internal readonly record struct PlotPoint(double X, double Y);
