using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using ScEdge.Cli.Parsing;
using ScEdge.Experiments.Sweeps;
using ScEdge.Input;

namespace ScEdge.Cli.Settings;

/// <summary>
/// The options of <c>sweep</c>, and the trainings that a command line asks for.
/// </summary>
internal sealed class SweepArguments
{
    private readonly Argument<string?> _plan = new("PLAN")
    {
        Description = "A plan in JSON, comments allowed: base, vary, zip, points, skip, seeds, parts.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string[]> _set = Repeated("--set", "NAME=VALUE", "A setting of train for all points; repeatable.");
    private readonly Option<string[]> _vary =
        Repeated("--vary", "NAME=V,V,...", "A setting of train and the values that it takes; repeatable, all combinations.");

    private readonly Option<string> _seeds = Text("--seeds", "N,N..N", "Seeds of every point, such as 1..10. [default: those of the plan, or 1]");
    private readonly Option<string> _out =
        Text("--out", "DIR", "Folder of the sweep; what is finished there is not trained again. [default: runs/sweep-PLAN]");
    private readonly Option<string> _archive =
        Text("--archive", "FILE", "Results to keep: trainings that it has are left out, those of this sweep are added to it.");
    private readonly Option<int> _jobs = Whole("--jobs", "Trainings at a time. [default: as many as there are cores, and memory for them]");
    private readonly Option<int> _threads =
        Whole("--threads", "Threads of a training; they change the time, never a bit of the result. [default: 1]");
    private readonly SearchOptions _search = new();
    private readonly ClusterOptions _cluster = new();
    private readonly Option<bool> _dryRun =
        new("--dry-run") { Description = "Say what would be trained, and train nothing.", Arity = ArgumentArity.Zero };

    private readonly Option<bool> _json = new("--json")
    {
        Description = "Print the result as one JSON object on the last line of stdout; everything else goes to stderr.",
        Arity = ArgumentArity.Zero,
    };

    /// <summary>Adds all options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_plan);
        foreach (Option option in (Option[])[_set, _vary, _seeds, _out, _archive, _jobs, _threads, _dryRun, _json, .. _search.All, .. _cluster.All])
        {
            command.Add(option);
        }
    }

    /// <summary>Reads a command line.</summary>
    /// <exception cref="InputException">The plan cannot be read, or a setting of a point cannot be used, or varies twice.</exception>
    public SweepInvocation Read(ParseResult parse)
    {
        string? path = parse.GetValue(_plan);
        SweepSetting[] set = [.. Settings(parse.GetValue(_set) ?? [])];
        SweepAxis[] vary = [.. (parse.GetValue(_vary) ?? []).Select(Axis)];
        SweepPlan plan = (path is null ? new SweepPlan() : SweepPlanFile.Read(path)).With(one => one with
        {
            Base = [.. one.Base.ExceptBy(set.Select(static own => own.Name), static common => common.Name), .. set],
            Vary = [.. one.Vary, .. vary],
            Seeds = parse.GetValue(_seeds) is { } seeds ? SweepPlanFile.ParseSeeds(seeds) : one.Seeds,
        });
        if (path is null && vary.Length == 0)
        {
            throw new UsageException("sweep", "There is nothing to vary: give a plan, or --vary NAME=VALUE,VALUE.");
        }

        SearchSettings? search = _search.Read(parse);
        int threads = Positive(parse, _threads, 1);
        int? task = _cluster.Task(parse);
        ClusterRequest? cluster = _cluster.Read(parse, threads);
        string? file = parse.GetValue(_archive);
        RequireThatTheyGoTogether(plan, search, cluster is not null || task is not null, file);
        SweepArchive? archive = file is null ? null : SweepArchive.Read(file);
        List<SweepTraining> trainings = Trainings(plan, task, task is null ? 0 : _cluster.Chunk(parse));
        return new SweepInvocation(
            plan,
            archive is null ? trainings : [.. trainings.Where(training => !archive.Has(training))],
            parse.GetValue(_out) ?? Path.Combine("runs", $"sweep-{(path is null ? "line" : Path.GetFileNameWithoutExtension(path))}"),
            Positive(parse, _jobs, 0),
            threads,
            parse.GetValue(_dryRun),
            parse.GetValue(_json),
            CommandText.Of(parse),
            task is not null,
            cluster,
            search,
            archive);
    }

    private static void RequireThatTheyGoTogether(SweepPlan plan, SearchSettings? search, bool isOnCluster, string? archive)
    {
        if (search is not null && isOnCluster)
        {
            throw new UsageException("sweep", "A search decides by what is trained, and trains here: leave out --on, or --optimize.");
        }

        if (search is not null && plan.Parts.Count > 0)
        {
            throw new InputException("A search chooses from one grid, and this plan has parts: leave out --optimize, or give a plan of one grid.");
        }

        if (archive is not null && (search is not null || isOnCluster))
        {
            throw new UsageException("sweep", "--archive is for a sweep of a whole plan here: leave it out, or --on and --optimize.");
        }
    }

    /// <summary>Returns the trainings of a plan, in its order; of one task of a cluster only its own, which alone are checked there.</summary>
    private static List<SweepTraining> Trainings(SweepPlan plan, int? task, int chunk)
    {
        SweepPointParser parser = new();
        IEnumerable<(SweepPoint Point, ulong Seed)> all = plan.Trainings();
        if (task is { } number)
        {
            all = all.Skip((int)Math.Min((long)number * chunk, int.MaxValue)).Take(chunk);
        }

        List<SweepTraining> trainings = [];
        foreach ((SweepPoint point, ulong seed) in all)
        {
            trainings.Add(trainings.Count > 0 && trainings[^1].Point == point
                ? SweepPointParser.Another(trainings[^1], seed)
                : parser.Read(point, seed));
        }

        return trainings;
    }

    private static IEnumerable<SweepSetting> Settings(string[] assignments) =>
        assignments.Select(static text => Split("--set", text)).GroupBy(static pair => pair.Name)
            .Select(static same => new SweepSetting(same.Key, new SweepValue([.. same.Select(static pair => pair.Value)])));

    private static SweepAxis Axis(string text)
    {
        (string name, string values) = Split("--vary", text);
        return new SweepAxis(name, [.. values.Split(',').Select(static value => new SweepValue(value))]);
    }

    private static (string Name, string Value) Split(string option, string text)
    {
        string[] parts = text.Split('=', 2);
        return parts is [{ Length: > 0 }, { Length: > 0 }]
            ? (parts[0].TrimStart('-'), parts[1])
            : throw new InputException(
                $"{option} cannot take \"{text}\": give for example {option} stream-length=8{(option == "--vary" ? ",16" : "")}.");
    }

    private static int Positive(ParseResult parse, Option<int> option, int absent)
    {
        int value = parse.GetResult(option) is null ? absent : parse.GetValue(option);
        return parse.GetResult(option) is null || value is >= 1 and <= 256
            ? value
            : throw new InputException($"{option.Name} {value} cannot be used: give a number from 1 to 256.");
    }

    private static Option<string[]> Repeated(string name, string help, string description) =>
        new(name) { HelpName = help, Description = description, Arity = ArgumentArity.OneOrMore };

    private static Option<string> Text(string name, string help, string description) =>
        new(name) { HelpName = help, Description = description, Arity = ArgumentArity.ExactlyOne };

    private static Option<int> Whole(string name, string description) =>
        new(name) { HelpName = "N", Description = description, Arity = ArgumentArity.ExactlyOne, CustomParser = ValueParser.Whole };
}
