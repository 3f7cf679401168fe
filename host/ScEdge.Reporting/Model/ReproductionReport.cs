using System.Collections.Generic;

namespace ScEdge.Reporting.Model;

/// <summary>Everything that the page of a reproduction shows.</summary>
public sealed record ReproductionReport
{
    /// <summary>What was trained, in one sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>Date and time of the first run as ISO 8601 text.</summary>
    public string Created { get; init; } = "";

    /// <summary>Program that made the first run, with version and commit.</summary>
    public string Program { get; init; } = "";

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

/// <summary>A published claim beside what was obtained.</summary>
/// <param name="Id">Short name; rows of one claim follow each other.</param>
/// <param name="Claim">What was published.</param>
/// <param name="Library">Cost library, or empty.</param>
/// <param name="Obtained">What was obtained.</param>
/// <param name="Residual">How far it is from the claim.</param>
/// <param name="Configuration">What obtained it.</param>
/// <param name="Assumption">What it rests on.</param>
/// <param name="Verdict">Verdict in words.</param>
/// <param name="Holds">Whether the claim came out, under its assumption or not; null where nothing tells.</param>
public sealed record ClaimRow(
    string Id, string Claim, string Library, string Obtained, string Residual, string Configuration, string Assumption, string Verdict, bool? Holds);

/// <summary>A configuration between accuracy and cost.</summary>
/// <param name="Name">What it is called in the plot, for example its stream length.</param>
/// <param name="DropPoints">FP32 minus stochastic accuracy, mean over the seeds; points.</param>
/// <param name="HalfWidth95">Half width of the 95 % interval of that mean; over seeds and images, of a single seed over images; points.</param>
/// <param name="EnergyPicojoules">Energy of a parameter update; pJ.</param>
/// <param name="AreaSquareMillimetres">Area; mm2.</param>
public sealed record TradeOff(
    string Name, double DropPoints, double HalfWidth95, double EnergyPicojoules, double AreaSquareMillimetres);

/// <summary>Area and power of a circuit under one cost library.</summary>
/// <param name="Library">Cost library.</param>
/// <param name="Area">Area by part.</param>
/// <param name="Power">Power by category.</param>
/// <param name="Bounded">Parts with figures that the library lacks and that lie within bounds.</param>
public sealed record LibraryBreakdown(string Library, IReadOnlyList<Bar> Area, IReadOnlyList<Bar> Power, IReadOnlyList<string> Bounded);

/// <summary>Figures with their spans, a column per library.</summary>
/// <param name="Libraries">Names of the libraries.</param>
/// <param name="Rows">The figures.</param>
public sealed record SpanTable(IReadOnlyList<string> Libraries, IReadOnlyList<SpanRow> Rows);

/// <summary>One figure under every library.</summary>
/// <param name="Name">The figure.</param>
/// <param name="Texts">Value and span as they are to be read, in the order of the libraries.</param>
public sealed record SpanRow(string Name, IReadOnlyList<string> Texts);
