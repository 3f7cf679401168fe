using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Experiments.Sweeps;
using ScEdge.Reporting.Model;

namespace ScEdge.Experiments.Tests.Sweeps;

[Trait("Kind", "Unit")]
public sealed class SweepEffectsTests
{
    // Cells .9 .7 / .8 .4: rows .8 .6, columns .85 .55, all .7.
    private static readonly (SweepPoint, double)[] Grid =
        [Point(0.9, "8", "x"), Point(0.8, "8", "y"), Point(0.7, "16", "x"), Point(0.4, "16", "y")];

    [Fact]
    public void Main_FullGrid_IsTheMeanOfEveryValueTheLargestFirst()
    {
        IReadOnlyList<SettingEffect> effects = new SweepEffects(Grid).Main();

        Assert.Equal(["length", "cells"], effects.Select(static effect => effect.Setting));
        Assert.Equal([("8", 0.85), ("16", 0.55)], Rounded(effects[0].Levels));
        Assert.Equal([("x", 0.8), ("y", 0.6)], Rounded(effects[1].Levels));
    }

    [Fact]
    public void Pairs_FullGrid_GiveWhatTheEffectsDoNotAddUpTo()
    {
        SettingInteraction pair = Assert.Single(new SweepEffects(Grid).Pairs());

        Assert.Equal(("length", "cells"), (pair.First, pair.Second));
        Assert.Equal(["8", "16"], pair.FirstValues);
        Assert.Equal([0.9, 0.7], pair.Lines[0].Accuracies);
        Assert.Equal([0.8, 0.4], pair.Lines[1].Accuracies);
        Assert.Equal(0.05, pair.Strength, 12);
    }

    [Fact]
    public void Pairs_GridWithAHole_AreLeftOut() => Assert.Empty(new SweepEffects(Grid[..3]).Pairs());

    [Fact]
    public void Main_SettingOfOneValue_IsLeftOut() =>
        Assert.Equal("cells", Assert.Single(new SweepEffects(Grid[..2]).Main()).Setting);

    private static (string, double)[] Rounded(IEnumerable<(string Value, double Accuracy)> levels) =>
        [.. levels.Select(static level => (level.Value, Math.Round(level.Accuracy, 12)))];

    private static (SweepPoint Point, double Accuracy) Point(double accuracy, string length, string cells) => (
        new SweepPoint([], [new SweepSetting("length", new SweepValue(length)), new SweepSetting("cells", new SweepValue(cells))]), accuracy);
}
