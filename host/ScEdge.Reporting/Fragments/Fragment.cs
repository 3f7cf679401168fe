using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScEdge.Reporting.Charts;
using ScEdge.Reporting.Figures;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;
using ScEdge.Reporting.Pages;

namespace ScEdge.Reporting.Fragments;

/// <summary>Figures of the reports alone, for a page that is put together elsewhere.</summary>
/// <remarks>
/// A fragment is well-formed HTML with its drawings in it; every text is escaped. Its look is that of the reports' style sheet, on the page that
/// takes it
/// up. The names of its drawings begin with a text that must be unique on that page.
/// </remarks>
public static class Fragment
{
    /// <summary>Draws accuracy and loss of a training over its epochs, as far as it has come; empty before the first point.</summary>
    /// <param name="report">A report of which the runs are read.</param>
    /// <param name="id">What the names of the drawings begin with.</param>
    public static string Training(RunReport report, string id)
    {
        TrainingSection section = new(report);
        return section.HasContent ? Write(markup => section.WriteFigures(markup, id)) : "";
    }

    /// <summary>Draws accuracy and loss of several runs into the same figures.</summary>
    /// <param name="runs">The runs, in the order of their colours.</param>
    /// <param name="id">What the names of the drawings begin with.</param>
    public static string Comparison(IReadOnlyList<NamedRuns> runs, string id) => Write(markup => ComparedCurves.Write(markup, runs, id));

    /// <summary>Draws bars.</summary>
    /// <param name="id">Name of the drawing.</param>
    /// <param name="title">What they show.</param>
    /// <param name="detail">By what they are told apart.</param>
    /// <param name="unit">Unit of their values.</param>
    /// <param name="bars">The bars; none gives nothing.</param>
    /// <param name="kind">Number of their colour.</param>
    public static string Bars(string id, string title, string detail, string unit, IReadOnlyList<Bar> bars, int kind) =>
        bars.Count == 0 ? "" : Write(new Figure(
            title,
            detail,
            new BarChart(
                new ChartText(id, title, string.Join(", ", bars.Select(static bar => $"{bar.Name} {bar.Label}"))),
                SeriesStyle.Kind(kind), unit, bars)));

    /// <summary>Draws what each input does alone to a figure.</summary>
    /// <param name="id">Name of the drawing.</param>
    /// <param name="tornado">The figure and its inputs; none gives nothing.</param>
    /// <param name="kind">Number of the colour.</param>
    public static string Tornado(string id, Tornado tornado, int kind)
    {
        ArgumentNullException.ThrowIfNull(tornado);
        string spoken = string.Join(
            ", ", tornado.Bars.Select(bar => $"{bar.Name} {NumberText.Significant(bar.Low)} to {NumberText.Significant(bar.High)} {tornado.Unit}"));
        return tornado.Bars.Count == 0 ? "" : Write(new Figure(
            tornado.Title, $"by input, {tornado.Library}",
            new TornadoChart(new ChartText(id, tornado.Title, spoken), SeriesStyle.Kind(kind), tornado)));
    }

    /// <summary>Draws things between two costs, with the front of those that no other beats in both.</summary>
    /// <param name="id">Name of the drawing.</param>
    /// <param name="title">What is shown.</param>
    /// <param name="detail">Against what.</param>
    /// <param name="titles">Titles of the axes, with units.</param>
    /// <param name="points">The things; none gives nothing.</param>
    public static string Front(string id, string title, string detail, (string X, string Y) titles, IReadOnlyList<PlanePoint> points) =>
        points.Count == 0 ? "" : Write(new Figure(
            title,
            detail,
            new FrontChart(
                new ChartText(id, $"{title} {detail}", string.Join("; ", points.Select(static one => $"{one.Name}: {one.Detail}"))),
                titles.X, titles.Y, points)));

    /// <summary>Draws accuracy drops against energies, with the front.</summary>
    /// <param name="id">Name of the drawing.</param>
    /// <param name="runs">The configurations; none gives nothing.</param>
    public static string TradeOff(string id, IReadOnlyList<TradeOff> runs) => runs.Count == 0 ? "" : Write(new Figure(
        "Accuracy drop from FP32",
        "against energy of an update",
        new TradeOffChart(
            new ChartText(
                id, "Accuracy drop against energy",
                string.Join("; ", runs.Select(one => $"{one.Name}: {NumberText.Fixed(one.DropPoints, 2)} points"))),
            LogAxis.Covering("Energy of an update, pJ",
                runs.Min(static one => one.EnergyPicojoules), runs.Max(static one => one.EnergyPicojoules) * 1.1),
            runs,
            static one => one.EnergyPicojoules)));

    /// <summary>Draws the scores of classes with the spread from reading to reading.</summary>
    /// <param name="id">Name of the drawing.</param>
    /// <param name="detail">Of how many readings.</param>
    /// <param name="scores">The classes, at least one.</param>
    /// <param name="leader">The class that leads; -1 for none.</param>
    public static string Scores(string id, string detail, IReadOnlyList<ClassScore> scores, int leader)
    {
        ArgumentNullException.ThrowIfNull(scores);
        string spoken = leader < 0
            ? "Nothing is drawn."
            : $"{scores[leader].Name} leads with {NumberText.Fixed(scores[leader].Mean, 1)}.";
        return Write(new Figure("Scores", detail, new ScoreChart(new ChartText(id, "Scores of the classes", spoken), scores, leader)));
    }

    /// <summary>Draws lines on linear axes.</summary>
    /// <param name="id">Name of the drawing.</param>
    /// <param name="title">What is shown.</param>
    /// <param name="detail">Of what.</param>
    /// <param name="titles">Titles of the axes, with units.</param>
    /// <param name="curves">The lines; those without points are left out.</param>
    public static string Lines(string id, string title, string detail, (string X, string Y) titles, IReadOnlyList<Curve> curves)
    {
        Curve[] drawn = [.. curves.Where(static one => one.Points.Count > 0)];
        if (drawn.Length == 0)
        {
            return "";
        }

        LineSeries[] series = [.. drawn.Select((one, index) => new LineSeries(
            one.Name, SeriesStyle.Kind(index), [.. one.Points.Select(static point => new PlotPoint(point.X, point.Y))]))];
        PlotPoint[] points = [.. series.SelectMany(static one => one.Points)];
        LineChart chart = new(
            new ChartText(id, $"{title} {detail}", $"{titles.Y} over {titles.X}, {string.Join(", ", drawn.Select(static one => one.Name))}."),
            LinearAxis.Within(titles.X, points.Min(static one => one.X), points.Max(static one => one.X)),
            LinearAxis.Covering(titles.Y, points.Min(static one => one.Y), points.Max(static one => one.Y)),
            series);
        return Write(new Figure(title, detail, chart) { Legend = [.. series.Select(LegendEntry.Of)] });
    }

    private static string Write(Figure figure) => Write(figure.Write);

    private static string Write(Action<MarkupWriter> write)
    {
        StringWriter text = new();
        write(new MarkupWriter(text));
        return text.ToString();
    }
}
