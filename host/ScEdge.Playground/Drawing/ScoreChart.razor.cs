using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.AspNetCore.Components;

namespace ScEdge.Playground.Drawing;

/// <summary>The scores of all classes as bars, with their standard deviation from reading to reading.</summary>
public partial class ScoreChart
{
    private const double Left = 46, Right = 450, RowHeight = 27;

    /// <summary>Gets or sets the names of the classes.</summary>
    [Parameter]
    [EditorRequired]
    public IReadOnlyList<string> Names { get; set; } = [];

    /// <summary>Gets or sets the mean scores.</summary>
    [Parameter]
    [EditorRequired]
    public IReadOnlyList<double> Means { get; set; } = [];

    /// <summary>Gets or sets their standard deviations.</summary>
    [Parameter]
    [EditorRequired]
    public IReadOnlyList<double> Deviations { get; set; } = [];

    /// <summary>Gets or sets the class that leads; -1 for none.</summary>
    [Parameter]
    [EditorRequired]
    public int Leader { get; set; }

    private double Low => Math.Min(0, Means.Zip(Deviations, static (mean, deviation) => mean - deviation).DefaultIfEmpty(0).Min());

    private double High => Math.Max(Low + 1, Means.Zip(Deviations, static (mean, deviation) => mean + deviation).DefaultIfEmpty(1).Max());

    private double Unit => (Right - Left) / (High - Low);

    private string Label => Leader < 0
        ? "Scores of the classes; nothing is drawn."
        : string.Create(CultureInfo.InvariantCulture, $"Scores of the classes; {Names[Leader]} leads with {Means[Leader]:0.0}.");

    private string X(double value) => N(Left + ((value - Low) * Unit));

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
