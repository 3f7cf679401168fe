using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ScEdge.Reporting.Charts;
using ScEdge.Reporting.Figures;
using ScEdge.Reporting.Model;

namespace ScEdge.Reporting.Tests.Figures;

[Trait("Kind", "Unit")]
public sealed partial class FigureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Pages => ["full", "62 classes", "one seed", "reproduction", "sweep"];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_EveryFigure_HoldsItsDrawingAndItsPoints(string name)
    {
        string page = SamplePages.Of(name);
        XElement html = SampleReports.Parse(page);

        IReadOnlyList<FigureFile> files = FigureFile.In(page);

        string[] charts = [.. html.Descendants("svg").Where(static one => HasClass(one, "plot")).Select(NameOf)];
        Assert.NotEmpty(charts);
        Assert.Equal(charts.SelectMany(static one => new[] { one + ".svg", one + ".csv" }), files.Select(static one => one.Name));
        Assert.Equal(charts.Length, html.Descendants("figure").Count());
        Assert.Equal(charts.Length, html.Descendants("button").Count());
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Drawing_OfAnyFigure_NeedsNothingAroundIt(string name)
    {
        foreach (FigureFile file in FigureFile.In(SamplePages.Of(name)).Where(static one => one.Name.EndsWith(".svg", StringComparison.Ordinal)))
        {
            XElement drawing = XDocument.Parse(file.Text).Root!;

            Assert.Equal(Svg + "svg", drawing.Name);
            Assert.All(drawing.DescendantsAndSelf(), static one => Assert.Equal(Svg, one.Name.Namespace));
            Assert.DoesNotContain("var(", file.Text);
            Assert.DoesNotContain("currentColor", file.Text);
            Assert.DoesNotContain("NaN", file.Text);
            Assert.DoesNotContain(
                drawing.DescendantsAndSelf().Attributes(), static one => one.Name.LocalName is "class" or "style" or "href" or "id");
            Assert.All(
                drawing.Descendants().Where(static one => one.Name.LocalName is "path" or "rect" or "text"),
                one => Assert.Matches("^(#[0-9a-f]{6}|none)$", (string?)one.Attribute("fill") ?? "missing"));
            Assert.All(
                drawing.Descendants(Svg + "line"), one => Assert.Matches("^#[0-9a-f]{6}$", (string?)one.Attribute("stroke") ?? "missing"));
            Assert.All(drawing.Descendants(Svg + "text"), static one => Assert.NotNull(one.Attribute("font-size")));
            Assert.EndsWith("sans-serif", (string)drawing.Attribute("font-family")!);
            Assert.InRange((double)drawing.Attribute("width")!, 100, 4000);
            Assert.InRange((double)drawing.Attribute("height")!, 100, 4000);
        }
    }

    [Fact]
    public void Drawing_OfSeveralSeries_HasItsLegendInside()
    {
        IReadOnlyList<FigureFile> files = FigureFile.In(SampleReports.Write(SampleReports.Full()));

        foreach (string name in new[] { "accuracy.svg", "loss.svg", "weights-0.svg", "seeds.svg" })
        {
            XDocument drawing = XDocument.Parse(files.Single(one => one.Name == name).Text);
            string[] texts = [.. drawing.Descendants(Svg + "text").Select(static one => one.Value)];
            Assert.Contains("Stochastic", texts);
            Assert.Contains("FP32", texts);
        }
    }

    [Fact]
    public void Points_OfALine_ReadBackToTheLastDigit()
    {
        PlotPoint[] points = [new(0.1, 1.0 / 3), new(1e-300, -0.0), new(2, double.MaxValue)];
        LineSeries series = new("a \"b\", c\nd", SeriesStyle.Fp32, points)
        {
            Lower = [new(0.1, 0.25), new(1e-300, 0), new(2, 1)], Upper = [new(0.1, 0.5), new(1e-300, 0), new(2, 3)],
        };
        LineChart chart = new(
            new ChartText("c", "t", "d"), LinearAxis.Covering("Epoch", 0, 2), LinearAxis.Covering("Loss, nats", 0, 1),
            [series, new LineSeries("other", SeriesStyle.Fixed, [new(5, 6)])]);

        string[][] rows = Csv.Parse(chart.Points.ToCsv());

        Assert.Equal(["series", "Epoch", "Loss, nats", "lowest", "highest"], rows[0]);
        Assert.Equal(points.Select(static one => (one.X, one.Y)), rows[1..4].Select(static row => (Number(row[1]), Number(row[2]))));
        Assert.Equal(series.Upper.Select(static one => one.Y), rows[1..4].Select(static row => Number(row[4])));
        Assert.Equal(series.Name, rows[1][0]);
        Assert.Equal(["other", "5", "6", "", ""], rows[4]);
    }

    [Fact]
    public void Points_OfAReport_AreThoseOfItsModel()
    {
        RunReport report = SampleReports.Full(seeds: 1);
        Dictionary<string, string[][]> tables = FigureFile.In(SampleReports.Write(report))
            .Where(static one => one.Name.EndsWith(".csv", StringComparison.Ordinal))
            .ToDictionary(static one => one.Name, static one => Csv.Parse(one.Text));

        Assert.Equal(
            report.StochasticRuns[0].Curve.Where(static point => point.ValidationAccuracy is not null)
                .Select(static point => (point.Epoch, 100 * point.ValidationAccuracy!.Value)),
            tables["accuracy.csv"].Where(static row => row[0] == "Stochastic").Select(static row => (Number(row[1]), Number(row[2]))));
        Assert.Equal(
            report.Weights[0].StochasticCounts,
            tables["weights-0.csv"].Skip(1).Select(static row => long.Parse(row[2], CultureInfo.InvariantCulture)));
        Assert.Equal(
            report.UpdateErrors!.Series[1].Points.Select(static one => (one.PredictedDeviation, one.MeasuredRms)),
            tables["error-scatter.csv"].Where(static row => row[0] == "Decay of momentum").Select(static row => (Number(row[1]), Number(row[2]))));
        Assert.Equal(
            Enumerable.Range(0, 100).Select(index => report.Confusion!.Matrix[index / 10, index % 10]),
            tables["confusion.csv"].Skip(1).Select(static row => long.Parse(row[2], CultureInfo.InvariantCulture)));
        Assert.Equal(
            report.Switching!.Curves.Sum(static curve => curve.Points.Count), tables["switching.csv"].Length - 1);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Line_OfAnyChart_SaysItsValuesUnderThePointer(string name)
    {
        XElement page = SampleReports.Parse(SamplePages.Of(name));
        foreach (XElement chart in page.Descendants("svg").Where(static one => HasClass(one, "plot")))
        {
            // A line names itself; a bar, a cell and a mark say their value, and strips say those of all lines.
            string[] lines = [.. chart.Elements("path").Where(static one => HasClass(one, "line") && !HasClass(one, "thin")).Select(Title)];
            string read = string.Join('\n', chart.Elements("rect").Where(static one => HasClass(one, "strip")).Select(Title));
            Assert.All(lines, line => Assert.Contains(line + ": ", read));
            Assert.All(
                chart.Descendants().Where(static one => HasClass(one, "mark") || (one.Name == "rect" && HasClass(one, "fill"))),
                static one => Assert.Contains(": ", Title(one)));
        }
    }

    [Theory]
    [InlineData("../up.svg")]
    [InlineData(".hidden.svg")]
    [InlineData("script.html")]
    [InlineData("a/b.csv")]
    public void In_NameThatLeadsElsewhere_IsLeftOut(string name) =>
        Assert.Empty(FigureFile.In($"<p><a download=\"{name}\" href=\"data:text/csv;base64,YQ==\">x</a></p>"));

    [Fact]
    public void In_WhatIsNoPage_IsEmpty() => Assert.Empty(FigureFile.In("<p>not closed"));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Title(XElement element) => (string?)element.Element("title") ?? "";

    private static string NameOf(XElement chart) => LabelEnd().Replace(chart.Attribute("aria-labelledby")!.Value, "");

    private static bool HasClass(XElement element, string name) => ((string?)element.Attribute("class") ?? "").Split(' ').Contains(name);

    [GeneratedRegex("-title .*$")]
    private static partial Regex LabelEnd();
}
