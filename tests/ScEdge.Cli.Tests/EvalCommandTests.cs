using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using ScEdge.Cli.Commands;
using ScEdge.Cli.Tables;
using ScEdge.Experiments.Evaluation;
using ScEdge.Experiments.Quantities;
using ScEdge.Input;
using ScEdge.Kernels.Threading;
using ScEdge.Statistics;
using ScEdge.Training.Networks;
using ScEdge.Training.Runs;
using Spectre.Console;

namespace ScEdge.Cli.Tests;

[Trait("Kind", "Unit")]
public sealed class EvalCommandTests(TinyRun run) : IClassFixture<TinyRun>
{
    [Fact]
    public void Eval_RunFolder_RepeatsTheAccuracyOfTheRun()
    {
        LegResult trained = run.Result.Stochastic!;

        JsonElement json = Eval("--parameters", run.RunPath, "--json").Json;

        Assert.Equal("fp32", json.GetProperty("values").GetString());
        Assert.Equal(trained.Test!.Accuracy, json.GetProperty("accuracy").GetDouble(), 1e-14);
        Assert.Equal(trained.Test.Loss, json.GetProperty("loss").GetDouble(), 1e-14);
        Assert.Equal(TinyImages.TestCount, json.GetProperty("images").GetInt32());
        Assert.Equal(
            trained.Test.Confusion,
            json.GetProperty("confusion").EnumerateArray().SelectMany(row => row.EnumerateArray()).Select(count => count.GetInt64()));

        // Three classes guessed at random; a network that has learnt the bars is far above.
        Assert.True(json.GetProperty("accuracy").GetDouble() > 0.9);
    }

    [Fact]
    public void Eval_Registers_PredictsTheSame()
    {
        using WorkerTeam team = new(1);
        int[] Predict(string name) => ParameterFiles
            .Read(Path.Combine(run.RunPath, name), (model, input) => new Network(model, input, team, 1))
            .Predict(run.Dataset.Test);

        CommandInvocation values = Eval("--parameters", run.RunPath, "--json");
        CommandInvocation counters = Eval("--parameters", run.RunPath, "--registers", "--json");

        Assert.Equal("registers", counters.Json.GetProperty("values").GetString());
        Assert.EndsWith(ParameterFiles.RegistersName, counters.Json.GetProperty("file").GetString(), StringComparison.Ordinal);
        foreach (string name in new[] { "accuracy", "loss", "confusion" })
        {
            Assert.Equal(values.Json.GetProperty(name).GetRawText(), counters.Json.GetProperty(name).GetRawText());
        }

        Assert.Equal(Predict(ParameterFiles.ParametersName), Predict(ParameterFiles.RegistersName));
    }

    [Fact]
    public void Eval_File_IsReadWhateverItHolds()
    {
        string baseline = Path.Combine(run.RunPath, "baseline.safetensors");
        string counters = Path.Combine(run.RunPath, ParameterFiles.RegistersName);

        Assert.Equal(run.Result.Fp32!.Test!.Accuracy, Eval("--parameters", baseline, "--json").Json.GetProperty("accuracy").GetDouble());
        Assert.Equal("registers", Eval("--parameters", counters, "--json").Json.GetProperty("values").GetString());
    }

    [Fact]
    public void Eval_Threads_ChangeNothing() => Assert.Equal(
        Eval("--parameters", run.RunPath, "--json", "--threads", "1").Output,
        Eval("--parameters", run.RunPath, "--json", "--threads", "3").Output);

    [Fact]
    public void Eval_Text_ShowsAccuracyAndMatrix()
    {
        string text = Eval("--parameters", run.RunPath).Output;

        Assert.Contains($"{100 * run.Result.Stochastic!.Test!.Accuracy:F2} %", text, StringComparison.Ordinal);
        Assert.Contains("Confusion matrix", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', text);
    }

    [Theory]
    [InlineData("nowhere.safetensors", "images", "Cannot read")]
    [InlineData("images/t10k-images-idx3-ubyte", "images", "not a safetensors file")]
    [InlineData("images", "images", "holds no parameters.safetensors")]
    [InlineData("run", "nowhere", "no folder")]
    [InlineData("run", "small", "16 x 16")]
    [InlineData("run", "many", "4 classes")]
    [InlineData("run", "images --threads 0", "0 threads")]
    [InlineData("run/baseline.safetensors", "images --registers", "no integer counters")]
    public void Eval_BadInput_IsRefusedInOneSentence(string parameters, string rest, string part)
    {
        string root = Path.GetDirectoryName(run.RunPath)!;
        TinyImages.Write(Path.Combine(root, "small"), size: 12);
        TinyImages.Write(Path.Combine(root, "many"), classes: 4);
        string[] words = rest.Split(' ');

        InputException exception = Assert.Throws<InputException>(() => CommandInvocation.Run(
            EvalCommand.Create(),
            ["--parameters", Path.Combine(root, parameters), "--dataset", Path.Combine(root, words[0]), .. words[1..]]));

        Assert.Contains(part, exception.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Fact]
    public void Eval_BipolarStreamsOnABoard_AreRefusedBeforeItIsOpened()
    {
        InputException exception = Assert.Throws<InputException>(() => CommandInvocation.Run(
            EvalCommand.Create(), "--parameters", run.RunPath, "--port", "/nowhere", "--pass-encoding", "bipolar"));

        Assert.Contains("sign-magnitude streams only", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Eval_BipolarStreamsWhereThereAreNone_AreRefusedInOneSentence()
    {
        InputException exception = Assert.Throws<InputException>(() => CommandInvocation.Run(
            EvalCommand.Create(), "--parameters", run.RunPath, "--passes", "stochastic", "--source", "rounding", "--pass-encoding", "bipolar"));

        Assert.Equal(
            "Passes in fixed point have no streams that could be bipolar: use sign and magnitude, or another source.", exception.Message);
        Assert.Equal("pass-encoding sign-magnitude", exception.Setting);
    }

    [Fact]
    public void Eval_BipolarStreams_SayWhichTheyAre()
    {
        string[] words = ["--parameters", run.RunPath, "--passes", "stochastic", "--pass-encoding", "bipolar", "--length", "8", "--limit", "9"];

        Assert.Equal("bipolar", Eval([.. words, "--json"]).Json.GetProperty("encoding").GetString());
        Assert.Contains("bipolar from cbram", Eval(words).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Eval_Streams_GivesARowPerLength()
    {
        JsonElement json = Eval(
            "--parameters", run.RunPath, "--passes", "stochastic", "--length", "8,512", "--source", "sobol", "--weight-streams", "image",
            "--repeats", "2", "--limit", "20", "--seed", "9", "--json").Json;

        Assert.Equal(20, json.GetProperty("images").GetInt32());
        Assert.Equal("sobol", json.GetProperty("source").GetString());
        Assert.Equal("image", json.GetProperty("weight_streams").GetString());
        Assert.Equal(9, json.GetProperty("seed").GetInt32());
        JsonElement[] rows = [.. json.GetProperty("lengths").EnumerateArray()];
        Assert.Equal([8, 512], rows.Select(row => row.GetProperty("length").GetInt32()));
        Assert.All(rows, row => Assert.InRange(
            row.GetProperty("accuracy").GetDouble(), row.GetProperty("low95").GetDouble(), row.GetProperty("high95").GetDouble()));
        Assert.True(rows[1].GetProperty("agreement_with_fp32").GetDouble() > 0.9);
        Assert.Equal(
            rows[1].GetProperty("energy_per_image_attojoules").GetDouble(),
            rows[1].GetProperty("energy_per_product_attojoules").GetDouble() * rows[1].GetProperty("products_per_image").GetInt64(), 1.0);
        Assert.Equal(40, json.GetProperty("confusion").EnumerateArray().SelectMany(row => row.EnumerateArray()).Sum(count => count.GetInt32()));
    }

    [Fact]
    public void Eval_StreamsAsText_ShowsTablesAndReadings()
    {
        string text = Eval("--parameters", run.RunPath, "--passes", "stochastic", "--length", "64", "--until", "0.99").Output;

        Assert.Contains("FP32", text, StringComparison.Ordinal);
        Assert.Contains("energy/MAC", text, StringComparison.Ordinal);
        Assert.Contains("until a class led with confidence 0.99.", text, StringComparison.Ordinal);
        Assert.Contains("Confusion matrix", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', text);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    public void StreamEvaluationSummary_Columns_KeepNumbersWhole(int columns)
    {
        StreamEvaluationResult result = StreamEvaluation.Of(
            new StreamEvaluationRequest(new EvaluationRequest(run.RunPath) { Dataset = run.DatasetPath, Threads = 1 })
            {
                Lengths = [64], Repeats = 2,
            });
        StringWriter text = new();
        IAnsiConsole console = AnsiConsole.Create(
            new AnsiConsoleSettings { Out = new AnsiConsoleOutput(text), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = columns;

        new StreamEvaluationSummary(result).Write(console);

        // A path is one word, to be copied: it is not broken.
        string[] lines = text.ToString().Split('\n');
        Assert.All(lines.Where(line => !line.Contains(run.RunPath, StringComparison.Ordinal)), line => Assert.InRange(line.Length, 0, columns));
        Assert.Contains((100 * result.Rows[0].Accuracy).ToString("F2"), text.ToString(), StringComparison.Ordinal);
        Assert.Contains(QuantityText.Energy(result.Rows[0].EnergyPerImageAttojoules), text.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--length 16", "--passes stochastic")]
    [InlineData("--until 0.9 --passes fp32", "--until")]
    [InlineData("--passes stochastic --length 16,x", "\"x\" is no stream length")]
    [InlineData("--passes stochastic --length 20", "20 bits")]
    [InlineData("--passes stochastic --length 16,32 --until 0.9", "one length")]
    [InlineData("--passes stochastic --cost-library nowhere", "nowhere")]
    [InlineData("--passes stochastic --cbram nowhere", "nowhere")]
    [InlineData("--limit 100000", "100000")]
    public void Eval_StreamSettings_AreRefusedInOneSentence(string options, string part)
    {
        InputException exception = Assert.Throws<InputException>(() => Eval(["--parameters", run.RunPath, .. options.Split(' ')]));

        Assert.Contains(part, exception.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Eval_FolderWithoutCounters_SaysWhy()
    {
        using TemporaryFolder folder = new();
        File.Copy(Path.Combine(run.RunPath, ParameterFiles.ParametersName), folder.At(ParameterFiles.ParametersName));

        InputException exception = Assert.Throws<InputException>(() => Eval("--parameters", folder.Path, "--registers"));

        Assert.Contains("keeps no counters", exception.Message, StringComparison.Ordinal);
        Assert.Equal("registers", exception.Setting);
    }

    [Fact]
    public void ConfusionTable_ManyClasses_ListsTheWorstPairs()
    {
        ConfusionMatrix confusion = new(26);
        for (int i = 0; i < 26; i++)
        {
            confusion.Add(i, i);
        }

        confusion.Add(8, 11);
        confusion.Add(8, 11);
        confusion.Add(11, 8);
        StringWriter text = new();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(text) });

        new ConfusionTable([.. Enumerable.Range('A', 26).Select(c => ((char)c).ToString())], confusion).Write(console);

        const StringSplitOptions words = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        string[] rows = [.. text.ToString().Split('\n').Select(line => string.Join(' ', line.Split(' ', words)))];
        Assert.Contains("I L 2 66.67", rows);
        Assert.Contains("L I 1 50.00", rows);
        Assert.Contains("I 3 33.33", rows);
    }

    private CommandInvocation Eval(params string[] arguments) =>
        CommandInvocation.Run(EvalCommand.Create(), [.. arguments, "--dataset", run.DatasetPath]);
}
