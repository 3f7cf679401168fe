using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using ScEdge.Cli.Output;
using Spectre.Console;

namespace ScEdge.Cli.Tests;

/// <summary>
/// On a narrow terminal no number is broken, no column is left out, and what is to be copied stays in one line.
/// </summary>
[Trait("Kind", "Unit")]
public sealed partial class NarrowTerminalTests
{
    private static readonly TextTable Sample = Filled();

    [Theory]
    [InlineData("cost")]
    [InlineData("cost --library all")]
    [LongData("cost --compare --library all")]
    [LongData("cost --library all --solve area=1.55mm2 power=167uW")]
    [InlineData("presets jo2009")]
    [InlineData("models")]
    [InlineData("datasets")]
    [InlineData("datasets mnist")]
    [InlineData("device calibrate --tolerance 1/32")]
    [InlineData("device info --port emulator:")]
    public void Command_FortyAndSixtyTwoColumns_ShowEveryNumberWhole(string command)
    {
        using TemporaryFolder folder = new();
        List<string> wide = Numbers(ShellScript.Run(folder.Path, $"COLUMNS=500 scedge {command}").AssertExit(0).Output);
        foreach (int width in new[] { 40, 62 })
        {
            string text = ShellScript.Run(folder.Path, $"COLUMNS={width} scedge {command}").AssertExit(0).Output;
            List<string> narrow = Numbers(text);
            Assert.DoesNotContain(wide, number => !narrow.Remove(number));
            Assert.All(text.Split('\n'), line => Assert.True(line.Length <= width || IsWhole(line), line));
        }
    }

    [Theory]
    [InlineData(30)]
    [InlineData(40)]
    [InlineData(62)]
    [InlineData(80)]
    [InlineData(120)]
    public void TextTable_AnyWidth_HoldsEveryCell(int width)
    {
        string text = Written(Sample, width);

        foreach (string part in new[] { "1,974,592", "0.478 mm2", "3.31E+07", "decoder-6-to-64", "~100 nW", "9" })
        {
            Assert.Contains(text.Split('\n'), line => Regex.IsMatch(line, $@"(^| ){Regex.Escape(part)}( |$)"));
        }

        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= width, line));
    }

    [Fact]
    public void TextTable_Portions_RepeatTheFirstColumn()
    {
        string text = Written(Sample, 30);

        Assert.True(Regex.Count(text, "(?m)^SRAM cells") > 1, text);
    }

    [Theory]
    [InlineData("at most 12.5 pJ (34 %)", 8, "at most|12.5 pJ|(34 %)")]
    [InlineData("/a/path/that/is/long is kept", 10, "/a/path/that/is/long|is kept")]
    [InlineData("", 10, "")]
    public void TextFlow_Lines_BreakAtSpacesOnly(string text, int width, string lines) =>
        Assert.Equal(lines.Split('|'), TextFlow.Lines(text, width));

    private static TextTable Filled()
    {
        TextTable table = new(2, "part", "priced as", "instances", "area", "endurance in cycles", "leakage", "9");
        table.Add("SRAM cells", "sram-bit", "1,974,592", "0.478 mm2", "3.31E+07", "~62 uW", "9");
        table.Add("decoders", "decoder-6-to-64", "4", "~595 um2", "", "~100 nW", "");
        return table;
    }

    private static string Written(TextTable table, int width)
    {
        StringWriter writer = new();
        IAnsiConsole console = AnsiConsole.Create(
            new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = width;
        console.Write(table);
        return writer.ToString().ReplaceLineEndings("\n");
    }

    // One word, or a command to copy.
    private static bool IsWhole(string line) => !line.Trim().Contains(' ') || line.Contains("scedge ", StringComparison.Ordinal);

    private static List<string> Numbers(string text) => [.. Number().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"(?<![\w.])[~+-]?\d[\d,]*(\.\d+)?(E[+-]\d+)?(?![\w.]*\w)")]
    private static partial Regex Number();
}
