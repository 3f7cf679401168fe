using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace ScEdge.Cli.Tests;

[Trait("Kind", "Unit")]
public sealed class ReproduceCommandTests : IDisposable
{
    private static readonly string[] Libraries = ["tsmc40lp-unarysim", "neurosim45lp", "dally45", "nangate45-synthesised", "freepdk45-vth-0v9"];
    private static readonly string[] HardwareClaims = ["mac-size", "mac-size-array", "operating-point"];

    private readonly TemporaryFolder _folder = new();

    public ReproduceCommandTests() => TinyImages.Write(Path.Combine(_folder.Path, "images"));

    [Fact]
    public void Reproduce_Json_GivesAVerdictForEveryClaimAndLibrary()
    {
        CliResult result = Reproduce("--json").AssertExit(0);

        Assert.Single(result.OutputLines);
        JsonElement[] claims = [.. result.Json.GetProperty("claims").EnumerateArray()];
        Assert.Equal("accuracy-drop", claims[0].GetProperty("id").GetString());
        foreach (string id in HardwareClaims)
        {
            Assert.Equal(
                Libraries,
                claims.Where(claim => claim.GetProperty("id").GetString() == id).Select(claim => claim.GetProperty("library").GetString()));
        }

        Assert.All(
            claims,
            claim => Assert.Matches(
                "^(reproduced|reproduced-under-assumption|not-reproduced|undecided|untested)$", claim.GetProperty("verdict").GetString()));
        JsonElement scalability = claims.Single(claim => claim.GetProperty("id").GetString() == "scalability");
        Assert.Equal("untested", scalability.GetProperty("verdict").GetString());
        Assert.Equal(Libraries, result.Json.GetProperty("uncertainty").EnumerateArray().Select(one => one.GetProperty("library").GetString()));
        Assert.All(claims, claim => Assert.NotEqual("", claim.GetProperty("residual").GetString()));
        Assert.Equal(
            ["4", "8/2/2", "32"],
            result.Json.GetProperty("stream_lengths").EnumerateArray().Select(one => one.GetProperty("stream_length").GetString()));
        Assert.NotEmpty(result.Json.GetProperty("published").EnumerateArray());

        // The file has all digits of every number.
        using JsonDocument kept = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder.Path, "claims", "reproduction.json")));
        Assert.Equal(
            claims.Select(claim => $"{claim.GetProperty("id")} {claim.GetProperty("verdict")} {claim.GetProperty("obtained")}"),
            kept.RootElement.GetProperty("claims").EnumerateArray()
                .Select(claim => $"{claim.GetProperty("id")} {claim.GetProperty("verdict")} {claim.GetProperty("obtained")}"));
    }

    [Fact]
    public void Reproduce_Drop_IsThatOfTheRuns()
    {
        JsonElement json = Reproduce("--json").AssertExit(0).Json;

        double Accuracy(string length, string leg, int seed)
        {
            using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder.Path, "claims", length, "manifest.json")));
            return manifest.RootElement.GetProperty("result").GetProperty(leg).GetProperty("test_accuracy")[seed].GetDouble();
        }

        double drops = Accuracy("length-32", "fp32", 0) - Accuracy("length-4", "sc", 0)
            + Accuracy("length-32", "fp32", 1) - Accuracy("length-4", "sc", 1);
        double expected = 50 * drops;
        Assert.Equal(expected, json.GetProperty("stream_lengths")[0].GetProperty("drop_from_fp32").GetProperty("points").GetDouble(), 1e-9);
    }

    [Fact]
    public void Reproduce_SameCommandAgain_TrainsNothingAndSaysTheSame()
    {
        string first = Reproduce("--json").AssertExit(0).Output;
        CliResult second = Reproduce("--json").AssertExit(0);

        Assert.Equal(first, second.Output);
        Assert.DoesNotContain("[1/3]", second.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Reproduce_FolderOfOtherSettings_IsRefused()
    {
        Reproduce().AssertExit(0);
        CliResult result = Reproduce("--epochs", "2").AssertExit(3);

        Assert.Contains("holds a run with other settings", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void Reproduce_Text_NamesClaimsAndLeavesAPage()
    {
        CliResult result = Reproduce().AssertExit(0);

        Assert.Contains(result.OutputLines, line => line.StartsWith("mac-size: ", StringComparison.Ordinal));
        Assert.DoesNotContain('\e', result.Output);
        using XmlReader reader = XmlReader.Create(
            Path.Combine(_folder.Path, "claims", "reproduction.html"), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        XElement page = XElement.Load(reader);
        string[] ids = [.. page.Descendants().Attributes("id").Select(id => id.Value)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.True(page.Descendants("svg").Count() >= 18);
        Assert.Matches(@"ScEdge reproduction · \d{4}-\d\d-\d\dT[\d:]{8}Z · scedge \d+\.\d+\.\d+", page.Descendants("header").First().Value);
        Assert.All(
            page.Descendants("svg").Descendants("rect").Attributes("width"),
            width => Assert.True(double.Parse(width.Value, CultureInfo.InvariantCulture) >= 0));
    }

    [Theory]
    [InlineData("--dataset images --lengths 4,x", "The stream length \"x\" cannot be used")]
    [InlineData("--dataset images --seeds 1,1", "A seed is given twice")]
    [InlineData("--dataset absent", "There is no folder 'absent'")]
    public void Reproduce_BadInput_IsOneSentence(string arguments, string start)
    {
        CliResult result = CliProcess.Run(_folder.Path, ["reproduce", "--model", "edge", .. arguments.Split(' ')]).AssertExit(3);

        Assert.StartsWith("scedge: " + start, Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "runs")));
    }

    public void Dispose() => _folder.Dispose();

    private CliResult Reproduce(params string[] more) => CliProcess.Run(
        _folder.Path,
        [
            "reproduce", "--dataset", "images", "--model", "edge", "--batch", "8", "--seeds", "1,2", "--lengths", "4,8/2/2", "--out", "claims",
            .. more.Contains("--epochs") ? more : ["--epochs", "1", .. more],
        ]);
}
