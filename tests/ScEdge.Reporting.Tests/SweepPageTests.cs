using System.IO;
using System.Linq;
using System.Xml.Linq;
using ScEdge.Reporting.Model;

namespace ScEdge.Reporting.Tests;

[Trait("Kind", "Unit")]
public sealed class SweepPageTests
{
    internal static readonly SweepReport Report = new()
    {
        Summary = "4 points, 8 trainings.",
        Images = "validation",
        Points =
        [
            Mark("length=8, cells=x", 0.9, 2e-6, isOnFront: true), Mark("length=8, cells=<y>", 0.8, 3e-6, isOnFront: false),
            Mark("length=16, cells=x", 0.95, 4e-6, isOnFront: true), Mark("length=16, cells=<y>", 0.4, null, isOnFront: false),
        ],
        Effects = [new SettingEffect("length", [("8", 0.85), ("16", 0.675)]), new SettingEffect("cells", [("x", 0.925), ("<y>", 0.6)])],
        Interactions = [new SettingInteraction("length", "cells", ["8", "16"], [("x", [0.9, 0.95]), ("<y>", [0.8, 0.4])], 0.1125)],
    };

    [Fact]
    public void Write_Report_IsWellFormedWithASectionForEverything()
    {
        XElement page = Parsed(Report);

        Assert.Equal(
            ["front", "effects", "interactions", "points"],
            page.Descendants("section").Select(static section => (string)section.Attribute("id")!));
        Assert.Single(page.Descendants("script"));
        Assert.Equal(4, page.Descendants("svg").Count(static drawing => (string?)drawing.Attribute("role") == "img"));
    }

    [Fact]
    public void Write_Report_SaysWhenAndByWhatItWasMade()
    {
        XElement page = Parsed(Report with { Created = "2026-03-01T12:00:00Z", Program = "scedge 0.1.0 (0123456789ab)" });

        XElement line = page.Descendants("p").Single(static paragraph => (string?)paragraph.Attribute("class") == "overline");
        Assert.Equal("ScEdge sweep · 2026-03-01T12:00:00Z · scedge 0.1.0 (0123456789ab)", line.Value);
    }

    [Fact]
    public void Write_Points_LeadToTheirRuns()
    {
        XElement page = Parsed(Report);

        // The chart has the three points with an energy, the table all runs of all.
        Assert.Equal(3, page.Descendants("svg").First().Descendants("a").Count());
        Assert.Equal(
            Report.Points.SelectMany(static point => point.Runs).Select(static run => run.Page),
            page.Descendants("table").Descendants("a").Select(static link => (string)link.Attribute("href")!));
    }

    [Fact]
    public void Write_OnePoint_HasATableAlone()
    {
        XElement page = Parsed(Report with { Points = [Report.Points[0]], Effects = [], Interactions = [] });

        Assert.Equal("points", (string)Assert.Single(page.Descendants("section")).Attribute("id")!);
    }

    private static SweepMark Mark(string name, double accuracy, double? energy, bool isOnFront) =>
        new(name, accuracy, accuracy, 0.01, energy, isOnFront, [Run(name, 1), Run(name, 2)]);

    private static (string Name, string Page) Run(string point, int seed) => ($"{seed}", $"points/{point.Length}/seed-{seed}/report.html");

    private static XElement Parsed(SweepReport report)
    {
        using StringWriter writer = new();
        SweepPage.Write(report, writer);
        return SampleReports.Parse(writer.ToString());
    }
}
