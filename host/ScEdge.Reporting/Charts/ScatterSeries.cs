using System.Collections.Generic;

namespace ScEdge.Reporting.Charts;

/// <summary>Points of one kind.</summary>
internal sealed record ScatterSeries(string Name, SeriesStyle Style, IReadOnlyList<PlotPoint> Points);
