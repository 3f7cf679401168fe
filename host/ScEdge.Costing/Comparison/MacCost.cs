using System.Collections.Generic;
using ScEdge.Costing.Libraries;

namespace ScEdge.Costing.Comparison;

/// <summary>One multiply-accumulate unit under one library.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Kind">How much it contains.</param>
/// <param name="Contents">Its components, in words.</param>
/// <param name="Area">Area; um2 at 40 nm; null where the library lacks it.</param>
/// <param name="EnergyPerMac">Energy of one MAC at the stream length; aJ; null where the library lacks it.</param>
/// <param name="Leakage">Leakage; nW; null where the library lacks it.</param>
/// <param name="LatencySeconds">Time of one MAC; s; one clock for a binary unit (assumption).</param>
/// <param name="Excluded">What belongs to it and is left out because the library has no figure.</param>
public sealed record MacCost(
    string Name,
    MacKind Kind,
    string Contents,
    LibraryQuantity? Area,
    LibraryQuantity? EnergyPerMac,
    LibraryQuantity? Leakage,
    double LatencySeconds,
    IReadOnlyList<string> Excluded);
