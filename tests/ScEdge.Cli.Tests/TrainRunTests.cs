using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using ScEdge.Experiments.Runs;
using ScEdge.Experiments.Settings;
using ScEdge.Training.Runs;

namespace ScEdge.Cli.Tests;

[Trait("Kind", "Unit")]
public sealed class TrainRunTests : IDisposable
{
    private static readonly string[] Files =
    [
        "baseline.safetensors", "checkpoint.safetensors", "fixed.safetensors", "ledger.csv", "ledger.jsonl", "manifest.json", "metrics.csv",
        "metrics.jsonl", "parameters.npz", "parameters.safetensors", "registers.safetensors", "report.html",
    ];

    private readonly TemporaryFolder _folder = new();

    public TrainRunTests() => TinyImages.Write(Path.Combine(_folder.Path, "images"));

    [Fact]
    public void Train_Json_EndsWithOneObject()
    {
        CliResult result = Train("--seeds", "1,2", "--stream-length", "32/4/4", "--json", "--out", "run").AssertExit(0);

        Assert.Single(result.OutputLines);
        Assert.Contains(result.ErrorLines, line => line.Contains("learns", StringComparison.Ordinal));
        JsonElement json = result.Json;
        Assert.Equal(Path.Combine(Path.GetFullPath(_folder.Path), "images"), json.GetProperty("dataset").GetString());
        Assert.Equal("edge", json.GetProperty("model").GetString());
        Assert.Equal((8 * 25) + 8 + (16 * 8 * 25) + 16 + (16 * 3) + 3, json.GetProperty("parameters").GetInt32());
        Assert.Equal("sc-momentum", json.GetProperty("optimizer").GetString());
        Assert.Equal("32/4/4", json.GetProperty("stream_length").GetString());
        Assert.Equal(2, json.GetProperty("epochs").GetInt32());
        Assert.Equal([1UL, 2UL], json.GetProperty("seeds").EnumerateArray().Select(seed => seed.GetUInt64()));
        double[] fp32 = Accuracies(json, "fp32");
        double[] stochastic = Accuracies(json, "sc");
        Assert.Equal(2, fp32.Length);
        Assert.Equal(2, stochastic.Length);
        JsonElement drop = json.GetProperty("drop_from_fp32");
        Assert.Equal(100 * (fp32.Average() - stochastic.Average()), drop.GetProperty("points").GetDouble(), 5);
        Assert.Equal(2, drop.GetProperty("discordant").GetArrayLength());
        Assert.Equal(0.25, drop.GetProperty("margin_points").GetDouble());
        Assert.Equal(2, json.GetProperty("fixed").GetProperty("validation_accuracy").GetArrayLength());
        byte[] correct = json.GetProperty("sc").GetProperty("test_correct")[0].GetBytesFromBase64();
        Assert.Equal(stochastic[0], correct.Sum(bits => BitOperations.PopCount(bits)) / (double)TinyImages.TestCount, 12);
        Assert.True(json.GetProperty("seconds").GetProperty("fp32").GetDouble() > 0);
        Assert.True(json.GetProperty("seconds").GetProperty("sc").GetDouble() > 0);
        Assert.Equal("run", json.GetProperty("run_directory").GetString());
        Assert.True(json.GetProperty("counts").GetProperty("bits").GetInt64() > 0);
    }

    [Fact]
    public void Train_Redirected_PrintsPlainLinesAndFillsTheFolder()
    {
        CliResult result = Train("--out", "run").AssertExit(0);

        Assert.Empty(result.Error);
        Assert.DoesNotContain('\e', result.Output);
        Assert.Equal(2, result.OutputLines.Count(line => line.StartsWith("seed 1  epoch ", StringComparison.Ordinal)));
        Assert.Contains(result.OutputLines, line => line.StartsWith("seed 1  step 1/", StringComparison.Ordinal));
        Assert.Contains(
            result.OutputLines,
            line => line.EndsWith("run/report.html".Replace('/', Path.DirectorySeparatorChar), StringComparison.Ordinal));
        Assert.Equal(
            Files,
            Directory.EnumerateFileSystemEntries(Path.Combine(_folder.Path, "run")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder.Path, "run", "manifest.json")));
        JsonElement root = manifest.RootElement;
        Assert.Equal("finished", root.GetProperty("status").GetString());
        Assert.Equal(
            "scedge train --dataset images --model edge --epochs 2 --batch 8 --passes fp32 --out run", root.GetProperty("command_line").GetString());
        Assert.Equal(TinyImages.TrainingCount, root.GetProperty("data").GetProperty("training_images").GetInt32());
        Assert.Equal(TinyImages.ValidationCount, root.GetProperty("data").GetProperty("validation_images").GetInt32());
        Assert.Equal(root.GetProperty("result").GetProperty("sc").GetProperty("validation_accuracy")[0].GetDouble(), LastAccuracy(result), 4);
        string test = $"SC {100 * Assert.Single(Accuracies(root.GetProperty("result"), "sc")):F2} %";
        Assert.Contains(
            result.OutputLines,
            line => line.StartsWith("test accuracy:", StringComparison.Ordinal) && line.EndsWith(test, StringComparison.Ordinal));
        string[] kinds = [.. File.ReadLines(_folder.At(Path.Combine("run", "metrics.csv"))).Skip(1).Select(line => line.Split(',')[0])];
        Assert.Equal((2 * 3, 3), (kinds.Count(kind => kind == "validation"), kinds.Count(kind => kind == "test")));
    }

    [Theory]
    [InlineData("--baseline fp32", "baseline.safetensors", "fixed.safetensors")]
    [InlineData("--baseline fixed", "fixed.safetensors", "baseline.safetensors")]
    public void Train_OneBaseline_TrainsThatAlone(string option, string written, string absent)
    {
        CliResult result = Train(["--out", "run", "--json", "--validation", "0", .. option.Split(' ')]).AssertExit(0);

        Assert.True(File.Exists(_folder.At(Path.Combine("run", written))));
        Assert.False(File.Exists(_folder.At(Path.Combine("run", absent))));
        Assert.Equal(0, result.Json.GetProperty("sc").GetProperty("validation_accuracy").GetArrayLength());
        Assert.Single(Accuracies(result.Json, "sc"));
    }

    [Fact]
    public void Train_Ledger_AddsUpToTheResult()
    {
        JsonElement result = Train("--seeds", "1,2", "--cost-library", "neurosim45lp", "--json", "--out", "run").AssertExit(0).Json;

        JsonElement cost = result.GetProperty("cost");
        Int128 total = Int128.Parse(cost.GetProperty("total_attojoules").GetRawText());
        Assert.Equal("neurosim45lp", cost.GetProperty("library").GetString());
        foreach (string breakdown in new[] { "category_attojoules", "tensor_attojoules", "phase_attojoules" })
        {
            Assert.Equal(total, Sum(cost.GetProperty(breakdown).EnumerateObject().Select(entry => entry.Value.GetRawText())));
        }

        string[] csv = File.ReadAllLines(Path.Combine(_folder.Path, "run", "ledger.csv"));
        int steps = 2 * 2 * (TinyImages.TrainingCount / 8);
        Assert.Equal(1 + (steps * 6 * 2), csv.Length);
        Assert.Equal(total, Sum(csv.Skip(1).Select(line => line.Split(',')[^1])));
        Assert.Equal(csv[0].Split(',').Length, csv[1].Split(',').Length);

        string[] lines = File.ReadAllLines(Path.Combine(_folder.Path, "run", "ledger.jsonl"));
        JsonElement[] records = [.. lines.Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal(csv.Length, lines.Length);
        Assert.Equal(total, Sum(records.Skip(1).Select(record => record.GetProperty("total_aj").GetRawText())));
        string[] names = [.. records[0].GetProperty("counts").EnumerateArray().Select(name => name.GetString()!)];
        for (int i = 0; i < names.Length; i++)
        {
            Assert.Equal(
                result.GetProperty("counts").GetProperty(names[i]).GetInt64(),
                records.Skip(1).Sum(record => record.GetProperty("counts")[i].GetInt64()));
        }
    }

    [Fact]
    public void Train_StochasticPasses_AccountsEveryMultiplication()
    {
        CliResult run = Train("--passes", "stochastic", "--pass-length", "32/8/8", "--no-baseline", "--json", "--out", "run").AssertExit(0);

        JsonElement passes = run.Json.GetProperty("passes");
        int images = 2 * TinyImages.TrainingCount;
        Assert.Equal(images, passes.GetProperty("images").GetInt32());

        // 16 x 16 pixels: 12 x 12 windows of 25 taps for 8 outputs, 2 x 2 of 200 for 16, then 16 x 3.
        Assert.Equal((8 * 144 * 25) + (16 * 4 * 200) + 48, passes.GetProperty("products_per_image").GetDouble());
        JsonElement[] layers = [.. passes.GetProperty("layers").EnumerateArray()];
        Assert.Equal(8, layers.Length);
        Assert.All(layers, static layer => Assert.InRange(layer.GetProperty("error_over_theory").GetDouble(), 0.5, 2));
        double energy = layers.Sum(layer => layer.GetProperty("energy_per_image_attojoules").GetDouble());
        JsonElement phases = run.Json.GetProperty("cost").GetProperty("phase_attojoules");
        double updates = phases.GetProperty("momentum").GetDouble() + phases.GetProperty("weight").GetDouble();
        double perImage = passes.GetProperty("training_energy_per_image_attojoules").GetDouble();
        Assert.Equal(perImage, energy + (updates / images), 1e-9 * perImage);
        Assert.Equal(["FP32", "int8"], passes.GetProperty("binary_macs").EnumerateArray().Select(mac => mac.GetProperty("name").GetString()));

        JsonElement manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder.Path, "run", "manifest.json"))).RootElement;
        long and = manifest.GetProperty("result").GetProperty("counts").GetProperty("and_operations").GetInt64();
        Assert.Equal(and, layers.Sum(layer => (long)Math.Round(
            layer.GetProperty("products_per_image").GetDouble() * images * (layer.GetProperty("pass").GetString() == "forward" ? 32 : 8))));
        string report = File.ReadAllText(Path.Combine(_folder.Path, "run", "report.html"));
        Assert.Contains("Multiplications in streams", report, StringComparison.Ordinal);
        Assert.Contains("error / theory", report, StringComparison.Ordinal);
        Assert.DoesNotContain("passes through the network are FP32", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_StochasticPassesAsText_SayWhatAMultiplicationTakes()
    {
        CliResult run = Train("--passes", "stochastic", "--pass-length", "32/8/8", "--no-baseline", "--out", "run").AssertExit(0);

        Assert.Contains("passes in sign-magnitude streams of 32/8/8 bits from cbram", run.Output, StringComparison.Ordinal);
        Assert.Contains("41,648 multiplications per image forward", run.Output, StringComparison.Ordinal);
        Assert.Contains("per multiplication forward (FP32 missing, int8 662 fJ)", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("multiplication", Train("--no-baseline", "--out", "plain").AssertExit(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_BipolarPasses_AreNamedCountedAndRead()
    {
        CliResult run = Train(
            "--passes", "stochastic", "--pass-encoding", "bipolar", "--pass-length", "16/8/8", "--no-baseline", "--json", "--out", "run")
            .AssertExit(0);

        JsonElement passes = run.Json.GetProperty("passes");
        Assert.Equal("bipolar", passes.GetProperty("encoding").GetString());
        JsonElement manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder.Path, "run", "manifest.json"))).RootElement;
        JsonElement counts = manifest.GetProperty("result").GetProperty("counts");
        Assert.Equal(0, counts.GetProperty("and_operations").GetInt64());
        Assert.True(counts.GetProperty("xnor_operations").GetInt64() > 0);
        string report = File.ReadAllText(Path.Combine(_folder.Path, "run", "report.html"));
        Assert.Contains("XNOR gate", report, StringComparison.Ordinal);
        Assert.Contains("bipolar streams of 16/8/8 bits", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--optimizer sgd --pass-encoding bipolar", 3, "choose an optimiser in streams")]
    [InlineData("--passes stochastic --pass-encoding xnor", 2, "use sign-magnitude, bipolar")]
    [InlineData("--passes stochastic --pass-encoding bipolar --port emulator:", 3, "Boards do not take")]
    public void Train_BipolarPassesThatCannotBe_AreRefusedInOneSentence(string arguments, int exit, string part)
    {
        CliResult run = Train([.. arguments.Split(' '), "--out", "run"]).AssertExit(exit);

        Assert.Contains(part, run.ErrorLines[0], StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "run")));
    }

    [Theory]
    [InlineData("totals", true)]
    [InlineData("none", false)]
    public void Train_LedgerOnRequest_WritesNoFiles(string detail, bool isAccounted)
    {
        JsonElement result = Train("--ledger", detail, "--json", "--out", "run").AssertExit(0).Json;

        Assert.False(File.Exists(Path.Combine(_folder.Path, "run", "ledger.csv")));
        Assert.Equal(isAccounted, result.GetProperty("cost").ValueKind == JsonValueKind.Object);
    }

    [Fact]
    public void Train_NoOut_NamesTheFolder()
    {
        Train("--no-baseline").AssertExit(0);
        Train("--optimizer", "sgd").AssertExit(0);

        IEnumerable<string> folders = Directory.EnumerateDirectories(Path.Combine(_folder.Path, "runs"));
        string[] names = [.. folders.Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        Assert.Equal(2, names.Length);
        Assert.Matches(@"^images-edge-sc-momentum-\d{8}-\d{6}$", names[0]);
        Assert.Matches(@"^images-edge-sgd-\d{8}-\d{6}$", names[1]);
    }

    [Theory]
    [InlineData("--learning-rate 1/16 --momentum 0.5")]
    [InlineData("--optimizer sc-sgd --learning-rate-mode stream --learning-rate 0.05 --weight-decay 0.001")]
    [InlineData("--optimizer sc-adam --learning-rate 1/1024 --cells own")]
    [InlineData("--passes stochastic --source sobol --pass-length 16/8/8")]
    [InlineData("--encoding bipolar --stream-length 64 --gradient-bits 8 --register-bits 16/12")]
    [InlineData("--cbram gaba2013 --write serial --lanes 32 --device-seed 7 --nonideality drive-bits=8 --nonideality residual-filament=0.5")]
    public void Train_Settings_ReachTheManifest(string settings)
    {
        string[] words = settings.Split(' ');
        Train(["--out", "run", .. words]).AssertExit(0);

        // What the manifest holds is what a resumed run would be asked for: the same options do not contradict it.
        string[] again = ["train", "--resume", "run", .. words];
        CliProcess.Run(_folder.Path, again).AssertExit(0);
    }

    [Fact]
    public void Resume_OtherSettings_AreRefused()
    {
        Train("--out", "run").AssertExit(0);
        byte[] before = File.ReadAllBytes(Path.Combine(_folder.Path, "run", "manifest.json"));
        string[] contradictions = ["--epochs 5", "--optimizer sc-sgd", "--seed 2", "--no-baseline", "--cbram ideal", "--nonideality stuck-set=0.1"];
        foreach (string contradiction in contradictions)
        {
            CliResult result = CliProcess.Run(_folder.Path, ["train", "--resume", "run", .. contradiction.Split(' ')]).AssertExit(3);
            Assert.Contains("contradict", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
            Assert.Equal(before, File.ReadAllBytes(Path.Combine(_folder.Path, "run", "manifest.json")));
        }
    }

    [Fact]
    public void Resume_FinishedRun_RepeatsTheResult()
    {
        string first = Train("--out", "run", "--json").AssertExit(0).OutputLines[^1];

        Assert.Equal(first, CliProcess.Run(_folder.Path, "train", "--resume", "run", "--json").AssertExit(0).OutputLines[^1]);
    }

    [Fact]
    public void Train_ThroughTheLibraryAlone_WritesTheSameBytes()
    {
        Train("--seeds", "1,2", "--nonideality", "stuck-set=0.01", "--out", "run").AssertExit(0);

        RunOutcome outcome = RunExecution.Train(new TrainRequest
        {
            Options = new TrainingOptions { Dataset = _folder.At("images"), Model = "edge", Epochs = 2, BatchSize = 8, Seeds = [1, 2] },
            Nonidealities = ["stuck-set=0.01"],
            OutputPath = _folder.At("library"),
            CommandLine = "a script",
        });

        foreach (string file in Files.Where(file => file is not ("checkpoint.safetensors" or "manifest.json" or "report.html")))
        {
            Assert.Equal(File.ReadAllBytes(_folder.At(Path.Combine("run", file))), File.ReadAllBytes(Path.Combine(outcome.Directory.Path, file)));
        }

        JsonNode expected = Manifest("run");
        JsonNode actual = Manifest("library");
        Assert.Equal(expected["options"]!.ToJsonString(), actual["options"]!.ToJsonString());
        Assert.Equal(expected["result"]!["sc"]!.ToJsonString(), actual["result"]!["sc"]!.ToJsonString());
        Assert.Equal(expected["result"]!["cost"]!.ToJsonString(), actual["result"]!["cost"]!.ToJsonString());
        Assert.Equal("a script", (string?)actual["command_line"]);
    }

    public void Dispose() => _folder.Dispose();

    private JsonNode Manifest(string run) => JsonNode.Parse(File.ReadAllText(_folder.At(Path.Combine(run, "manifest.json"))))!;

    private static double[] Accuracies(JsonElement json, string leg) =>
        [.. json.GetProperty(leg).GetProperty("test_accuracy").EnumerateArray().Select(value => value.GetDouble())];

    private static double LastAccuracy(CliResult result)
    {
        string line = result.OutputLines.Last(line => line.StartsWith("seed 1  epoch ", StringComparison.Ordinal));
        return Math.Round(double.Parse(line.Split("sc validation accuracy ")[1].Split(' ')[0]) / 100, 4);
    }

    private static Int128 Sum(System.Collections.Generic.IEnumerable<string> numbers) =>
        numbers.Aggregate((Int128)0, (sum, number) => sum + Int128.Parse(number));

    private CliResult Train(params string[] arguments) =>
        CliProcess.Run(
            _folder.Path,
            [.. "train --dataset images --model edge --epochs 2 --batch 8".Split(' '), .. TrainFolder.Fp32Unless(arguments), .. arguments]);
}
