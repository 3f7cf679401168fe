using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Costing.Uncertainty;

namespace ScEdge.Experiments.Results;

/// <summary>A figure with its span and what moves it, as JSON shows it.</summary>
/// <param name="Low">Smallest value over all that is uncertain.</param>
/// <param name="Nominal">With every input at its nominal value.</param>
/// <param name="High">Largest value.</param>
/// <param name="Inputs">What each input does alone, the widest first.</param>
public sealed record SensitivityFigures(double Low, double Nominal, double High, IReadOnlyList<InputFigures> Inputs)
{
    /// <summary>Returns the figures of an analysis.</summary>
    /// <param name="analysis">The analysis.</param>
    /// <param name="scale">Its unit in the unit of the figures.</param>
    public static SensitivityFigures Of(Sensitivity analysis, double scale = 1)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        return new(
            scale * analysis.Span.Low, scale * analysis.Span.Nominal, scale * analysis.Span.High,
            [.. analysis.Swings.Select(
                one => new InputFigures(one.Input.Name, one.Input.Range, one.Input.Source, scale * one.Low, scale * one.High))]);
    }
}

/// <summary>What one uncertain input does to a figure.</summary>
/// <param name="Name">Input.</param>
/// <param name="Range">Its ends with their unit.</param>
/// <param name="Source">Where the ends come from.</param>
/// <param name="Low">Smallest figure over its values.</param>
/// <param name="High">Largest figure.</param>
public sealed record InputFigures(string Name, string Range, string Source, double Low, double High);

/// <summary>The figures of a circuit with their spans, and those of the binary optimiser, as JSON shows them.</summary>
/// <param name="EnergyPerUpdateAttojoules">Energy of a parameter update; aJ.</param>
/// <param name="PowerWatts">Power at full speed; W.</param>
/// <param name="AreaSquareMicrometres">Area; um2.</param>
/// <param name="LeakageWatts">Leakage; W.</param>
/// <param name="UpdatesPerSecond">Updates per second at full speed.</param>
/// <param name="FixedPoint">The same optimiser in fixed point with stochastic rounding.</param>
public sealed record CircuitFigures(
    SensitivityFigures EnergyPerUpdateAttojoules,
    SensitivityFigures PowerWatts,
    SensitivityFigures AreaSquareMicrometres,
    SensitivityFigures LeakageWatts,
    SensitivityFigures UpdatesPerSecond,
    FixedPointFigures FixedPoint)
{
    /// <summary>Returns the figures of two analyses.</summary>
    public static CircuitFigures Of(CircuitSensitivity circuit, FixedPointSensitivity fixedPoint)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        ArgumentNullException.ThrowIfNull(fixedPoint);
        return new(
            SensitivityFigures.Of(circuit.Energy), SensitivityFigures.Of(circuit.Power), SensitivityFigures.Of(circuit.Area),
            SensitivityFigures.Of(circuit.Leakage, 1e-9), SensitivityFigures.Of(circuit.Rate),
            new(SensitivityFigures.Of(fixedPoint.Energy), SensitivityFigures.Of(fixedPoint.Area), fixedPoint.Unit.UpdatesPerSecond));
    }
}

/// <summary>What the binary optimiser costs, as JSON shows it.</summary>
/// <param name="EnergyPerUpdateAttojoules">Energy of a parameter update; aJ.</param>
/// <param name="AreaSquareMicrometres">Area of one lane with all registers; um2.</param>
/// <param name="UpdatesPerSecond">Updates per second of one lane.</param>
public sealed record FixedPointFigures(
    SensitivityFigures EnergyPerUpdateAttojoules, SensitivityFigures AreaSquareMicrometres, double UpdatesPerSecond);
