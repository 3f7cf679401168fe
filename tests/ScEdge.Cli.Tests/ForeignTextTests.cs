using System;
using System.IO;
using System.Linq;
using ScEdge.Cli.Output;
using Spectre.Console;

namespace ScEdge.Cli.Tests;

[Trait("Kind", "Unit")]
public sealed class ForeignTextTests
{
    // The clipboard, the title, the screen, a single-byte CSI, a bell, and writing from right to left.
    private const string Hostile = "a\u001b]52;c;ZXZpbA==\u0007b\u001b]0;title\u001b\\c\u001b[2Jd\u009b31me\u202Ef\u2066g\u007Fh";

    [Fact]
    public void Clean_SequencesForTheTerminal_LeavesTheirLettersOnly()
    {
        string clean = ForeignText.Clean(Hostile + "\n\ttwo");

        Assert.DoesNotContain(clean, static character => char.IsControl(character) && character is not ('\n' or '\t'));
        Assert.All("abcdefgh", letter => Assert.Contains(letter, clean));
        Assert.EndsWith("\n\ttwo", clean, StringComparison.Ordinal);
        Assert.Same("plain \u00B5\u4E09", ForeignText.Clean("plain \u00B5\u4E09"));
    }

    [Fact]
    public void CleanOn_ConsoleWithColours_KeepsItsOwnSequencesAndNoOthers()
    {
        StringWriter text = new();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(text), Ansi = AnsiSupport.Yes, ColorSystem = ColorSystemSupport.TrueColor,
        });
        ForeignText.CleanOn(console);
        Table table = new Table().AddColumn("name");
        table.AddRow(new Text(Hostile));

        console.Write(table);
        console.MarkupLineInterpolated($"[red]{Hostile}[/]");
        console.WriteLine(Hostile);

        string written = text.ToString();
        Assert.Contains("\u001b[", written, StringComparison.Ordinal);
        foreach (string foreign in new[] { "\u001b]", "\u001b[2J", "\u0007", "\u009b", "\u202E", "\u2066" })
        {
            Assert.DoesNotContain(foreign, written, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Program_NameInAFileThatIsRefused_DoesNotReachTheTerminal()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.At("evil\u001b]52;c;ZXZpbA==\u0007.json"), "{}");

        CliResult result = CliProcess.Run(folder.Path, "train", "--model", "evil\u001b]52;c;ZXZpbA==\u0007.json").AssertExit(3);

        Assert.All(result.ErrorLines, static line => Assert.DoesNotContain(line, char.IsControl));
    }
}
