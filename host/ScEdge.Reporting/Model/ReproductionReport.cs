using System.Collections.Generic;

namespace ScEdge.Reporting.Model;

/// <summary>Everything that the page of a reproduction shows.</summary>
public sealed record ReproductionReport
{
    /// <summary>What was trained, in one sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>Command that repeats it.</summary>
    public required string CommandLine { get; init; }

    /// <summary>The claims.</summary>
    public required IReadOnlyList<ClaimRow> Claims { get; init; }

    /// <summary>Figures of the main configuration under each library, with their spans.</summary>
    public required SpanTable Spans { get; init; }

    /// <summary>What moves these figures most.</summary>
    public required IReadOnlyList<Tornado> Tornados { get; init; }

    /// <summary>The circuit of the main configuration under each library.</summary>
    public required IReadOnlyList<LibraryBreakdown> Breakdowns { get; init; }

    /// <summary>Energy of a parameter update in pJ over the bits that it draws, a line per library.</summary>
    public required IReadOnlyList<Curve> EnergyByBits { get; init; }

    /// <summary>Stream lengths between accuracy and cost, priced by <see cref="TradeOffLibrary"/>.</summary>
    public required IReadOnlyList<TradeOff> TradeOffs { get; init; }

    /// <summary>Library that prices the trade-offs.</summary>
    public required string TradeOffLibrary { get; init; }

    /// <summary>Area in mm2 over lanes, a line per library.</summary>
    public required IReadOnlyList<Curve> AreaByLanes { get; init; }

    /// <summary>Power in mW at full speed over lanes, a line per library.</summary>
    public required IReadOnlyList<Curve> PowerByLanes { get; init; }

    /// <summary>Million parameter updates per second over lanes; the same under every library.</summary>
    public required Curve RateByLanes { get; init; }

    /// <summary>Published results: system, result, note.</summary>
    public required IReadOnlyList<(string System, string Result, string Note)> Published { get; init; }
}
