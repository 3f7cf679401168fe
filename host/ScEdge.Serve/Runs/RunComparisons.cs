using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using ScEdge.Experiments.Comparisons;
using ScEdge.Experiments.Figures;
using ScEdge.Experiments.Quantities;
using ScEdge.Experiments.Results;
using ScEdge.Page.Contracts;
using ScEdge.Statistics;

namespace ScEdge.Serve.Runs;

/// <summary>Two runs beside each other.</summary>
/// <param name="folder">Folder of the runs.</param>
/// <param name="views">Knows the settings of runs.</param>
public sealed class RunComparisons(RunFolder folder, RunViews views)
{
    private const string None = "–";

    /// <summary>Compares; runs that are not finished as far as they have come.</summary>
    /// <exception cref="Input.InputException">There is no such run.</exception>
    public async Task<RunComparisonView> Of(string first, string second)
    {
        FoundRun[] runs = [folder.Find(first), folder.Find(second)];
        IReadOnlyList<NamedValue>[] settings = await Task.WhenAll(views.Settings(runs[0]), views.Settings(runs[1])).ConfigureAwait(false);
        IEnumerable<string> names = settings[0].Concat(settings[1]).Select(static one => one.Name).Distinct();
        return new RunComparisonView(
            [first, second],
            [.. names.Select(name => new ComparedRow(name, ValueOf(settings[0], name), ValueOf(settings[1], name)))
                .Where(static row => row.First != row.Second)],
            Facts(runs),
            Verdict(runs),
            ComparisonFigures.Curves([(first, runs[0]), (second, runs[1])], "compare-"));
    }

    private static string ValueOf(IReadOnlyList<NamedValue> settings, string name) => settings.FirstOrDefault(one => one.Name == name)?.Value ?? None;

    private static IReadOnlyList<ComparedRow> Facts(FoundRun[] runs)
    {
        ComparedRow Row(string name, System.Func<RunResult, string?> text) => new(name, Text(runs[0], text), Text(runs[1], text));
        return
        [
            Row("validation, %", static result => RunViews.Percent(result.MainLeg.ValidationAccuracy)),
            Row("test, %", static result => RunViews.Percent(result.MainLeg.TestAccuracy)),
            Row("energy of an update", static result => result.Cost is { } cost ? QuantityText.Energy(cost.EnergyPerUpdateAttojoules) : null),
            Row("power at full speed", static result => result.Cost is { } cost ? QuantityText.Power(cost.PowerWatts) : null),
            Row("area", static result => result.Cost is { } cost ? QuantityText.Area(cost.AreaSquareMicrometres) : null),
        ];
    }

    private static string Text(FoundRun run, System.Func<RunResult, string?> text) =>
        run.Manifest.Result is { } result && text(result) is { Length: > 0 } found ? found : None;

    private static string Verdict(FoundRun[] runs)
    {
        if (runs.Any(static run => run.Manifest.Result is null))
        {
            return "A run that is not finished has no test accuracy yet; its curves stand below.";
        }

        if (runs[0].Folder == runs[1].Folder)
        {
            return "This is the same run twice.";
        }

        ComparedRun second = new RunComparison(runs).Runs[1];
        return second switch
        {
            { Obstacle: { } obstacle } => $"The two cannot be paired: {obstacle}.",
            { AgainstFirst: not { Drop: not null } } => "A training failed to learn, so that there is no mean to compare.",
            { AgainstFirst: { Drop: { } drop } paired } => string.Create(
                CultureInfo.InvariantCulture,
                $"Loss of the second against the first: {drop.Points:+0.00;−0.00;0.00} points, 95 % interval {drop.Low95:+0.00;−0.00;0.00} to "
                + $"{drop.High95:+0.00;−0.00;0.00}, paired over {Seeds(drop.Seeds)} and {drop.Images:N0} test images: {Word(paired, drop)}."),
        };
    }

    private static string Seeds(int count) => count == 1 ? "one seed" : $"{count} seeds";

    private static string Word(AccuracyComparison paired, PairedComparison drop) => drop switch
    {
        { Points: 0, StandardError: 0 } => "the same images",
        { Low95: > 0 } => "a loss",
        { High95: < 0 } => "a gain",
        _ when paired.Equivalence?.IsEquivalent == true =>
            string.Create(CultureInfo.InvariantCulture, $"equivalent within ±{EquivalenceTest.AccuracyMarginPoints} points"),
        _ => "undecided",
    };
}
