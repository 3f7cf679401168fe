using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using ScEdge.Reporting.Styles;

namespace ScEdge.Reporting.Tests.Styles;

[Trait("Kind", "Unit")]
public sealed class StyleSheetTests
{
    private static readonly Dictionary<string, string> Light = Colours(Block(0));
    private static readonly Dictionary<string, string> Dark = Colours(Block(1));

    [Fact]
    public void Text_EveryVariable_IsDefined()
    {
        HashSet<string> defined = [.. Regex.Matches(StyleSheet.Text, "(--[a-z0-9]+):").Select(match => match.Groups[1].Value)];

        Assert.All(
            Regex.Matches(StyleSheet.Text, @"var\((--[a-z0-9]+)\)").Select(match => match.Groups[1].Value),
            used => Assert.Contains(used, defined));
    }

    [Fact]
    public void Text_DarkPage_RedefinesEveryColour() => Assert.Equal(Light.Keys.Order(), Dark.Keys.Order());

    [Fact]
    public void Text_InsideMarkup_NeedsNoEscaping() => Assert.DoesNotMatch("[<&]", StyleSheet.Text);

    // WCAG 2.1, success criteria 1.4.3 and 1.4.11: 4.5 for text, 3 for graphics that carry meaning.
    [Theory]
    [InlineData("ink", 4.5)]
    [InlineData("soft", 4.5)]
    [InlineData("fp32", 4.5)]
    [InlineData("sc", 4.5)]
    [InlineData("bad", 4.5)]
    [InlineData("good", 3)]
    [InlineData("k1", 3)]
    [InlineData("k2", 3)]
    [InlineData("k3", 3)]
    [InlineData("k4", 3)]
    [InlineData("k5", 3)]
    [InlineData("k6", 3)]
    public void Text_Colours_StandOutFromThePaper(string name, double least)
    {
        Assert.True(Contrast(Light[name], Light["paper"]) >= least, "light");
        Assert.True(Contrast(Dark[name], Dark["paper"]) >= least, "dark");
    }

    private static string Block(int index) => Regex.Matches(StyleSheet.Text, @":root \{([^}]*)\}")[index].Groups[1].Value;

    private static Dictionary<string, string> Colours(string block) =>
        Regex.Matches(block, "--([a-z0-9]+): (#[0-9a-f]{6});").ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

    private static double Contrast(string one, string other)
    {
        double a = Luminance(one);
        double b = Luminance(other);
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour) => 0.2126 * Linear(colour, 1) + 0.7152 * Linear(colour, 3) + 0.0722 * Linear(colour, 5);

    private static double Linear(string colour, int start)
    {
        double channel = int.Parse(colour.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return channel <= 0.03928 ? channel / 12.92 : Math.Pow((channel + 0.055) / 1.055, 2.4);
    }
}
