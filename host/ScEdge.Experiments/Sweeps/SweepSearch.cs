using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Experiments.Search;
using ScEdge.Input;

namespace ScEdge.Experiments.Sweeps;

/// <summary>
/// Searches the grid of a plan for points that nothing surpasses in two objectives, without training all of it.
/// </summary>
/// <remarks>
/// What is trained next depends on the seed of the search and on results, which are the same wherever and in whatever order they were trained. So
/// a search that was interrupted asks again, finds what is trained, and goes on to the same bytes.
/// </remarks>
/// <param name="plan">The plan; its lists are what is searched.</param>
/// <param name="trainings">All trainings of the plan.</param>
/// <param name="settings">How to search.</param>
/// <param name="observer">Is told of the progress.</param>
public sealed class SweepSearch(
    SweepPlan plan, IReadOnlyList<SweepTraining> trainings, SearchSettings settings, ISearchObserver observer)
{
    private readonly Dictionary<string, SweepTraining[]> _points =
        trainings.GroupBy(static training => training.Point).ToDictionary(static point => point.Key.Text, static point => point.ToArray());

    private readonly Dictionary<(string Identity, ulong Seed), SweepRow> _rows = [];

    /// <summary>Searches until the budget is used up, a training fails, or the trainings are interrupted.</summary>
    /// <param name="train">Trains what is left of some trainings.</param>
    /// <exception cref="InputException">The plan cannot be searched.</exception>
    public SearchOutcome Run(Func<IReadOnlyList<SweepTraining>, SweepOutcome> train)
    {
        ArgumentNullException.ThrowIfNull(train);
        RequireRoom();
        List<(string Method, List<(SweepSummary Point, int Generation, double[] Values)> Points)> found = [];
        SweepOutcome last = new([], [], 0);
        foreach (string name in settings.Methods)
        {
            found.Add((name, []));
            last = Search(Method(name), found[^1].Points, train);
            if (last.Left > 0 || last.Failures.Count > 0)
            {
                break;
            }
        }

        SweepOutcome all = last with { Rows = [.. _rows.Values] };
        return new SearchOutcome(settings, all, Measured(found), last is { Left: 0, Failures.Count: 0 });
    }

    private SweepOutcome Search(
        ISearchMethod method, List<(SweepSummary, int, double[])> found, Func<IReadOnlyList<SweepTraining>, SweepOutcome> train)
    {
        SweepOutcome outcome = new([], [], 0);
        for (int generation = 1; found.Count < settings.Budget; generation++)
        {
            SweepTraining[][] asked = [.. method.Ask(settings.Budget - found.Count).Select(places => _points[TextOf(places)])];
            if (asked.Length == 0)
            {
                break;
            }

            observer.OnGeneration(method.Name, generation, asked.Length, found.Count);
            outcome = train([.. asked.SelectMany(static point => point)]);
            foreach (SweepRow row in outcome.Rows)
            {
                _rows.TryAdd((row.Training.Identity, row.Training.Seed), row);
            }

            if (outcome.Left > 0 || outcome.Failures.Count > 0)
            {
                break;
            }

            SweepSummary[] points = [.. asked.Select(point => SweepSummary.Of([[.. point.Select(RowOf)]])[0])];
            double[][] values = [.. points.Select(point => settings.Objectives.Select(one => SearchObjectives.ValueOf(one, point)).ToArray())];
            method.Tell(values);
            found.AddRange(points.Zip(values, (point, value) => (point, generation, value)));
        }

        return outcome;
    }

    private SweepRow RowOf(SweepTraining training) => _rows[(training.Identity, training.Seed)];

    private ISearchMethod Method(string name)
    {
        SearchGrid grid = new(
            [.. plan.Choices.Select(static choice => choice.Count)],
            places => _points.TryGetValue(TextOf(places), out SweepTraining[]? point) ? point[0].Identity : null);
        return name == SearchSettings.Random
            ? new RandomSearch(grid, settings.Seed)
            : new GeneticSearch(grid, settings.Population, settings.Seed);
    }

    private string TextOf(IReadOnlyList<int> places) => new SweepPoint(plan.Base, [.. plan.Choices.Zip(places, static (choice, at) => choice[at])
        .SelectMany(static settings => settings)]).Text;

    private void RequireRoom()
    {
        int points = trainings.DistinctBy(static training => training.Identity).Count();
        if (plan.Points.Count > 0)
        {
            throw new InputException("A search chooses from the lists of \"vary\" and \"zip\": leave \"points\" out of the plan.");
        }

        if (settings.Budget >= points)
        {
            throw new InputException(
                $"The plan has {points} points, and a budget of {settings.Budget} trains all of them: "
                + "give a smaller budget, or train all.");
        }
    }

    private static SearchedMethod[] Measured(List<(string Method, List<(SweepSummary Point, int Generation, double[] Values)> Points)> found)
    {
        double[][] all = [.. found.SelectMany(static method => method.Points).Select(static point => point.Values)];
        if (all.Length == 0)
        {
            return [.. found.Select(static method => new SearchedMethod(method.Method, []))];
        }

        Hypervolume volume = new(all);
        return [.. found.Select(method => new SearchedMethod(method.Method, [.. method.Points.Select((point, at) => new SearchedPoint(
            point.Point, point.Generation, point.Values, volume.Of(method.Points.Take(at + 1).Select(static before => before.Values))))]))];
    }
}
