using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Linq;
using ScEdge.Cbram;
using ScEdge.Cli.Boards;
using ScEdge.Input;
using ScEdge.Training.Runs;

namespace ScEdge.Cli.Settings;

/// <summary>
/// The options of <c>train</c>, or of a command that trains, and what a command line gives for them.
/// </summary>
/// <param name="command">Name of the command.</param>
/// <param name="offers">Chooses the settings that the command has; null for all, with those for one training of its own.</param>
/// <param name="defaultSeeds">Seeds without an option.</param>
internal sealed class TrainArguments(string command, Func<TrainSetting, bool>? offers, IReadOnlyList<ulong> defaultSeeds)
{
    /// <summary>More threads than this rarely help the small networks.</summary>
    private const int MostDefaultThreads = 8;

    private readonly IReadOnlyList<TrainSetting> _settings = [.. TrainSettings.Create().Where(offers ?? (_ => true))];

    private readonly Option<string[]> _nonidealities = new("--nonideality")
    {
        HelpName = "NAME=VALUE[@SEED]",
        Description = "Switch on an imperfection of the cells; repeatable, see scedge presets. @SEED gives cells that differ or are stuck a draw of their own. [default: those of the preset]",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<ulong> _seed = new("--seed")
    {
        HelpName = "N",
        Description = "Seed of weights, order of images and streams. [default: 1]",
        CustomParser = ValueParser.Seed,
        Arity = ArgumentArity.ExactlyOne,
    };

    private readonly Option<IReadOnlyList<ulong>> _seeds = new("--seeds")
    {
        HelpName = "N,N,...",
        Description = $"Train once from each of several seeds and report the spread. [default: {Text(defaultSeeds)}]",
        CustomParser = ValueParser.Seeds,
        Arity = ArgumentArity.ExactlyOne,
    };

    private readonly Option<bool> _baseline = new("--baseline")
    {
        Description = "Train the same network with FP32 updates beside it. [default: on]",
        Arity = ArgumentArity.Zero,
    };

    private readonly Option<bool> _noBaseline = new("--no-baseline") { Description = "Train without the FP32 baseline.", Arity = ArgumentArity.Zero };

    private readonly Option<int> _threads = new("--threads")
    {
        HelpName = "N",
        Description = $"Threads; they change the time, never a bit of the result. [default: all cores, at most {MostDefaultThreads}]",
        CustomParser = ValueParser.Whole,
        Arity = ArgumentArity.ExactlyOne,
    };

    private readonly Option<string> _out = new("--out")
    {
        HelpName = "DIR",
        Description = "Folder to write to. [default: a new one in runs/, named after what is trained and the time]",
        Arity = ArgumentArity.ExactlyOne,
    };

    private readonly Option<string> _resume = new("--resume")
    {
        HelpName = "DIR",
        Description = "Continue the interrupted run in DIR with its own settings.",
        Arity = ArgumentArity.ExactlyOne,
    };

    private readonly Option<bool> _json = new("--json")
    {
        Description = "Print the result as one JSON object on the last line of stdout; everything else goes to stderr.",
        Arity = ArgumentArity.Zero,
    };

    private readonly TrainingBoardOptions _boards = new();

    /// <summary>Adds all options to a command.</summary>
    public void AddTo(Command target)
    {
        _nonidealities.CompletionSources.Add(_ => Nonidealities.Definitions.Select(definition => new System.CommandLine.Completions.CompletionItem($"{definition.Name}=")));
        foreach (TrainSetting setting in _settings)
        {
            target.Add(setting.Option);
        }

        Option[] always = [_nonidealities, _seeds, _threads, _out, _json];
        Option[] single = offers is null ? [_seed, _baseline, _noBaseline, _resume, .. _boards.All] : [];
        foreach (Option option in always.Concat(single))
        {
            target.Add(option);
        }
    }

    /// <summary>Reads a command line.</summary>
    /// <exception cref="UsageException">Options exclude each other.</exception>
    /// <exception cref="InputException">A value cannot be used.</exception>
    public TrainRequest Read(ParseResult result)
    {
        Exclude(result, _seed, _seeds);
        Exclude(result, _baseline, _noBaseline);
        Exclude(result, _out, _resume);
        int threads = IsGiven(result, _threads) ? result.GetValue(_threads) : Math.Min(Environment.ProcessorCount, MostDefaultThreads);
        if (threads is < 1 or > 256)
        {
            throw new InputException($"{threads} threads cannot be used: give a number from 1 to 256.");
        }

        return new TrainRequest
        {
            OutputPath = result.GetValue(_out),
            ResumePath = result.GetValue(_resume),
            Threads = threads,
            Boards = offers is null ? _boards.Read(result) : null,
            Json = result.GetValue(_json),
            CommandLine = CommandText.Of(result),
            Nonidealities = result.GetValue(_nonidealities) ?? [],
            Amend = options => Amend(result, options),
            Contradiction = stored => Contradiction(result, stored),
        };
    }

    private static bool IsGiven(ParseResult result, Option option) => result.GetResult(option) is { Implicit: false };

    private void Exclude(ParseResult result, Option first, Option second)
    {
        if (IsGiven(result, first) && IsGiven(result, second))
        {
            throw new UsageException(command, $"{first.Name} and {second.Name} exclude each other: give one of them.");
        }
    }

    private static string Text(IEnumerable<ulong> seeds) =>
        string.Join(',', seeds.Select(seed => seed.ToString(CultureInfo.InvariantCulture)));

    private TrainingOptions Amend(ParseResult result, TrainingOptions options)
    {
        foreach (TrainSetting setting in _settings)
        {
            options = setting.Apply(result, options);
        }

        return options with
        {
            Seeds = IsGiven(result, _seeds) ? result.GetRequiredValue(_seeds) : IsGiven(result, _seed) ? [result.GetValue(_seed)] : options.Seeds,
            Baseline = IsGiven(result, _baseline) || (options.Baseline && !IsGiven(result, _noBaseline)),
        };
    }

    private string? Contradiction(ParseResult result, TrainingOptions stored)
    {
        TrainingOptions wanted = Amend(result, stored);
        foreach (TrainSetting setting in _settings)
        {
            if (setting.Text(wanted) != setting.Text(stored))
            {
                return $"{setting.Option.Name} {setting.Text(wanted)} contradicts the run, which has {setting.Text(stored)}";
            }
        }

        if (Text(wanted.Seeds) != Text(stored.Seeds))
        {
            return $"The seeds {Text(wanted.Seeds)} contradict those of the run, which are {Text(stored.Seeds)}";
        }

        return wanted.Baseline == stored.Baseline
            ? null
            : $"--{(wanted.Baseline ? "" : "no-")}baseline contradicts the run, which was started {(stored.Baseline ? "with" : "without")} a baseline";
    }
}
