using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text.Json;
using System.Threading;

namespace ScEdge.Cli.Tests;

[Trait("Kind", "Slow")]
public sealed class SweepSearchTests : IDisposable
{
    private static readonly string[] Plan =
    [
        .. "--set model=edge --set dataset=images --set batch=8 --set baseline=none --set passes=fp32".Split(' '),
        .. "--vary stream-length=2,4,8,16 --vary register-bits=8/8,16/16 --vary learning-rate=1/16,1/32,1/64".Split(' '),
    ];

    private readonly TemporaryFolder _folder = new();

    public SweepSearchTests() => TinyImages.Write(Path.Combine(_folder.Path, "images"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Sweep_Optimize_TrainsTheBudgetOfEachMethodAndComparesThem()
    {
        CliResult result = Search("out", "--set", "epochs=1", "--seeds", "1,2", "--json").AssertExit(0);

        JsonElement search = result.Json.GetProperty("search");
        JsonElement[] methods = [.. search.GetProperty("methods").EnumerateArray()];
        Assert.Equal(["accuracy", "energy"], search.GetProperty("objectives").EnumerateArray().Select(static name => name.GetString()));
        Assert.Equal(["nsga2", "random"], methods.Select(static method => method.GetProperty("name").GetString()));
        Assert.All(methods, static method =>
        {
            double[] volumes =
                [.. method.GetProperty("points").EnumerateArray().Select(static point => point.GetProperty("hypervolume").GetDouble())];
            Assert.Equal(8, volumes.Length);
            Assert.Equal(volumes.Order(), volumes);
            Assert.InRange(method.GetProperty("hypervolume").GetDouble(), 0.05, 1);
        });
        Assert.Equal(Names(methods[0]).Take(4), Names(methods[1]).Take(4));
        Assert.Equal(
            methods.SelectMany(Names).Distinct().Order(),
            result.Json.GetProperty("points").EnumerateArray().Select(static point => point.GetProperty("name").GetString()!).Order());
        Assert.Equal(17, File.ReadAllLines(Path.Combine(_folder.Path, "out", "search.csv")).Length);
        Assert.Contains("nsga2, generation 2: 4 points, 4 of 8 judged before", result.Error, StringComparison.Ordinal);
        Assert.Empty(JsonSchemaCheck.Mistakes(result.Json, "sweep"));
    }

    [LongFact]
    public void Sweep_OptimizeKilled_GoesOnToTheSameBytes()
    {
        string[] epochs = ["--set", "epochs=20"];
        Search("whole", [.. epochs, "--jobs", "2"]).AssertExit(0);
        using (CliProcess process = CliProcess.Start(_folder.Path, [.. Line("out"), .. epochs]))
        {
            for (int i = 0; i < 3000 && Finished("out") < 5; i++)
            {
                Thread.Sleep(20);
            }

            process.Kill();
        }

        Assert.InRange(Finished("out"), 5, Finished("whole") - 1);
        Search("out", epochs).AssertExit(0);
        Assert.Equal(Text("whole", "search.csv"), Text("out", "search.csv"));
        Assert.Equal(Hashes("whole"), Hashes("out"));
    }

    [Theory]
    [InlineData("--budget 8", 2, "--budget is about a search: give --optimize accuracy,energy with it.")]
    [InlineData("--optimize accuracy,energy", 2, "A search needs to know how many points it may train: give --budget N.")]
    [InlineData("--optimize accuracy,energy --budget 8 --on slurm", 2, "A search decides by what is trained, and trains here: leave out --on")]
    [InlineData("--optimize accuracy --budget 8", 3, "A search cannot be for \"accuracy\": give two of accuracy, energy, update-energy")]
    [InlineData("--optimize accuracy,energy --budget 0", 3, "--budget 0 cannot be used: give a number from 1 to 100000")]
    [InlineData("--optimize accuracy,energy --budget 24", 3, "The plan has 24 points, and a budget of 24 trains all of them")]
    [InlineData("--optimize accuracy,energy --budget 8 --search tabu", 2, "use nsga2, random, both")]
    public void Sweep_SearchThatCannotBe_IsOneSentenceAndNothingIsWritten(string arguments, int code, string part)
    {
        CliResult result = CliProcess.Run(_folder.Path, ["sweep", .. Plan, "--out", "out", .. arguments.Split(' ')]).AssertExit(code);

        Assert.Contains(part, result.ErrorLines[0], StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "out")));
    }

    [Theory]
    [InlineData("ledger=none", "has no energy: leave out ledger=none")]
    [InlineData("validation=0", "has no validation images, and a search never looks at the test images")]
    public void Sweep_PointWithoutTheFigure_IsOneSentence(string setting, string part)
    {
        CliResult result = Search("out", "--set", "epochs=1", "--set", setting).AssertExit(3);
        Assert.Contains(part, Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    private static string[] Line(string folder) => ["sweep", .. Plan, "--out", folder, "--optimize", "accuracy,energy", "--budget", "8"];

    private CliResult Search(string folder, params string[] arguments)
    {
        using CliProcess process = CliProcess.Start(_folder.Path, [.. Line(folder), .. arguments]);
        return process.Wait(TimeSpan.FromMinutes(10));
    }

    private static string[] Names(JsonElement method) =>
        [.. method.GetProperty("points").EnumerateArray().Select(static point => point.GetProperty("name").GetString()!)];

    private string Text(string folder, string name) => File.ReadAllText(Path.Combine(_folder.Path, folder, name));

    private int Finished(string folder) => Directory.Exists(Path.Combine(_folder.Path, folder))
        ? Directory.GetFiles(Path.Combine(_folder.Path, folder), "report.html", SearchOption.AllDirectories).Length
        : 0;

    private string[] Hashes(string folder) =>
    [
        .. Directory.GetFiles(Path.Combine(_folder.Path, folder, "points"), "parameters.npz", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(_folder.At(folder), path) + Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path))))
            .Order(StringComparer.Ordinal),
    ];
}
