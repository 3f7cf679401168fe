using System.Linq;
using System.Xml.Linq;
using ScEdge.Reporting.Fragments;

namespace ScEdge.Reporting.Tests;

[Trait("Kind", "Unit")]
public sealed class LineFigureTests
{
    [Fact]
    public void ToMarkup_LinesAndABand_AreWellFormedAndNamed()
    {
        LineFigure figure = new("id", "A <title>", "What is \"drawn\".")
        {
            X = new FigureAxis("cycles", 1, 1000, IsLogarithmic: true),
            Y = new FigureAxis("value", 0, 1),
            Lines =
            [
                new FigureLine("band & edges", 0, []) { Lower = [(1, 0.1), (1000, 0.2)], Upper = [(1, 0.4), (1000, 0.3)] },
                new FigureLine("estimate", 1, [(1, 0), (10, double.NaN), (1000, 0.25)]) { IsStrong = true },
            ],
        };

        XElement markup = XElement.Parse($"<div>{figure.ToMarkup()}</div>");

        Assert.Equal(["band & edges", "estimate"], markup.Descendants("li").Select(static one => one.Value));
        Assert.Equal("A <title>", markup.Descendants("title").First().Value);
        Assert.Single(markup.Descendants("path"), static path => path.Attribute("class")!.Value.Contains("band"));
        string line = markup.Descendants("path").Single(static path => path.Attribute("class")!.Value.Contains("strong")).Attribute("d")!.Value;
        Assert.DoesNotContain("NaN", line);
        Assert.Equal(2, line.Split('M', 'L').Length - 1);
    }

    [Fact]
    public void ToMarkup_MoreLinesThanColours_DashesThoseWhoseColourReturns()
    {
        LineFigure figure = new("id", "Title", "Drawn.")
        {
            X = new FigureAxis("x", 0, 1),
            Y = new FigureAxis("y", 0, 1),
            Lines = [new FigureLine("first", 0, [(0, 0), (1, 1)]), new FigureLine("seventh", 6, [(0, 1), (1, 0)])],
        };

        string[] lines = [.. XElement.Parse($"<div>{figure.ToMarkup()}</div>").Descendants("path")
            .Select(static path => path.Attribute("class")?.Value ?? "").Where(static name => name.Contains("s-k1")).Distinct()];

        Assert.Equal(["s-k1 line", "s-k1 line dashed"], lines.Select(static name => name.Trim()).Order());
    }
}
