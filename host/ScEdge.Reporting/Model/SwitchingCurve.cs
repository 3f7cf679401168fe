using System.Collections.Generic;

namespace ScEdge.Reporting.Model;

/// <summary>Switching probability against voltage for one pulse width.</summary>
/// <param name="PulseWidthSeconds">Width of the pulse in seconds.</param>
/// <param name="Points">Points in order of rising voltage.</param>
public sealed record SwitchingCurve(double PulseWidthSeconds, IReadOnlyList<SwitchingPoint> Points);
