using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Input;

namespace ScEdge.Experiments.Sweeps;

/// <summary>
/// What a sweep trains: settings that are common to all, settings that vary, and the seeds.
/// </summary>
/// <remarks>
/// Settings are named as the options of <c>train</c> without their dashes; a value is what would stand behind the option, several where an
/// option may be repeated. Points are the grid of all varied settings, with each row of the lists that go together, and those that are written
/// out; less those that a condition leaves out. The order is that of the plan, the last varied setting fastest.
/// </remarks>
public sealed record SweepPlan
{
    /// <summary>Most points of a plan.</summary>
    public const int MostPoints = 1_000_000;

    /// <summary>Gets the settings of all points; those of a point itself replace them.</summary>
    public IReadOnlyList<SweepSetting> Base { get; init; } = [];

    /// <summary>Gets the settings that vary independently, each with its values.</summary>
    public IReadOnlyList<SweepAxis> Vary { get; init; } = [];

    /// <summary>Gets lists of equal length that go together: the settings of the first value, of the second, and so on.</summary>
    public IReadOnlyList<IReadOnlyList<SweepAxis>> Zip { get; init; } = [];

    /// <summary>Gets points that are written out.</summary>
    public IReadOnlyList<IReadOnlyList<SweepSetting>> Points { get; init; } = [];

    /// <summary>Gets conditions that leave a point out: all settings of one have the values that it says.</summary>
    public IReadOnlyList<IReadOnlyList<SweepSetting>> Skip { get; init; } = [];

    /// <summary>Gets the seeds that every point is trained from.</summary>
    public IReadOnlyList<ulong> Seeds { get; init; } = [1];

    /// <summary>Gets plans, each with a name, that this one is put together from; a plan with parts has no points of its own.</summary>
    public IReadOnlyList<SweepPart> Parts { get; init; } = [];

    /// <summary>
    /// Gets what a point of the grid chooses from: for each varied setting, and for each of the lists that go together, what it can set.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<IReadOnlyList<SweepSetting>>> Choices =>
    [
        .. Vary.Select(static axis => (IReadOnlyList<IReadOnlyList<SweepSetting>>)
            [.. axis.Values.Select(value => (IReadOnlyList<SweepSetting>)[new SweepSetting(axis.Name, value)])]),
        .. Zip.Select(static together => (IReadOnlyList<IReadOnlyList<SweepSetting>>)
            [.. together[0].Values.Select((_, row) =>
                (IReadOnlyList<SweepSetting>)[.. together.Select(axis => new SweepSetting(axis.Name, axis.Values[row]))])]),
    ];

    /// <summary>Returns the points with each seed that they are trained from, in order; what several parts ask for is there once.</summary>
    /// <exception cref="InputException">As of <see cref="Expand"/>.</exception>
    public IEnumerable<(SweepPoint Point, ulong Seed)> Trainings() => Parts.Count == 0
        ? Expand().SelectMany(_ => Seeds, static (point, seed) => (point, seed))
        : Parts.SelectMany(static part => part.Plan.Trainings()).DistinctBy(static training => (training.Point.Text, training.Seed));

    /// <summary>Returns this plan with a change to it or to each of its parts, which are what is trained.</summary>
    public SweepPlan With(Func<SweepPlan, SweepPlan> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return change(this) with { Parts = [.. Parts.Select(part => part with { Plan = part.Plan.With(change) })] };
    }

    /// <summary>Returns the points of a plan without parts.</summary>
    /// <exception cref="InputException">There is none, there are too many, or a setting varies twice.</exception>
    public IReadOnlyList<SweepPoint> Expand()
    {
        if (Vary.Concat(Zip.SelectMany(static together => together)).CountBy(static axis => axis.Name).FirstOrDefault(static name => name.Value > 1)
            is { Key: { } twice })
        {
            throw new InputException($"\"{twice}\" varies twice: give it once, with all its values.");
        }

        List<IReadOnlyList<SweepSetting>> varied = [[]];
        foreach (IReadOnlyList<IReadOnlyList<SweepSetting>> choice in Choices)
        {
            varied = Times(varied, choice);
        }

        if (Points.Count > 0 && Vary.Count + Zip.Count == 0)
        {
            varied = [];
        }

        SweepPoint[] points =
        [
            .. varied.Concat(Points)
                .Select(own => new SweepPoint(Base, own))
                .Where(point => !Skip.Any(point.Meets))
                .DistinctBy(static point => point.Text),
        ];
        return points.Length > 0 ? points : throw new InputException("The plan has no point: every one is left out by a condition of \"skip\".");
    }

    private static List<IReadOnlyList<SweepSetting>> Times(
        List<IReadOnlyList<SweepSetting>> points, IReadOnlyList<IReadOnlyList<SweepSetting>> others) =>
        (long)points.Count * others.Count <= MostPoints
            ? [.. points.SelectMany(_ => others, static (point, other) => (IReadOnlyList<SweepSetting>)[.. point, .. other])]
            : throw new InputException($"The plan has more than {MostPoints:N0} points: vary less, or cut it into several.");
}

/// <summary>A plan within a plan.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Plan">The plan, with the settings and seeds of the whole where it has none of its own.</param>
public sealed record SweepPart(string Name, SweepPlan Plan);

/// <summary>A setting with the value that it has in a point.</summary>
/// <param name="Name">Option of <c>train</c> without its dashes.</param>
/// <param name="Value">What stands behind the option.</param>
public sealed record SweepSetting(string Name, SweepValue Value);

/// <summary>A setting with all values that it takes.</summary>
/// <param name="Name">Option of <c>train</c> without its dashes.</param>
/// <param name="Values">The values.</param>
public sealed record SweepAxis(string Name, IReadOnlyList<SweepValue> Values);
