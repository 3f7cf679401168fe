using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using ScEdge.Cbram;
using ScEdge.Cli.Commands;
using ScEdge.Cli.Output;

namespace ScEdge.Cli.Tests;

[Trait("Kind", "Unit")]
public sealed class HelpTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("help", "--help")]
    [InlineData("help train", "train --help")]
    [InlineData("help presets fit", "presets fit --help")]
    [InlineData("device", "device --help")]
    [InlineData("params", "params --help")]
    [InlineData("-v", "--version")]
    public void CommandLine_AnotherSpellingOfHelp_IsTheSame(string line, string usual) =>
        Assert.Equal(Run(usual).AssertExit(0).Output, Run(line).AssertExit(0).Output);

    [Fact]
    public void Help_OfTheRoot_IsThatOfTheLibrary()
    {
        ParseResult parse = MainCommand.Create(["--help"]).Parse("--help");
        ExampleHelpAction help = Assert.IsType<ExampleHelpAction>(parse.Action);
        string usual = help.OfLibrary(parse).ReplaceLineEndings("\n");

        Assert.Equal(
            usual.Split('\n').Select(static line => line.TrimEnd()),
            help.Whole(parse)[..usual.Length].Split('\n').Select(static line => line.TrimEnd()));
    }

    [Fact]
    public void Help_EveryCommand_EndsWithExamples()
    {
        RootCommand root = MainCommand.Create(["[suggest]"]);

        Assert.All(Below(root), command => Assert.NotEmpty(Assert.IsType<ExampleCommand>(command).Examples));
        Assert.All(
            Below(root).Cast<ExampleCommand>().SelectMany(command => command.Examples),
            example => Assert.Empty(MainCommand.Create(Words(example)).Parse(Words(example)).Errors));
    }

    [Fact]
    public void Help_PresetsFit_ShowsHowItIsWritten() =>
        Assert.Contains("  scedge presets fit <CSV> [options]", Run("presets fit --help").OutputLines);

    [Theory]
    [InlineData("eval", "scedge: scedge eval needs --parameters FILE|RUNDIR: ")]
    [InlineData("presets fit", "scedge: scedge presets fit needs CSV: ")]
    [InlineData("flash --port COM5", "scedge: scedge flash needs --target BOARD: ")]
    public void CommandLine_WithoutWhatIsNeeded_SaysWhatThatIs(string line, string sentence) =>
        Assert.StartsWith(sentence, Run(line).AssertExit(2).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("help nonsense", "scedge: scedge has no command nonsense.")]
    [InlineData("help trian", "scedge: scedge has no command trian: did you mean train?")]
    [InlineData("trian --help", "scedge: scedge has no command trian: did you mean train?")]
    [InlineData("help device nonsense", "scedge: scedge device has no command nonsense.")]
    [InlineData("help train nonsense", "scedge: scedge train has no argument nonsense.")]
    public void Help_OfNothingThatThereIs_SaysSo(string line, string sentence)
    {
        CliResult result = Run(line).AssertExit(2);
        Assert.Equal(sentence, result.ErrorLines[0]);
        Assert.Empty(result.Output);
    }

    [Fact]
    public void Help_BesideAWrongOption_IsGiven() =>
        Assert.Contains("Usage:", Run("train --bogus 3 --help").AssertExit(0).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    public void Help_AnyWidth_BreaksNoOptionAndNoWord(int width)
    {
        RootCommand root = MainCommand.Create(["[suggest]"]);
        foreach (Command command in Below(root).Where(one => one.Subcommands.Count == 0))
        {
            string wide = Help([.. Path(command)]);
            string[] narrow = [.. HelpText.Lines(wide, width).Where(static line => line.Length > 0)];

            // A word that is too long for a line stands out of it; no line else.
            Assert.All(narrow, line => Assert.True(line.Length <= width || line.Trim().IndexOf(' ') < 0 || line.Contains("scedge "), line));
            string[] words = [.. narrow.SelectMany(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
            Assert.All(command.Options.Where(static one => !one.Hidden), option => Assert.Contains(option.Name, words));
            string[] parts = [.. wide.Split([' ', '\n', '|'], StringSplitOptions.RemoveEmptyEntries)];
            Assert.Equal(parts, string.Join('\n', narrow).Split([' ', '\n', '|'], StringSplitOptions.RemoveEmptyEntries));
        }
    }

    [Fact]
    public void Help_ColumnsThatAreTold_AreItsWidth() => Assert.Equal(
        string.Join('\n', HelpText.Lines(Help("train"), 40)),
        ShellScript.Run(_folder.Path, "COLUMNS=40 scedge train --help").AssertExit(0).Output.TrimEnd('\n'));

    [Fact]
    public void Nonidealities_All_AreListedWhereTheyAreNamed()
    {
        string train = Run("train --help").Output;
        string presets = Run("presets").Output;
        foreach (NonidealityDefinition one in Nonidealities.Definitions)
        {
            Assert.Contains(one.Name, train, StringComparison.Ordinal);
            Assert.Contains($"  {one.Name} ", presets, StringComparison.Ordinal);
        }
    }

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<Command> Below(Command command) => command.Subcommands.SelectMany(sub => Below(sub).Prepend(sub));

    private static IEnumerable<string> Path(Command command) =>
        command.Parents.OfType<ExampleCommand>().SelectMany(Path).Append(command.Name);

    // What the shell takes away.
    private static string[] Words(Example example) => example.Line.Split('|', '>')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Returns the help of a command as wide as it is.</summary>
    private static string Help(params string[] command)
    {
        string[] arguments = [.. command, "--help"];
        StringWriter output = new() { NewLine = "\n" };
        Assert.Equal(0, MainCommand.Create(arguments).Parse(arguments).Invoke(new InvocationConfiguration { Output = output }));
        return output.ToString();
    }

    private CliResult Run(string line) => CliProcess.Run(_folder.Path, line.Split(' '));
}
