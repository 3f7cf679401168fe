using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Xml.Linq;
using ScEdge.Reporting.Model;
using ScEdge.Reporting.Styles;
using ScEdge.Statistics;

namespace ScEdge.Reporting.Tests;

[Trait("Kind", "Unit")]
public sealed class HtmlReportTests
{
    public static TheoryData<string> Names => ["full", "no baseline", "one seed", "62 classes", "title only", "empty lists"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Write_AnyReport_IsWellFormed(string name)
    {
        XElement page = SampleReports.Parse(SampleReports.Write(Report(name)));

        Assert.Equal("html", page.Name.LocalName);
        Assert.Single(page.Descendants("h1"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Write_AnyReport_HasUniqueIdsThatAllReferencesMeet(string name)
    {
        XElement page = SampleReports.Parse(SampleReports.Write(Report(name)));
        List<string> ids = [.. page.Descendants().Attributes("id").Select(id => id.Value)];

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(page.Descendants().Attributes("aria-labelledby").SelectMany(value => value.Value.Split(' ')), id => Assert.Contains(id, ids));
        Assert.All(
            page.Descendants("a").Where(static link => link.Attribute("download") is null).Attributes("href"),
            link => Assert.Contains(link.Value.TrimStart('#'), ids));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Write_AnyReport_DescribesEveryDrawing(string name)
    {
        XElement page = SampleReports.Parse(SampleReports.Write(Report(name)));

        Assert.All(
            page.Descendants("svg").Where(drawing => drawing.Attribute("aria-hidden") is null),
            drawing => Assert.True(drawing.Element("title")!.Value.Length > 0 && drawing.Element("desc")!.Value.Length > 0));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Write_AnyReport_PlacesEverythingAtFinitePositions(string name)
    {
        XElement page = SampleReports.Parse(SampleReports.Write(Report(name)));
        IEnumerable<string> geometry = page.Descendants("svg").Descendants().Attributes()
            .Where(attribute => attribute.Name.LocalName
                is "x" or "y" or "x1" or "x2" or "y1" or "y2" or "width" or "height" or "d" or "fill-opacity")
            .Select(attribute => attribute.Value);

        Assert.All(geometry, value => Assert.Matches("^[-0-9. MLZa]+$", value));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Write_AnyReport_RefersToNothingOutside(string name)
    {
        string page = SampleReports.Write(Report(name)).Replace(FigureScript.Text, "", StringComparison.Ordinal);

        Assert.DoesNotContain("http:", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("https:", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(new Regex("<link|<img|<iframe|\\ssrc=|@import|@font-face|url\\(", RegexOptions.IgnoreCase), page);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Write_AnyReport_HasOneScriptThatEveryReportHas(string name)
    {
        XElement page = SampleReports.Parse(SampleReports.Write(Report(name)));

        Assert.Equal(FigureScript.Text, Assert.Single(page.Descendants("script")).Value);
        Assert.DoesNotContain(page.Descendants().Attributes(), static one => one.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_SameReportUnderAnotherCulture_GivesTheSameText()
    {
        string expected = SampleReports.Write(SampleReports.Full());
        CultureInfo before = Thread.CurrentThread.CurrentCulture;
        var commas = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        commas.NumberFormat.NumberDecimalSeparator = ",";
        commas.NumberFormat.NumberGroupSeparator = ".";
        commas.NumberFormat.NegativeSign = "~";
        try
        {
            Thread.CurrentThread.CurrentCulture = commas;
            Assert.Equal(expected, SampleReports.Write(SampleReports.Full()));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Fact]
    public void Write_AnyWriter_EndsLinesWithLineFeeds()
    {
        Assert.DoesNotContain('\r', SampleReports.Write(SampleReports.Full()));
    }

    [Fact]
    public void Write_HostileTexts_AreShownAndNotObeyed()
    {
        const string hostile = "</style><script>alert('x')</script> & \"q\" \u0001";
        RunReport full = SampleReports.Full();
        RunReport report = full with
        {
            Title = hostile, Summary = hostile, Dataset = hostile, Model = hostile, Optimizer = hostile, Encoding = hostile,
            StreamLengths = hostile, RegisterBits = hostile, CbramPreset = hostile, Nonidealities = hostile, Created = hostile,
            CommandLine = hostile, LossTitle = hostile, Settings = [new(hostile, hostile)],
            Confusion = new ConfusionPanel([hostile, hostile], new ConfusionMatrix(2, [5, 1, 2, 7])) { Caption = hostile },
            Weights = [new WeightHistogram(hostile, -1, 1, [1, 2]) { Shape = hostile }],
            UpdateErrors = new UpdateErrorPanel([full.UpdateErrors!.Series[0] with { Phase = hostile }], hostile),
            Switching = full.Switching! with { Preset = hostile, Source = hostile },
        };

        string text = SampleReports.Write(report);

        Assert.Equal(FigureScript.Text, Assert.Single(SampleReports.Parse(text).Descendants("script")).Value);
        Assert.Single(Regex.Matches(text, "</style>"));
        Assert.Contains("alert('x')", SampleReports.Parse(text).Descendants("h1").Single().Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "Each stochastic update was compared")]
    [InlineData(200, "In one step of 200 each stochastic update was compared")]
    public void Write_UpdateErrors_SaysHowManyUpdatesWereCompared(int interval, string sentence)
    {
        RunReport full = SampleReports.Full();

        string text = SampleReports.Write(full with { UpdateErrors = full.UpdateErrors! with { StepInterval = interval } });

        Assert.Contains($">{sentence}", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_FullReport_PutsTheResultFirst()
    {
        XElement page = SampleReports.Parse(SampleReports.Write(SampleReports.Full()));

        Assert.Equal("header", page.Descendants("main").Single().Elements().First().Name.LocalName);
        Assert.Equal(
            ["training", "confusions", "weights", "update-errors", "cells", "settings"],
            page.Descendants("section").Select(section => section.Attribute("id")!.Value));
        Assert.Equal(5, page.Descendants("p").Count(paragraph => paragraph.Attribute("class")?.Value == "value"));
    }

    [Fact]
    public void Write_MissingPanel_LeavesOutItsSectionOnly()
    {
        RunReport full = SampleReports.Full();

        Assert.DoesNotContain("confusions", Sections(full with { Confusion = null }));
        Assert.DoesNotContain("weights", Sections(full with { Weights = [] }));
        Assert.DoesNotContain("update-errors", Sections(full with { UpdateErrors = null }));
        Assert.DoesNotContain("cells", Sections(full with { Switching = null, Totals = null }));
        Assert.Contains("cells", Sections(full with { Switching = null }));
        Assert.Contains("cells", Sections(full with { Totals = null }));
        Assert.Equal(5, Sections(full with { Confusion = null }).Count);
    }

    [Fact]
    public void Write_WithoutBaseline_GivesNoDropAndSaysWhy()
    {
        string page = SampleReports.Write(SampleReports.Full(baseline: false));

        Assert.DoesNotContain("Accuracy drop", page, StringComparison.Ordinal);
        Assert.Contains("No baseline", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_SeedsThatFailed_CountsThemAndLeavesThemOutOfTheMean()
    {
        RunReport full = SampleReports.Full(seeds: 2);
        RunReport report = full with
        {
            LearningThreshold = 0.55, StochasticRuns = [new TrainingRun(1, [], 0.1135), new TrainingRun(2, [], 0.98)],
        };

        XElement page = SampleReports.Parse(SampleReports.Write(report));
        XElement figure = page.Descendants("div").First(div => div.Attribute("class")?.Value == "figure s-sc");

        Assert.Contains("98.00", figure.Value, StringComparison.Ordinal);
        Assert.Contains("failed to learn: 1 of 2 seeds", figure.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_DivergedTraining_StillDrawsWhatIsFinite()
    {
        RunReport full = SampleReports.Full();
        List<CurvePoint> curve = [new(1, 0.5, 2.3), new(2, 1, double.NaN, 0.1), new(3, 1.5, double.PositiveInfinity)];

        XElement page = SampleReports.Parse(SampleReports.Write(full with { StochasticRuns = [new TrainingRun(1, curve, 0.1)] }));

        Assert.Contains(
            page.Descendants("svg"),
            drawing => drawing.Attribute("aria-labelledby")?.Value.StartsWith("loss", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Write_Null_Throws()
    {
        Assert.Throws<ArgumentNullException>(() => HtmlReport.Write(null!, System.IO.TextWriter.Null));
        Assert.Throws<ArgumentNullException>(() => HtmlReport.Write(SampleReports.Full(), null!));
    }

    private static List<string> Sections(RunReport report) =>
        [.. SampleReports.Parse(SampleReports.Write(report)).Descendants("section").Select(section => section.Attribute("id")!.Value)];

    private static RunReport Report(string name) => name switch
    {
        "full" => SampleReports.Full(),
        "no baseline" => SampleReports.Full(baseline: false),
        "one seed" => SampleReports.Full(seeds: 1),
        "62 classes" => SampleReports.Full(seeds: 30, classes: 62),
        "title only" => new RunReport { Title = "Nothing" },
        _ => SampleReports.Full() with
        {
            Fp32Runs = [],
            FixedRuns = [],
            Comparisons = [],
            StochasticRuns = [new TrainingRun(ulong.MaxValue, [], 1)],
            Weights = [new WeightHistogram("w", 0, 1, [])],
            Confusion = new ConfusionPanel(["a", "b"], new ConfusionMatrix(2)),
            UpdateErrors = new UpdateErrorPanel([new UpdateErrorSeries { Phase = "p", Bias = 0, BiasBound = 0 }]),
            Switching = new SwitchingPanel { Preset = "p", Curves = [] },
            Totals = new RunTotals(),
            Settings = [],
        },
    };
}
