using System;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using ScEdge.Reporting.Charts;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;
using ScEdge.Statistics;

namespace ScEdge.Reporting.Tests.Charts;

[Trait("Kind", "Unit")]
public sealed class ChartTests
{
    private static readonly ChartText Text = new("c", "Title", "Description.");

    [Fact]
    [Trait("Kind", "Golden")]
    public void LineChart_TwoPoints_DrawsExactlyThis()
    {
        var series = new LineSeries("FP32", SeriesStyle.Fp32, [new(0, 0), new(1, 1)]);
        string drawing = Draw(new LineChart(Text, LinearAxis.Covering("Epoch", 0, 1, 1), LinearAxis.Covering("Loss", 0, 1, 1), [series]).Write);

        const string expected = """

            <svg class="plot" viewBox="0 0 460 300" role="img" aria-labelledby="c-title c-description">
            <title id="c-title">Title</title>
            <desc id="c-description">Description.</desc>
            <line class="grid" x1="30" y1="252" x2="444" y2="252"/>
            <text class="tick" x="22" y="256" text-anchor="end">0</text>
            <line class="grid" x1="30" y1="34" x2="444" y2="34"/>
            <text class="tick" x="22" y="38" text-anchor="end">1</text>
            <line class="axis" x1="30" y1="252" x2="30" y2="257"/>
            <text class="tick" x="30" y="271" text-anchor="middle">0</text>
            <line class="axis" x1="444" y1="252" x2="444" y2="257"/>
            <text class="tick" x="444" y="271" text-anchor="middle">1</text>
            <line class="axis" x1="30" y1="252" x2="444" y2="252"/>
            <text class="axis-title" x="0" y="13" text-anchor="start">Loss</text>
            <text class="axis-title" x="237" y="293" text-anchor="middle">Epoch</text>
            <path class="s-fp32 line dashed" d="M30 252L444 34">
            <title>FP32</title></path>
            <rect class="strip" x="30" y="34" width="207" height="218">
            <title>Epoch 0
            FP32: 0</title></rect>
            <rect class="strip" x="237" y="34" width="207" height="218">
            <title>Epoch 1.00
            FP32: 1</title></rect></svg>
            """;
        Assert.Equal(expected.ReplaceLineEndings("\n"), drawing);
    }

    // On an axis from 1 to 100 a bar from 1 to 10 takes the left half, and the nominal 10 stands in the middle.
    [Fact]
    public void TornadoChart_Bars_RunFromTheSmallestToTheLargestFigure()
    {
        Tornado tornado =
            new("library", "Energy", "pJ", 10, [new("wide", "", "", 1, 100), new("left", "", "", 1, 10), new("tiny", "", "", 10, 10.0001)]);

        XElement drawing = Parse(new TornadoChart(Text, SeriesStyle.Kind(0), tornado).Write);

        (double X, double Width)[] bars = [.. drawing.Descendants("rect").Select(bar => (Number(bar, "x"), Number(bar, "width")))];
        Assert.Equal(3, bars.Length);
        Assert.Equal(bars[0].X, bars[1].X);
        Assert.Equal(bars[0].Width / 2, bars[1].Width, 0.1);
        Assert.InRange(bars[2].Width, 0, 0.1);
        XElement nominal = drawing.Descendants("line").First(line => line.Attribute("x1")!.Value == line.Attribute("x2")!.Value);
        Assert.Equal(bars[0].X + (bars[0].Width / 2), Number(nominal, "x1"), 0.1);
    }

    [Fact]
    public void LineChart_OnePoint_IsMarked()
    {
        var series = new LineSeries("FP32", SeriesStyle.Fp32, [new(1, 1)]);

        XElement drawing = Parse(new LineChart(Text, LinearAxis.Covering("", 0, 1), LinearAxis.Covering("", 0, 1), [series]).Write);

        Assert.Single(drawing.Descendants("path"), path => path.Attribute("class")!.Value.EndsWith("mark", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(-5, -4, false)]
    [InlineData(-5, 0.5, true)]
    [InlineData(0.5, 9, true)]
    public void LineChart_Range_IsShadedWhereItMeetsTheAxis(double low, double high, bool shaded)
    {
        XElement drawing =
            Parse(new LineChart(Text, LinearAxis.Covering("", 0, 1), LinearAxis.Covering("", 0, 1), []) { Range = (low, high, "used") }.Write);

        Assert.Equal(shaded, drawing.Elements("rect").Any(static one => one.Attribute("class")!.Value == "range"));
        Assert.All(
            drawing.Elements("rect"),
            rectangle => Assert.InRange((double)rectangle.Attribute("x")! + (double)rectangle.Attribute("width")!, 0, 460));
    }

    [Fact]
    public void ScatterChart_PointsWithoutLogarithm_AreLeftOut()
    {
        var series = new ScatterSeries(
            "s", SeriesStyle.Kind(0), [new(1e-4, 1.1e-4), new(0, 1), new(1, 0), new(double.NaN, 1), new(1, double.PositiveInfinity)]);

        XElement drawing = Parse(new ScatterChart(Text, "x", "y", [series]).Write);

        Assert.Single(drawing.Elements("path"));
        Assert.Single(drawing.Elements("line"), line => line.Attribute("class")!.Value == "diagonal");
    }

    [Fact]
    public void HistogramChart_Counts_FillAndOutlineTheSameBins()
    {
        XElement drawing = Parse(new HistogramChart(Text, new WeightHistogram("w", -1, 0.5, [1, 2, 3, 4], [4, 3, 2, 1])).Write);

        Assert.Equal(["s-sc fill", "s-fp32 line thin"], drawing.Elements("path").Select(path => path.Attribute("class")!.Value));
    }

    [Fact]
    public void ConfusionHeatMap_CountsBesideTheDiagonal_HaveTheirOwnColour()
    {
        var map = new ConfusionHeatMap(Text, new ConfusionPanel(["a", "b"], new ConfusionMatrix(2, [900, 3, 0, 800])));

        XElement drawing = Parse(map.Write);

        Assert.Equal(3, map.LargestError);
        Assert.Equal(["ground", "right", "wrong", "right"], drawing.Elements("rect").Select(cell => cell.Attribute("class")!.Value));
        Assert.Contains("a read as b: 3 of 903 (0.33 %)", drawing.Descendants("title").Select(title => title.Value));
        Assert.Equal(
            ["900", "3", "800"],
            drawing.Elements("text")
                .Where(text => text.Attribute("class")!.Value.StartsWith("count", StringComparison.Ordinal))
                .Select(text => text.Value));
    }

    [Theory]
    [InlineData(10, false)]
    [InlineData(62, true)]
    public void ConfusionHeatMap_ManyClasses_DropsNumbersButNamesEveryClass(int classes, bool dense)
    {
        var map = new ConfusionHeatMap(Text, SampleReports.Confusion(classes));

        XElement drawing = Parse(map.Write);

        Assert.Equal(dense, map.Dense);
        Assert.Equal(2 * classes, drawing.Elements("text").Count(text => text.Attribute("class")!.Value == "class-name"));
        Assert.Equal(dense, !drawing.Elements("text").Any(text => text.Attribute("class")!.Value.StartsWith("count", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(0.5, 1, "s-good")]
    [InlineData(-1.5, 1, "s-bad")]
    [InlineData(1e9, 1, "s-bad")]
    [InlineData(0, 0, "s-good")]
    [InlineData(1, 0, "s-bad")]
    public void BiasGauge_AnyBias_StaysInsideAndWarnsOutsideTheBound(double bias, double bound, string colour)
    {
        XElement drawing = Parse(markup => BiasGauge.Write(markup, Text, bias, bound));

        string mark = drawing.Elements("path").Single().Attribute("class")!.Value;
        Assert.StartsWith(colour, mark, StringComparison.Ordinal);
    }

    [Fact]
    public void SeriesStyle_FirstKinds_DifferInColourAndShape()
    {
        SeriesStyle[] kinds = [.. Enumerable.Range(0, 5).Select(SeriesStyle.Kind)];

        Assert.Equal(5, kinds.Select(kind => kind.ColourClass).Distinct().Count());
        Assert.Equal(5, kinds.Select(kind => kind.Marker).Distinct().Count());
        Assert.DoesNotContain(Marker.None, kinds.Select(kind => kind.Marker));
    }

    private static string Draw(Action<MarkupWriter> write)
    {
        using var text = new StringWriter();
        var markup = new MarkupWriter(text);
        write(markup);
        Assert.Equal(0, markup.Depth);
        return text.ToString();
    }

    private static XElement Parse(Action<MarkupWriter> write) => XElement.Parse(Draw(write));

    private static double Number(XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)!.Value, System.Globalization.CultureInfo.InvariantCulture);
}
