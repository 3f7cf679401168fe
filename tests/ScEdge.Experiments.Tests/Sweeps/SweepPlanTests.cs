using System.IO;
using System.Linq;
using ScEdge.Experiments.Sweeps;
using ScEdge.Input;

namespace ScEdge.Experiments.Tests.Sweeps;

public sealed class SweepPlanTests : System.IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Expand_GridListsPointsAndConditions_AreThePlansPointsInItsOrder()
    {
        SweepPlan plan = Read(
            """
            {
              // what all have
              "base": { "model": "edge", "epochs": 1, },
              "vary": { "stream-length": [8, "32/4/4"], "encoding": ["sign-magnitude", "bipolar"] },
              "zip": [ { "register-bits": ["16/16", "8/8"], "learning-rate": [0.03125, "1/64"] } ],
              "points": [ { "optimizer": "sc-adam", "nonideality": ["stuck-set=0.01", "drive-bits=6"] } ],
              "skip": [ { "encoding": "bipolar", "stream-length": 8 } ],
              "seeds": "1..3,7",
            }
            """);

        Assert.Equal([1, 2, 3, 7], plan.Seeds);
        Assert.Equal(
            [
                "stream-length=8, encoding=sign-magnitude, register-bits=16/16, learning-rate=0.03125",
                "stream-length=8, encoding=sign-magnitude, register-bits=8/8, learning-rate=1/64",
                "stream-length=32/4/4, encoding=sign-magnitude, register-bits=16/16, learning-rate=0.03125",
                "stream-length=32/4/4, encoding=sign-magnitude, register-bits=8/8, learning-rate=1/64",
                "stream-length=32/4/4, encoding=bipolar, register-bits=16/16, learning-rate=0.03125",
                "stream-length=32/4/4, encoding=bipolar, register-bits=8/8, learning-rate=1/64",
                "optimizer=sc-adam, nonideality=stuck-set=0.01,drive-bits=6",
            ],
            plan.Expand().Select(static point => point.Name));
        Assert.Equal(
            ["--epochs", "1", "--model", "edge", "--nonideality", "stuck-set=0.01", "--nonideality", "drive-bits=6", "--optimizer", "sc-adam"],
            plan.Expand()[^1].Arguments);
    }

    [Fact]
    public void Expand_OwnSetting_ReplacesTheCommonOne() => Assert.Equal(
        ["--epochs", "2"], Read("""{"base": {"epochs": 1}, "points": [{"epochs": 2}]}""").Expand().Single().Arguments);

    [Theory]
    [InlineData("18446744073709551615", new[] { ulong.MaxValue })]
    [InlineData("7,18446744073709551614..18446744073709551615", new[] { 7ul, ulong.MaxValue - 1, ulong.MaxValue })]
    public void ParseSeeds_LargestNumber_EndsWithIt(string text, ulong[] seeds) => Assert.Equal(seeds, SweepPlanFile.ParseSeeds(text));

    [Fact]
    public void Expand_CommonSettingThatVaries_VariesOnlyAndIsSkippedByItsOwnValue()
    {
        SweepPlan plan = Read("""{"base": {"epochs": 1}, "vary": {"epochs": [1, 2, 3]}, "points": [{"epochs": 4}], "skip": [{"epochs": 1}]}""");

        Assert.Equal(["--epochs 2", "--epochs 3", "--epochs 4"], plan.Expand().Select(static point => point.Text));
        Assert.Equal(["epochs=2", "epochs=3", "epochs=4"], plan.Expand().Select(static point => point.Name));
    }

    [Fact]
    public void Expand_TheSamePointTwice_IsThereOnce() =>
        Assert.Equal(2, Read("""{"vary": {"epochs": [1, 2]}, "points": [{"epochs": 2}]}""").Expand().Count);

    [Fact]
    public void Trainings_Parts_HaveTheSettingsAndSeedsOfTheWholeWhereTheyHaveNoneAndNothingTwice()
    {
        SweepPlan plan = Read(
            """
            {
              "base": { "model": "edge", "epochs": 1 },
              "seeds": "1,2",
              "parts": {
                "first": { "vary": { "stream-length": [8, 16] } },
                "second": { "base": { "epochs": 2 }, "points": [ {} ], "seeds": 7 },
                "third": { "points": [ { "stream-length": 16 } ], "seeds": "2,3" }
              }
            }
            """);

        string[] expected =
        [
            "--epochs 1 --model edge --stream-length 8, seed 1", "--epochs 1 --model edge --stream-length 8, seed 2",
            "--epochs 1 --model edge --stream-length 16, seed 1", "--epochs 1 --model edge --stream-length 16, seed 2",
            "--epochs 2 --model edge, seed 7",
            "--epochs 1 --model edge --stream-length 16, seed 3",
        ];
        Assert.Equal(expected, Texts(plan));
        Assert.Equal(["first", "second", "third"], plan.Parts.Select(static part => part.Name));
        Assert.Equal(expected, Texts(Read(SweepPlanFile.Text(plan))));
    }

    [Theory]
    [InlineData("[]", "A plan is an object")]
    [InlineData("""{"parts": {}}""", "\"parts\" has no part")]
    [InlineData("""{"parts": {"a": {"parts": {"b": {}}}}}""", "The part \"a\" has parts itself")]
    [InlineData("""{"parts": {"a": {}}, "points": [{}]}""", "beside \"parts\" only \"base\" and \"seeds\" can stand")]
    [InlineData("""{"parts": {"a": {"epochs": 1}}}""", "\"epochs\" is no part of a plan")]
    [InlineData("""{"parts": {"a": [1]}}""", "A plan is an object")]
    [InlineData("""{"vary": [1]}""", "\"vary\" takes an object of settings")]
    [InlineData("""{"vary": {"epochs": 3}}""", "\"epochs\" in vary takes a list of values")]
    [InlineData("""{"vary": {"epochs": []}}""", "\"epochs\" in vary takes a list of values")]
    [InlineData("""{"zip": [{"epochs": [1, 2], "batch": [8]}]}""", "\"epochs\" and \"batch\" in zip go together: give them equal lengths")]
    [InlineData("""{"points": {"epochs": 1}}""", "\"points\" is a list of objects")]
    [InlineData("""{"base": {"epochs": true}}""", "\"epochs\" takes a text, a number")]
    [InlineData("""{"epochs": [1]}""", "\"epochs\" is no part of a plan: use base, vary, zip, points, skip, seeds, parts")]
    [InlineData("""{"base": {"epochs": 1, "epochs": 2}}""", "\"epochs\" stands twice in base")]
    [InlineData("""{"vary": {"epochs": [1]}, "vary": {"epochs": [2]}}""", "plan.json: \"vary\" stands twice in the plan: give it once.")]
    [InlineData("""{"vary": {"epochs": [1]}, "zip": [{"epochs": [2]}]}""", "\"epochs\" varies twice: give it once")]
    [InlineData("""{"zip": [{"epochs": [1]}, {"epochs": [2], "batch": [8]}]}""", "\"epochs\" varies twice: give it once")]
    [InlineData("""{"vary": {"epochs": [1]}, "seeds": "3..1"}""", "The seeds \"3..1\" cannot be used")]
    [InlineData("""{"vary": {"epochs": [1]}, "seeds": [1, 1]}""", "A seed is given twice")]
    [InlineData("""{"vary": """, "is no JSON")]
    public void Read_Mistake_IsOneSentence(string plan, string part) =>
        Assert.Contains(part, Assert.Throws<InputException>(() => Read(plan).Expand()).Message, System.StringComparison.Ordinal);

    [Fact]
    public void Expand_EveryPointSkipped_SaysSo() => Assert.Contains(
        "has no point", Assert.Throws<InputException>(() => Read("""{"vary": {"epochs": [1]}, "skip": [{"epochs": 1}]}""").Expand()).Message,
        System.StringComparison.Ordinal);

    [Fact]
    public void Expand_MoreThanAMillionPoints_IsRefusedAtOnce()
    {
        SweepAxis axis = new("epochs", [.. Enumerable.Range(1, 101).Select(static i => new SweepValue($"{i}"))]);
        SweepPlan plan = new() { Vary = [axis, axis with { Name = "batch" }, axis with { Name = "limit" }] };
        Assert.Contains("more than 1,000,000 points", Assert.Throws<InputException>(() => plan.Expand()).Message, System.StringComparison.Ordinal);
    }

    private static string[] Texts(SweepPlan plan) =>
        [.. plan.Trainings().Select(static training => $"{training.Point.Text}, seed {training.Seed}")];

    private SweepPlan Read(string text)
    {
        string path = Path.Combine(_folder.Path, "plan.json");
        File.WriteAllText(path, text);
        return SweepPlanFile.Read(path);
    }
}
