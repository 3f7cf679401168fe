using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Playground.Streams;

namespace ScEdge.Playground.Tests.Streams;

[Trait("Kind", "Property")]
public sealed class StreamExperimentTests
{
    public static IEnumerable<object[]> Gates =>
        from gate in Enum.GetValues<Gate>()
        from correlation in new[] { -1, 0, 0.5, 1 }
        select new object[] { gate, correlation };

    /// <summary>Four standard deviations of the mean of independent bits; held bits of the divider repeat each other: three times as much.</summary>
    [Theory]
    [MemberData(nameof(Gates))]
    public void Obtained_OfAGate_IsWhatIsExpected(Gate gate, double correlation)
    {
        StreamSettings settings = new()
        {
            Source = BitSource.Counter, Gate = gate, P = 19661, Q = 45875, Correlation = correlation, Length = 65536, Seed = 2,
        };

        StreamExperiment experiment = new(settings);

        double bound = 4 * (gate == Gate.Divide ? 3 : 1) * Math.Max(experiment.DeviationOfABit, 0.5 * experiment.Definition.Scale)
            / Math.Sqrt(settings.Length);
        Assert.InRange(experiment.Obtained, experiment.Expected - bound, experiment.Expected + bound);
        Assert.Equal(experiment.Obtained, experiment.RunningEstimate()[^1].Value);
    }

    [Fact]
    public void ErrorsOverSeeds_OfIndependentBits_FallWithTheRootOfTheLength()
    {
        StreamExperiment experiment = new(new StreamSettings { Source = BitSource.Counter, P = 32768, Q = 32768, Length = 1024 });

        (int cycles, double error) = experiment.ErrorsOverSeeds()[^1];

        // 24 squares of a normal number: their mean lies within 0.41 and 1.9 of one but for a part in 1,000 on either side.
        double square = error * error * cycles / (experiment.DeviationOfABit * experiment.DeviationOfABit);
        Assert.InRange(square, 0.41, 1.9);
    }

    [Fact]
    public void Lessons_Settings_ComeBackFromTheAddress()
    {
        Assert.All(Lesson.All, lesson => Assert.Equal(lesson.Settings, StreamState.Read(StreamState.Write(lesson.Settings))));
        Assert.Equal(Lesson.All.Count, Lesson.All.Select(static lesson => lesson.Settings).Distinct().Count());
    }

    [Fact]
    public void Lessons_ThatBreakSomething_DoSo()
    {
        double Deviations(string title)
        {
            StreamExperiment experiment = new(Lesson.All.Single(lesson => lesson.Title == title).Settings);
            return (experiment.Obtained - experiment.Meant) / experiment.DeviationOfABit * Math.Sqrt(experiment.Result.Length);
        }

        Assert.InRange(Math.Abs(Deviations("An AND gate multiplies")), 0, 3);
        Assert.True(Deviations("One source for both") > 10);
        Assert.True(Deviations("Cells that no longer switch") > 10);
        Assert.True(Math.Abs(Deviations("Lanes that knew each other")) > 6);
        Assert.InRange(Math.Abs(Deviations("Division wants what multiplication fears")), 0, 5);
    }

    [Fact]
    public void Read_AddressOfAnything_GivesSettingsThatCanBeUsed()
    {
        StreamSettings settings = StreamState.Read(new Dictionary<string, string>
        {
            ["p"] = "7", ["q"] = "NaN", ["length"] = "100", ["effects"] = "nothing=1", ["source"] = "x", ["correlation"] = "-9", ["preset"] = "../a",
        });

        Assert.Equal(new StreamSettings { P = 65536, Length = 64, Correlation = -1 }, settings);
    }
}
