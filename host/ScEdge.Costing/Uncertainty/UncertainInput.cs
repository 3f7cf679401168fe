using System;
using System.Collections.Generic;
using ScEdge.Costing.Architecture;

namespace ScEdge.Costing.Uncertainty;

/// <summary>Something that a figure depends on and that is only known between two ends.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Range">Its ends with their unit, as they are to be read.</param>
/// <param name="Source">Where the ends come from.</param>
/// <param name="Alternatives">
/// Changes of a circuit that give the input other values than the circuit's own, from one end to the other. Two ends do where a figure rises
/// or falls from one to the other; values between them are needed where it may turn. Changes of different inputs do not touch each other.
/// </param>
public sealed record UncertainInput(
    string Name, string Range, string Source, IReadOnlyList<Func<ArchitectureModel, ArchitectureModel>> Alternatives);
