using System;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace ScEdge.Cli.Tests;

[Trait("Kind", "Slow")]
public sealed class ConfigurationTests : IDisposable
{
    private const string Train = "train --passes fp32 --dataset images --batch 8 --out run";
    private const string Sweep = "sweep --set model=edge --set dataset=images --vary stream-length=8 --dry-run";

    private readonly TemporaryFolder _folder = new();

    public ConfigurationTests() => TinyImages.Write(_folder.At("images"));

    [Fact]
    public void Train_DefaultsOfTwoFiles_AreUsedToldAndNamedInTheManifest()
    {
        WriteOwn("""{"train": {"model": "edge", "epochs": 3, "no-baseline": true, "nonideality": ["device-to-device=0.1", "stuck-set=0.01"]}}""");
        WriteFolders("""{"train": {"epochs": 1}, /* a comment */ "eval": {"parameters": "run"},}""");
        CliResult trained = Run(Train).AssertExit(0);

        Assert.Equal("scedge: from scedge.json: --epochs 1", trained.ErrorLines[0]);
        Assert.StartsWith("scedge: from ", trained.ErrorLines[1], StringComparison.Ordinal);
        Assert.EndsWith(
            "--model edge --no-baseline --nonideality device-to-device=0.1 --nonideality stuck-set=0.01",
            trained.ErrorLines[1],
            StringComparison.Ordinal);
        string line = Manifest().GetProperty("command_line").GetString()!;
        Assert.Contains("--epochs 1", line, StringComparison.Ordinal);
        Assert.Contains("--model edge", line, StringComparison.Ordinal);

        // What is required may come from a file, too.
        Run("eval --dataset images").AssertExit(0);

        // A run that is continued has its own settings, whatever stands in a file.
        WriteFolders("""{"train": {"epochs": 9, "threads": 1}}""");
        Assert.Equal("scedge: from scedge.json: --threads 1", Assert.Single(Run("train --resume run").AssertExit(0).ErrorLines));
    }

    [Fact]
    public void Train_CommandLine_WinsAlsoOverWhatItExcludes()
    {
        WriteFolders("""{"train": {"model": "lenet5", "epochs": 3, "seeds": "5,6", "json": false}}""");
        CliResult trained = Run(Train + " --model edge --epochs 1 --seed 4").AssertExit(0);

        Assert.Empty(trained.ErrorLines);
        Assert.Equal("edge", Manifest().GetProperty("model_name").GetString());
        Assert.Equal(4, Assert.Single(Manifest().GetProperty("options").GetProperty("seeds").EnumerateArray()).GetInt32());
    }

    [Theory]
    [InlineData("""{"cost": {"model": "edge"}}""", "cost --parameters 1000")]
    [InlineData("""{"cost": {"parameters": 1000}}""", "cost --model edge")]
    [InlineData("""{"cost": {"compare": true}}""", "cost --solve area=1.55mm2 power=167uW")]
    [InlineData("""{"cost": {"solve": ["area=1.55mm2", "power=167uW"]}}""", "cost --compare")]
    [InlineData("""{"cost": {"lanes": 64}}""", "cost --solve area=1.55mm2 power=167uW")]
    [InlineData("""{"models": {"json": true}}""", "models --json-of edge")]
    [InlineData("""{"device": {"calibrate": {"cell": 1, "show": true, "baud": 9600}}}""", "device calibrate")]
    [InlineData("""{"device": {"calibrate": {"cbram": "gaba2013"}}}""", "device calibrate --show --port emulator:front-end=jo2009")]
    [InlineData("""{"train": {"board-mode": "tiled"}}""", Train + " --model edge --epochs 1")]
    [InlineData("""{"train": {"pass-length": 32, "source": "sobol", "weight-streams": "image"}}""", Train + " --model edge --epochs 1")]
    [InlineData("""{"train": {"source": "sobol"}}""", "train --dataset images --model edge --batch 8 --epochs 1 --no-baseline --port emulator:")]
    [InlineData("""{"sweep": {"partition": "short", "time": "1:00:00", "sbatch": ["--qos=low"], "chunk": 4, "detach": true}}""", Sweep)]
    public void Command_DefaultWithNothingToDo_IsLeftOut(string file, string line)
    {
        WriteFolders(file);
        CliResult result = Run(line).AssertExit(0);

        Assert.Empty(result.ErrorLines);
        Assert.NotEmpty(result.OutputLines);
    }

    [Theory]
    [InlineData("""{"cost": {"lanes": 64, "model": "edge"}}""", "cost", "--lanes 64 --model edge")]
    [InlineData("""{"sweep": {"partition": "short", "on": "slurm"}}""", Sweep, "--partition short --on slurm")]
    [InlineData("""{"sweep": {"partition": "short"}}""", Sweep + " --on slurm", "--partition short")]
    [InlineData("""{"sweep": {"attach": true}}""", Sweep + " --on slurm --detach", "")]
    public void Command_DefaultWithSomethingToDo_IsUsed(string file, string line, string words)
    {
        WriteFolders(file);
        Assert.Equal(words.Length == 0 ? [] : [$"scedge: from scedge.json: {words}"], Run(line).AssertExit(0).ErrorLines);
    }

    [Fact]
    public void Eval_DefaultsOfPassesInStreams_AreLeftOutInFp32()
    {
        const string Eval = "eval --parameters run --dataset images";
        Run(Train + " --model edge --epochs 1").AssertExit(0);
        WriteFolders("""{"eval": {"length": 64, "source": "counter"}}""");

        Assert.Empty(Run(Eval).AssertExit(0).ErrorLines);
        Assert.Empty(Run(Eval + " --passes fp32").AssertExit(0).ErrorLines);
        Assert.Equal(
            "scedge: from scedge.json: --length 64 --source counter",
            Assert.Single(Run(Eval + " --passes stochastic --limit 5").AssertExit(0).ErrorLines));
        WriteFolders("""{"eval": {"length": 64, "port": "emulator:"}}""");
        Assert.Empty(Run(Eval + " --passes fp32").AssertExit(0).ErrorLines);
    }

    [Fact]
    public void Sweep_TaskOfACluster_ReadsNoDefaults()
    {
        WriteFolders(
            """
            {"sweep": {"on": "slurm", "set": ["model=edge", "dataset=images", "batch=8", "epochs=1", "baseline=none", "passes=fp32"], "seeds": "3"}}
            """);

        // Takes a script, as Slurm does, and starts nothing.
        Directory.CreateDirectory(_folder.At("bin"));
        File.WriteAllText(_folder.At("bin/sbatch"), "#!/bin/sh\necho 7\n");
        Run("sweep --vary stream-length=8 --out swept --detach", "PATH=\"$PWD/bin:$PATH\"; chmod +x bin/sbatch").AssertExit(0);
        string script = File.ReadAllText(_folder.At("swept/slurm/job.sh"));
        Assert.Contains("\n'env' 'SCEDGE_CONFIG=' '", script, StringComparison.Ordinal);

        CliResult task = ShellScript.Run(_folder.Path, "unset SCEDGE_CONFIG; SLURM_ARRAY_TASK_ID=0 sh swept/slurm/job.sh").AssertExit(0);
        Assert.Empty(task.ErrorLines);
        string trained = Assert.Single(Directory.GetFiles(_folder.At("swept/points"), "parameters.npz", SearchOption.AllDirectories));
        Assert.Equal("seed-3", Path.GetFileName(Path.GetDirectoryName(trained)));
    }

    [Fact]
    public void Train_DefaultThatTheOptimizerDoesNotUse_IsRefused()
    {
        WriteFolders("""{"train": {"stream-length": 8}}""");
        Assert.Contains(
            "sgd does not use --stream-length: leave it out", Run(Train + " --optimizer sgd").AssertExit(3).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"trian": {}}""", "has \"trian\", which is no command")]
    [InlineData("""{"models": {"modle": 1}}""", "has \"modle\" for models, which is no option of it")]
    [InlineData("""{"models": 3}""", "gives models a value")]
    [InlineData("""{"models": {"json": "yes"}}""", "gives models a \"json\" that it cannot take: give true or false")]
    [InlineData("""{"models": {"json": true, "json": false}}""", "is no JSON")]
    [InlineData("""{"json": true}""", "has \"json\", which is no command")]
    [InlineData("[]", "is no object of commands")]
    [InlineData("{", "is no JSON")]
    [InlineData("", "is no JSON")]
    public void Command_FileThatCannotBeUsed_SaysWhyAndDoesNothing(string file, string sentence)
    {
        WriteFolders(file);
        CliResult models = Run("models").AssertExit(3);
        Assert.Contains($"scedge.json {sentence}", Assert.Single(models.ErrorLines), StringComparison.Ordinal);
        Assert.Empty(models.Output);
        Assert.Contains(sentence, Assert.Single(Run("config").AssertExit(3).ErrorLines), StringComparison.Ordinal);
        Run("models --help").AssertExit(0);
    }

    [Theory]
    [InlineData("""{"train": {"epochs": "x"}}""", "gives train --epochs x, which cannot be used: ")]
    [InlineData("""{"train": {"model": null}}""", "gives train a \"model\" that it cannot take: ")]
    [InlineData("""{"train": {"model": []}}""", "gives train a \"model\" that it cannot take: ")]
    [InlineData("""{"train": {"model": ["edge", "lenet5"]}}""", "give one text or number")]
    [InlineData("""{"train": {"nonideality": [true]}}""", "give a text or a number")]
    public void Train_ValueThatAnOptionCannotTake_IsNamedWithItsFile(string file, string sentence)
    {
        WriteFolders(file);
        string line = Assert.Single(Run(Train).AssertExit(3).ErrorLines);
        Assert.Contains("scedge.json gives train", line, StringComparison.Ordinal);
        Assert.Contains(sentence, line, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.At("run")));
    }

    [Fact]
    public void Config_Files_AreShownWithWhatIsOverruled()
    {
        WriteOwn("""{"train": {"epochs": 3}, "device": {"info": {"port": "emulator:"}}}""");
        WriteFolders("""{"train": {"epochs": 1}}""");
        CliResult config = Run("config --json").AssertExit(0);
        Assert.Empty(JsonSchemaCheck.Mistakes(config.Json, "config"));
        Assert.Equal(
            ["train --epochs 1 True", "train --epochs 3 False", "device info --port emulator: True"],
            config.Json.GetProperty("settings").EnumerateArray().Select(one =>
                $"{one.GetProperty("command")} {one.GetProperty("option")} {one.GetProperty("values")[0]} {one.GetProperty("used").GetBoolean()}"));
        Assert.Contains("overruled", Run("config").AssertExit(0).Output, StringComparison.Ordinal);
        Assert.Contains("emulated board", Run("device info").AssertExit(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Variable_NamesOneFileOrNone()
    {
        WriteFolders("""{"models": {"json": true}}""");
        File.WriteAllText(_folder.At("other.json"), """{"models": {}}""");
        Assert.StartsWith("{", Run("models").AssertExit(0).Output, StringComparison.Ordinal);
        Assert.StartsWith("lenet5", Run("models", "SCEDGE_CONFIG=other.json").AssertExit(0).Output, StringComparison.Ordinal);
        Assert.StartsWith("lenet5", Run("models", "SCEDGE_CONFIG=").AssertExit(0).Output, StringComparison.Ordinal);
        Assert.Contains("Cannot read 'none.json'", Run("models", "SCEDGE_CONFIG=none.json").AssertExit(3).Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private CliResult Run(string line, string variable = "XDG_DATA_DIRS=") =>
        ShellScript.Run(_folder.Path, $"unset SCEDGE_CONFIG; export XDG_CONFIG_HOME=\"$PWD/own\" {variable}; scedge {line}");

    private void WriteFolders(string text) => File.WriteAllText(_folder.At("scedge.json"), text);

    private void WriteOwn(string text)
    {
        Directory.CreateDirectory(_folder.At("own/scedge"));
        File.WriteAllText(_folder.At("own/scedge/scedge.json"), text);
    }

    private JsonElement Manifest() => JsonDocument.Parse(File.ReadAllText(_folder.At("run/manifest.json"))).RootElement;
}
