using System;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace ScEdge.Cli.Tests;

[Trait("Kind", "Slow")]
public sealed class CompareCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CompareCommandTests() => TinyImages.Write(Path.Combine(_folder.Path, "images"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Compare_TwoRuns_PairsCommonSeedsAndNamesWhatDiffers()
    {
        Train("a", "--seeds", "1,2,3");
        Train("b", "--seeds", "3,2", "--stream-length", "4");
        JsonElement json = Run("compare", "a", "b", "--json").Json;

        Assert.Equal(["stream-length"], json.GetProperty("differing_settings").EnumerateArray().Select(static name => name.GetString()));
        JsonElement second = json.GetProperty("runs")[1];
        JsonElement drop = second.GetProperty("drop_from_first");
        Assert.Equal(2, drop.GetProperty("seeds").GetInt32());

        // Seeds 2 and 3 of the first run against those of the second, whatever their order.
        double[] first = Accuracies(json.GetProperty("runs")[0]);
        double[] other = Accuracies(second);
        Assert.Equal(50 * (first[1] + first[2] - other[0] - other[1]), drop.GetProperty("points").GetDouble(), 1e-9);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("runs")[0].GetProperty("drop_from_first").ValueKind);
    }

    [Fact]
    public void Compare_RunWithItself_IsTheSameImages()
    {
        Train("a", "--seeds", "1");
        string output = Run("compare", "a", "a").Output;

        Assert.Contains("the same images", output, StringComparison.Ordinal);
        Assert.Contains("All settings are equal.", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_NoSeedInCommon_SaysSoAndGivesNoDrop()
    {
        Train("a", "--seeds", "1");
        Train("b", "--seeds", "2");
        JsonElement second = Run("compare", "a", "b", "--json").Json.GetProperty("runs")[1];

        Assert.Equal("no seed in common", second.GetProperty("obstacle").GetString());
        Assert.Equal(JsonValueKind.Null, second.GetProperty("drop_from_first").ValueKind);
    }

    [Theory]
    [InlineData("compare a absent", 3, "absent")]
    [InlineData("compare a", 2, "One run has nothing to be compared with")]
    [InlineData("runs absent", 3, "There is no folder 'absent'")]
    [InlineData("runs . --where colour=red", 3, "\"colour\" is no setting of train: use status, dataset")]
    [InlineData("runs . --where status", 3, "--where cannot take \"status\"")]
    public void Command_BadInput_IsOneSentence(string arguments, int code, string part)
    {
        Train("a", "--seeds", "1");
        CliResult result = CliProcess.Run(_folder.Path, arguments.Split(' ')).AssertExit(code);
        Assert.Contains(part, result.ErrorLines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_Conditions_ListsThoseThatMeetAll()
    {
        Train("runs/a", "--seeds", "1");
        Train("runs/deep/b", "--seeds", "1", "--stream-length", "4");
        Directory.CreateDirectory(Path.Combine(_folder.Path, "runs", "other"));
        File.WriteAllText(Path.Combine(_folder.Path, "runs", "other", "manifest.json"), "{\"name\": \"of another program\"}");

        string all = Run("runs").Output;
        Assert.Contains("runs/a", all, StringComparison.Ordinal);
        Assert.Contains("runs/deep/b", all, StringComparison.Ordinal);
        Assert.DoesNotContain("other", all, StringComparison.Ordinal);
        JsonElement found = Assert.Single(Run("runs", "--where", "stream-length=4", "--where", "status=finished", "--json").Json.EnumerateArray());
        Assert.Equal(Path.Combine("runs", "deep", "b"), found.GetProperty("folder").GetString());
        Assert.Contains("There is no such run.", Run("runs", "--where", "status=interrupted").Output, StringComparison.Ordinal);
    }

    private static double[] Accuracies(JsonElement run) =>
        [.. run.GetProperty("test_accuracy").EnumerateArray().Select(static accuracy => accuracy.GetDouble())];

    private void Train(string folder, params string[] arguments)
    {
        string[] train = "train --passes fp32 --dataset images --model edge --batch 8 --epochs 1 --baseline none --out".Split(' ');
        CliProcess.Run(_folder.Path, [.. train, folder, .. arguments]).AssertExit(0);
    }

    private CliResult Run(params string[] arguments) => CliProcess.Run(_folder.Path, arguments).AssertExit(0);
}
