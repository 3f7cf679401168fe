using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading;

namespace ScEdge.Cli.Tests;

[Trait("Kind", "Slow")]
public sealed class SweepCommandTests : IDisposable
{
    private static readonly string[] Files = ["parameters.npz", "registers.safetensors", "metrics.csv", "ledger.csv"];

    private static readonly string[] Points =
        "--set model=edge --set dataset=images --set batch=8 --set baseline=none --set passes=fp32".Split(' ');

    private readonly TemporaryFolder _folder = new();

    public SweepCommandTests() => TinyImages.Write(Path.Combine(_folder.Path, "images"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Sweep_Grid_TrainsWhatTrainWouldTrain()
    {
        CliResult sweep = Sweep("--set", "epochs=2", "--vary", "stream-length=8,16", "--seeds", "3..4", "--json").AssertExit(0);

        JsonElement[] points = [.. sweep.Json.GetProperty("points").EnumerateArray()];
        Assert.Equal(["stream-length=8", "stream-length=16"], points.Select(static point => point.GetProperty("name").GetString()));
        Assert.All(
            points, static point => Assert.Equal([3, 4], point.GetProperty("seeds").EnumerateArray().Select(static seed => seed.GetInt32())));

        string train = "train --passes fp32 --model edge --dataset images --batch 8 --baseline none --epochs 2 --stream-length 16 --seed 4 --out one";
        CliProcess.Run(_folder.Path, train.Split(' ')).AssertExit(0);
        string[] folders = Directory.GetDirectories(Path.Combine(_folder.Path, "out", "points"), "stream-length=16-*");
        Assert.Equal(Hash(Path.Combine(_folder.Path, "one")), Hash(Path.Combine(Assert.Single(folders), "seed-4")));
        Assert.Equal(5, File.ReadAllLines(Path.Combine(_folder.Path, "out", "results.csv")).Length);
        Assert.Equal(3, File.ReadAllLines(Path.Combine(_folder.Path, "out", "summary.csv")).Length);
        string page = File.ReadAllText(Path.Combine(_folder.Path, "out", "sweep.html"));
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(Assert.Single(folders), "seed-4", "manifest.json")));
        Assert.Matches(@"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ</span>", page);
        Assert.Contains($"scedge {manifest.RootElement.GetProperty("version").GetString()}", page, StringComparison.Ordinal);
        string[] links = [.. Regex.Matches(page, "href=\"(?!data:)([^#\"]+)\"").Select(static link => link.Groups[1].Value).Distinct()];
        Assert.Equal(4, links.Length);
        Assert.All(links, link => Assert.True(File.Exists(Path.Combine(_folder.Path, "out", Uri.UnescapeDataString(link))), link));
    }

    [Fact]
    public void Sweep_PlanThatGrows_TrainsOnlyWhatIsNew()
    {
        Sweep("--set", "epochs=1", "--vary", "stream-length=8").AssertExit(0);
        CliResult grown = Sweep("--set", "epochs=1", "--vary", "encoding=sign-magnitude,bipolar", "--vary", "stream-length=8", "--seeds", "1,2")
            .AssertExit(0);

        Assert.Contains("2 points, 4 trainings, 3 left", grown.Output, StringComparison.Ordinal);
        Assert.Contains("[4/4]", grown.Output, StringComparison.Ordinal);
        Assert.Contains("0 left", Sweep("--set", "epochs=1", "--vary", "stream-length=8").AssertExit(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Sweep_PartsWithAnArchive_TrainsWhatItDoesNotHaveAndAddsIt()
    {
        WritePlan("""{ "base": { "epochs": 1 }, "parts": { "a": { "vary": { "stream-length": [8, 16] } }, "b": { "seeds": "2" } } }""");
        string[] line = ["plan.json", "--archive", "kept.jsonl"];
        Assert.Contains("3 points, 3 trainings that the archive does not have, 3 left", Sweep(line).AssertExit(0).Output, StringComparison.Ordinal);
        string archive = Path.Combine(_folder.Path, "kept.jsonl");
        string[] kept = File.ReadAllLines(archive);
        Assert.Equal(3, kept.Length);
        Assert.Equal("8", JsonDocument.Parse(kept[0]).RootElement.GetProperty("settings").GetProperty("stream-length").GetString());

        // The runs are gone: the archive stands for them.
        Directory.Delete(Path.Combine(_folder.Path, "out"), recursive: true);
        Assert.Contains("The archive has all trainings of the plan.", Sweep(line).AssertExit(0).Output, StringComparison.Ordinal);
        File.WriteAllLines(archive, kept[..2]);
        Assert.Contains("1 training that the archive does not have", Sweep(line).AssertExit(0).Output, StringComparison.Ordinal);
        Assert.Equal(kept[..2], File.ReadAllLines(archive)[..2]);
        Assert.Equal(3, File.ReadAllLines(archive).Length);

        File.AppendAllText(archive, "{}\n");
        CliResult damaged = Sweep(line).AssertExit(3);
        Assert.Contains("kept.jsonl, line 4, is no line of an archive", Assert.Single(damaged.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("--archive is for", Sweep([.. line, "--on", "slurm"]).AssertExit(2).ErrorLines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Sweep_OneTrainingThatFails_DoesNotStopTheOthers()
    {
        Sweep("--set", "epochs=1", "--vary", "stream-length=8").AssertExit(0);
        string manifest = Assert.Single(Directory.GetFiles(Path.Combine(_folder.Path, "out"), "manifest.json", SearchOption.AllDirectories));
        File.WriteAllText(manifest, "{}");
        CliResult result = Sweep("--set", "epochs=1", "--vary", "stream-length=8,16").AssertExit(3);

        Assert.Contains("failed: stream-length=8, seed 1: ", result.Output, StringComparison.Ordinal);
        Assert.Contains("stream-length=16, seed 1: ", result.Output, StringComparison.Ordinal);
        Assert.StartsWith("scedge: 1 training of 2 failed, the first with: ", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.Equal("{}", File.ReadAllText(manifest));
    }

    [Fact]
    public void Sweep_Killed_GoesOnToTheSameBytes()
    {
        string[] plan = ["--set", "epochs=150", "--vary", "stream-length=8,16", "--jobs", "2"];
        Sweep(plan).AssertExit(0);
        string[] expected = Hashes("out");
        Directory.Move(Path.Combine(_folder.Path, "out"), Path.Combine(_folder.Path, "whole"));

        using (CliProcess process = CliProcess.Start(_folder.Path, ["sweep", .. Points, "--out", "out", .. plan]))
        {
            string points = Path.Combine(_folder.Path, "out", "points");
            int seen = Checkpoints(points);
            for (int i = 0; i < 600 && seen < 2; i++)
            {
                Thread.Sleep(100);
                seen = Checkpoints(points);
            }

            Assert.True(seen >= 2, $"There are {seen} checkpoints where each of two trainings should have one:\n{process.Printed}");
            process.Kill();
        }

        Sweep(plan).AssertExit(0);
        Assert.Equal(expected, Hashes("out"));
    }

    [Fact]
    public void Sweep_PlanAndLine_SettingsOfTheLineReplaceThoseOfBaseAndItsVaryJoins()
    {
        WritePlan(
            """
            {
              "base": { "epochs": 5, "model": "lenet5" },
              "vary": { "stream-length": [8, 16] },
              "skip": [ { "encoding": "bipolar", "stream-length": 8 } ]
            }
            """);
        CliResult result = Sweep("plan.json", "--set", "epochs=1", "--vary", "encoding=sign-magnitude,bipolar", "--json").AssertExit(0);

        Assert.Equal(
            [
                "stream-length=8, encoding=sign-magnitude", "stream-length=16, encoding=sign-magnitude", "stream-length=16, encoding=bipolar",
            ],
            result.Json.GetProperty("points").EnumerateArray().Select(static point => point.GetProperty("name").GetString()));
        string[] manifests = Directory.GetFiles(Path.Combine(_folder.Path, "out"), "manifest.json", SearchOption.AllDirectories);
        Assert.Equal(3, manifests.Length);
        Assert.All(manifests, static manifest =>
        {
            JsonElement options = JsonDocument.Parse(File.ReadAllText(manifest)).RootElement.GetProperty("options");
            Assert.Equal(1, options.GetProperty("epochs").GetInt32());
            Assert.Equal("edge", options.GetProperty("model").GetString());
        });
    }

    [Theory]
    [InlineData("""{"vary": {"epochs": [1, 2]}}""")]
    [InlineData("""{"zip": [{"epochs": [1, 2], "learning-rate": ["1/32", "1/64"]}]}""")]
    public void Sweep_SettingThatVariesInThePlanAndOnTheLine_IsRefused(string plan)
    {
        WritePlan(plan);
        CliResult result = Sweep("plan.json", "--vary", "epochs=3").AssertExit(3);

        Assert.Contains("\"epochs\" varies twice: give it once", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "out")));
    }

    [Theory]
    [InlineData("--vary epoch=1,2", "\"epoch\" is no setting of train: use dataset")]
    [InlineData("--vary seeds=1,2", "\"seeds\" is no setting of train")]
    [InlineData("--vary epochs=x", "The point epochs=x cannot be trained: --epochs cannot take \"x\"")]
    [InlineData("--vary stream-length=5000", "The point stream-length=5000 cannot be trained")]
    [InlineData("--vary learning-rate=99", "The point learning-rate=99 cannot be trained: The learning rate 99 cannot be used")]
    [InlineData("--vary epochs", "--vary cannot take \"epochs\": give for example --vary stream-length=8,16")]
    [InlineData("--vary epochs=1,2 --vary epochs=3", "\"epochs\" varies twice: give it once")]
    [InlineData("--vary epochs=1 --jobs 0", "--jobs 0 cannot be used")]
    [InlineData("absent.json", "absent.json")]
    public void Sweep_BadInput_IsOneSentenceAndNothingIsWritten(string arguments, string part)
    {
        CliResult result = CliProcess.Run(_folder.Path, ["sweep", .. arguments.Split(' '), "--out", "out"]).AssertExit(3);

        Assert.Contains(part, Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "out")));
    }

    [Fact]
    public void Sweep_FolderWithOtherThings_IsRefused()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "out"));
        File.WriteAllText(Path.Combine(_folder.Path, "out", "thesis.tex"), "mine");
        Sweep("--set", "epochs=1", "--vary", "stream-length=8").AssertExit(3);

        Assert.Equal("mine", File.ReadAllText(Path.Combine(_folder.Path, "out", "thesis.tex")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("--on slurm --detach")]
    public void Sweep_FolderThatIsAFile_IsOneSentenceAndTheFileStays(string cluster)
    {
        File.WriteAllText(Path.Combine(_folder.Path, "out"), "mine");
        string[] arguments = ["--set", "epochs=1", "--vary", "stream-length=8", .. cluster.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        CliResult result = Sweep(arguments).AssertExit(3);

        Assert.Contains("cannot be made", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(_folder.Path, "out")));
    }

    [Fact]
    public void Sweep_DryRun_SaysWhatItWouldTrainAndTrainsNothing()
    {
        CliResult result = Sweep("--set", "epochs=1", "--vary", "stream-length=8,16", "--seeds", "1..10", "--dry-run").AssertExit(0);

        Assert.Contains("2 points, 20 trainings, 20 left", result.Output, StringComparison.Ordinal);
        Assert.Contains("stochastic bits and", result.Output, StringComparison.Ordinal);
        Assert.Contains("  stream-length=16", result.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "out")));
    }

    [Fact]
    public void Sweep_DryRunOnACluster_SaysNothingOfTheTimeHere()
    {
        string[] line = ["--set", "epochs=1", "--vary", "stream-length=8", "--dry-run", "--jobs", "2"];
        string[] here = Sweep(line).AssertExit(0).OutputLines;
        string[] there = Sweep([.. line, "--on", "slurm"]).AssertExit(0).OutputLines;

        Assert.Equal("1 point, 1 training, 1 left, 2 at a time with 1 thread each, into out", here[0]);
        Assert.Equal("1 point, 1 training, 1 left, with 1 thread each, into out", there[0]);
        Assert.Matches("^about .+ stochastic bits and .+, from some steps of a few points$", here[^1]);
        Assert.Matches("^about [^ ]+( [^ ]+)? stochastic bits, from some steps of a few points$", there[^1]);
    }

    [Theory]
    [InlineData("--chunk 4", "--chunk is about a cluster: give --on slurm with it.")]
    [InlineData("--partition short", "--partition is about a cluster: give --on slurm with it.")]
    public void Sweep_OptionOfAClusterWithoutOne_IsRefused(string option, string sentence)
    {
        CliResult result = Sweep(["--vary", "stream-length=8", "--dry-run", .. option.Split(' ')]).AssertExit(2);
        Assert.Equal($"scedge: {sentence}", result.ErrorLines[0]);
    }

    private CliResult Sweep(params string[] arguments) => CliProcess.Run(_folder.Path, ["sweep", .. Points, "--out", "out", .. arguments]);

    private void WritePlan(string text) => File.WriteAllText(Path.Combine(_folder.Path, "plan.json"), text);

    private static int Checkpoints(string points) =>
        Directory.Exists(points) ? Directory.GetFiles(points, "checkpoint*", SearchOption.AllDirectories).Length : 0;

    private string[] Hashes(string folder) =>
    [
        .. Directory.GetDirectories(Path.Combine(_folder.Path, folder, "points"), "seed-*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(Hash),
    ];

    private static string Hash(string run) => string.Join(
        ' ', Files.Select(name => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(run, name))))));
}
