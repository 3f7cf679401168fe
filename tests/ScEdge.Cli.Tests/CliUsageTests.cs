using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using ScEdge.Cli.Commands;
using ScEdge.Cli.Output;
using ScEdge.Cli.Parsing;

namespace ScEdge.Cli.Tests;

[Trait("Kind", "Unit")]
public sealed class CliUsageTests : IDisposable
{
    private const string OptionsWithDefault =
        "--dataset --model --optimizer --encoding --stream-length --register-bits --gradient-bits --learning-rate"
        + " --learning-rate-mode --momentum --weight-decay --batch --epochs --limit --cbram --cells --lanes --write"
        + " --device-seed --nonideality --seed --threads --out --baseline --validation";

    private const string OtherParts = "--seeds --no-baseline --resume --json Examples:";

    private const string MainParts =
        "train eval datasets models presets cost reproduce sweep runs compare bench emulate ports device params classify monitor flash config"
        + " completions Examples: Exit";

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string> Mistakes => new()
    {
        { "tran", "scedge has no command tran: did you mean train?" },
        { "train --epoch 3", "scedge train has no option --epoch: did you mean --epochs?" },
        { "train --frobnicate", "scedge train has no option --frobnicate." },
        { "train 3", "scedge train has no argument 3." },
        { "datasets -- DIR --json", "scedge datasets has no argument --json: what stands behind -- is no option; write options before it." },
        { "train --epochs", "--epochs needs a value" },
        { "train --epochs many", "--epochs cannot take \"many\"" },
        { "train --epochs 1.5", "--epochs cannot take \"1.5\"" },
        { "train --optimizer adamw", "--optimizer cannot take \"adamw\", which is not one of its values: use sc-sgd, sc-momentum, sc-adam, sgd." },
        { "train --encoding unary", "--encoding cannot take \"unary\"" },
        { "train --learning-rate fast", "--learning-rate cannot take \"fast\"" },
        { "train --learning-rate 1/0", "--learning-rate cannot take \"1/0\"" },
        { "train --learning-rate NaN", "--learning-rate cannot take \"NaN\"" },
        { "train --learning-rate-mode slow", "--learning-rate-mode cannot take \"slow\"" },
        { "train --seed -1", "--seed cannot take \"-1\"" },
        { "train --seeds 1,,2", "--seeds cannot take \"1,,2\"" },
        { "train --seed 1 --seeds 1,2", "--seed and --seeds exclude each other" },
        { "train --baseline fp32 --no-baseline", "--baseline and --no-baseline exclude each other" },
        { "train --out a --resume b", "--out and --resume exclude each other" },
        { "cost --compare --solve area=1mm2 power=1mW", "--compare and --solve exclude each other" },
        { "cost --parameters 1000 --model edge", "--model and --parameters exclude each other" },
        { "cost --lanes 64 --solve area=1mm2 power=1mW", "--solve finds the lanes" },
        { "models --json-of edge --json", "--json-of prints a file and goes with nothing else" },
        { "models edge --json-of edge", "--json-of prints a file and goes with nothing else" },
        { "monitor --only text --frames", "--frames and --only exclude each other: write --only frames" },
        { "monitor --reset --listen", "--listen and --reset exclude each other" },
        { "sweep --vary stream-length=8 --on slurm --cancel --detach", "--detach and --cancel exclude each other" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void CommandLine_Mistake_IsNamedInASentence(string line, string sentence)
    {
        string[] arguments = line.Split(' ');
        ParseResult result = MainCommand.Create(arguments).Parse(arguments);

        string mistake = UsageMistake.Of(result)
            ?? Assert.Throws<UsageException>(() => result.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false })).Message;

        Assert.StartsWith(sentence, mistake, StringComparison.Ordinal);
        Assert.Contains(mistake[^1], ".?");
        Assert.DoesNotContain('\n', mistake);
    }

    [Theory]
    [InlineData("tran", "--help")]
    [InlineData("train --epoch 3", "train --help")]
    [InlineData("presets fit", "presets fit --help")]
    [InlineData("train --out a --resume b", "train --help")]
    public void CommandLine_Mistake_EndsWithAHintAndExitCode2(string line, string hint)
    {
        CliResult result = CliProcess.Run(_folder.Path, line.Split(' ')).AssertExit(2);

        Assert.Empty(result.Output);
        Assert.Equal(2, result.ErrorLines.Length);
        Assert.StartsWith("scedge: ", result.ErrorLines[0], StringComparison.Ordinal);
        Assert.Equal($"Try: scedge {hint}", result.ErrorLines[1]);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("--help")]
    public void MainHelp_Always_ListsCommandsExamplesAndExitCodes(string argument)
    {
        CliResult result = CliProcess.Run(_folder.Path, argument.Split(' ', StringSplitOptions.RemoveEmptyEntries)).AssertExit(0);

        Assert.Empty(result.Error);
        Assert.All(MainParts.Split(' '), text => Assert.Contains(text, result.Output, StringComparison.Ordinal));
        foreach (ExitCode code in Enum.GetValues<ExitCode>())
        {
            Assert.Contains(result.OutputLines, line => line.TrimStart().StartsWith($"{(int)code}  ", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void TrainHelp_Always_ListsEveryOptionWithItsDefault()
    {
        string help = CliProcess.Run(_folder.Path, "train", "--help").AssertExit(0).Output;

        foreach (string option in OptionsWithDefault.Split(' '))
        {
            Assert.Contains(
                help.Split('\n'),
                line => line.TrimStart().Split(' ')[0] == option && line.Contains("[default: ", StringComparison.Ordinal));
        }

        Assert.All(OtherParts.Split(' '), text => Assert.Contains(text, help, StringComparison.Ordinal));
    }

    [Fact]
    public void Version_Always_IsOneLine() =>
        Assert.Matches(@"^scedge \d+\.\d+\.\d+( \([0-9a-f]{12}\))?$", CliProcess.Run(_folder.Path, "--version").AssertExit(0).OutputLines.Single());

    public void Dispose() => _folder.Dispose();
}
