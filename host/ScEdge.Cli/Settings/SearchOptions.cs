using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using ScEdge.Cli.Parsing;
using ScEdge.Experiments.Sweeps;
using ScEdge.Input;

namespace ScEdge.Cli.Settings;

/// <summary>
/// The options of <c>sweep</c> for a search of the plan instead of all of it.
/// </summary>
internal sealed class SearchOptions
{
    private const int MostPoints = 100_000;
    private const string Both = "both";
    private const ulong DefaultSeed = 1;

    private readonly Option<string> _optimize = new("--optimize")
    {
        HelpName = "A,B",
        Description = $"Search the plan for points that none surpasses, instead of training all: two of {string.Join(", ", SearchObjectives.Names)}.",
        Arity = ArgumentArity.ExactlyOne,
    };

    private readonly Option<int> _budget = Whole("--budget", "Points that a search trains, by each method.");
    private readonly Option<int> _population = Whole("--population", "Points of a generation. [default: a fifth of the budget, 4 to 40]");
    private readonly Option<string> _search = new("--search")
    {
        HelpName = "METHOD",
        Description = "How to search: nsga2, random, or both, one against the other. [default: both]",
        Arity = ArgumentArity.ExactlyOne,
        CustomParser = static result => ValueParser.Choice(result, [SearchSettings.Genetic, SearchSettings.Random, Both]),
    };

    private readonly Option<ulong> _seed = new("--search-seed")
    {
        HelpName = "N", Description = "Seed of the search. [default: 1]", CustomParser = ValueParser.Seed, Arity = ArgumentArity.ExactlyOne,
    };

    /// <summary>Gets all options.</summary>
    public IReadOnlyList<Option> All => [_optimize, _budget, _population, _search, _seed];

    /// <summary>Returns whether an option has nothing to do beside those given: it is about a search, and all points are trained.</summary>
    public static bool IsIdle(IReadOnlyDictionary<string, string> given, string name) =>
        name != "--optimize" && !given.ContainsKey("--optimize") && new SearchOptions().All.Any(option => option.Name == name);

    /// <summary>Returns how to search, or null where all points are trained.</summary>
    /// <exception cref="UsageException">An option of a search is given without one, or a search without a budget.</exception>
    /// <exception cref="InputException">A value cannot be used.</exception>
    public SearchSettings? Read(ParseResult parse)
    {
        if (parse.GetResult(_optimize) is null)
        {
            Option? idle = All.FirstOrDefault(parse.IsGiven);
            return idle is null
                ? null
                : throw new UsageException("sweep", $"{idle.Name} is about a search: give --optimize accuracy,energy with it.");
        }

        if (parse.GetResult(_budget) is null)
        {
            throw new UsageException("sweep", "A search needs to know how many points it may train: give --budget N.");
        }

        string method = parse.GetResult(_search) is null ? Both : parse.GetValue(_search)!;
        int budget = InRange(parse, _budget, 1, MostPoints);
        return new SearchSettings(
            SearchObjectives.Parse(parse.GetValue(_optimize)!),
            budget,
            parse.GetResult(_population) is null ? SearchSettings.DefaultPopulation(budget) : InRange(parse, _population, 2, MostPoints),
            parse.GetResult(_seed) is null ? DefaultSeed : parse.GetValue(_seed),
            method == Both ? [SearchSettings.Genetic, SearchSettings.Random] : [method]);
    }

    private static int InRange(ParseResult parse, Option<int> option, int least, int most) =>
        parse.GetValue(option) is var value && value >= least && value <= most
            ? value
            : throw new InputException($"{option.Name} {value} cannot be used: give a number from {least} to {most}.");

    private static Option<int> Whole(string name, string description) =>
        new(name) { HelpName = "N", Description = description, Arity = ArgumentArity.ExactlyOne, CustomParser = ValueParser.Whole };
}
