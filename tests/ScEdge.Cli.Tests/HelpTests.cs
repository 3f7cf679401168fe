using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using ScEdge.Cbram;
using ScEdge.Cli.Commands;

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

    // What the shell takes away.
    private static string[] Words(Example example) => example.Line.Split('|', '>')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private CliResult Run(string line) => CliProcess.Run(_folder.Path, line.Split(' '));
}
