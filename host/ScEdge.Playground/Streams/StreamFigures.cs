using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Reporting.Fragments;

namespace ScEdge.Playground.Streams;

/// <summary>The charts of an experiment.</summary>
internal static class StreamFigures
{
    // Colours of the style sheet: b, expectation and theory; the result; grey.
    private const int ResultColour = 1, TheoryColour = 0, MeantColour = 5;
    private const double SmallestError = 1e-5;

    /// <summary>Draws the estimate after more and more cycles, with the band of twice the standard deviation of independent bits.</summary>
    public static LineFigure RunningEstimate(StreamExperiment experiment)
    {
        IReadOnlyList<(int Cycles, double Value)> estimate = experiment.RunningEstimate();
        double lowest = experiment.Definition.Lowest;
        double highest = lowest + experiment.Definition.Scale;
        (double X, double Y)[] Edge(double sign) =>
        [
            .. estimate.Select(point => ((double)point.Cycles,
                Math.Clamp(experiment.Expected + (sign * 2 * experiment.DeviationOfABit / Math.Sqrt(point.Cycles)), lowest, highest))),
        ];
        (double X, double Y)[] Level(double value) => [(1, value), (experiment.Result.Length, value)];
        return new LineFigure(
            "running-estimate", "Running estimate",
            "The value that the result has after its first cycles, against their number, with the band in which 95 % of such estimates lie.")
        {
            X = new FigureAxis("cycles", 1, experiment.Result.Length, IsLogarithmic: true),
            Y = new FigureAxis("value of the result so far", lowest, highest),
            Lines =
            [
                new FigureLine("expected ± 2 σ / √N", TheoryColour, []) { Lower = Edge(-1), Upper = Edge(1) },
                new FigureLine("expected of these streams", TheoryColour, Level(experiment.Expected)) { IsDashed = true },
                new FigureLine($"meant: {experiment.Definition.Formula}", MeantColour, Level(experiment.Meant)) { IsDashed = true },
                new FigureLine("estimate", ResultColour, [.. estimate.Select(static point => ((double)point.Cycles, point.Value))])
                {
                    IsStrong = true,
                },
            ],
        };
    }

    /// <summary>Draws how the error falls with the length, against the law of independent bits.</summary>
    public static LineFigure Errors(StreamExperiment experiment)
    {
        (double X, double Y)[] errors =
            [.. experiment.ErrorsOverSeeds().Where(static point => point.Error > 0).Select(static point => ((double)point.Cycles, point.Error))];
        double longest = Math.Min(experiment.Result.Length, 4096);
        (double X, double Y)[] law = experiment.DeviationOfABit == 0 ? [] :
            [(1, experiment.DeviationOfABit), (longest, experiment.DeviationOfABit / Math.Sqrt(longest))];
        double[] all = [.. errors.Concat(law).Select(static point => point.Y).DefaultIfEmpty(1)];
        return new LineFigure(
            "errors", "Error against length",
            "The root mean square error of the result over 24 seeds, against the number of cycles, beside the law of independent bits.")
        {
            X = new FigureAxis("cycles", 1, longest, IsLogarithmic: true),
            Y = new FigureAxis(
                "root mean square error", Math.Max(all.Min(), SmallestError), Math.Max(all.Max(), 2 * SmallestError), IsLogarithmic: true),
            Lines =
            [
                new FigureLine("σ / √N, independent bits", TheoryColour, law) { IsDashed = true },
                new FigureLine("these streams, 24 seeds", ResultColour, [.. errors.Where(static point => point.Y >= SmallestError)])
                {
                    IsStrong = true,
                },
            ],
        };
    }
}
