using System.Collections.Generic;

namespace ScEdge.Page.Contracts;

/// <summary>Something to do with a board.</summary>
/// <param name="Port">Its address, one of those that the server was given.</param>
/// <param name="Action">info, push, verify, pull or calibration.</param>
/// <param name="Run">The run whose network is meant; empty where none is needed.</param>
public sealed record BoardRequest(string Port, string Action, string Run);

/// <summary>What came of it.</summary>
/// <param name="Facts">Answers to read.</param>
/// <param name="Charts">Curves, drawn; empty for none.</param>
public sealed record BoardResponse(IReadOnlyList<Fact> Facts, string Charts);

/// <summary>Something that a board said or did.</summary>
/// <param name="Time">When it arrived, ISO 8601.</param>
/// <param name="Kind">text, log, telemetry, frames or link.</param>
/// <param name="Words">What it says.</param>
/// <param name="Fields">Its fields, as text; empty for none.</param>
public sealed record BoardEvent(string Time, string Kind, string Words, IReadOnlyList<NamedValue> Fields);
