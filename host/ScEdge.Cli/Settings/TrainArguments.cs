using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Linq;
using ScEdge.Cbram;
using ScEdge.Cbram.Presets;
using ScEdge.Cli.Boards;
using ScEdge.Cli.Parsing;
using ScEdge.Experiments.Runs;
using ScEdge.Experiments.Settings;
using ScEdge.Input;
using ScEdge.Stochastic.Passes;
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
    private readonly IReadOnlyList<TrainSetting> _settings = [.. TrainSettings.Create().Where(offers ?? (_ => true))];

    private readonly Option<string[]> _nonidealities = new("--nonideality")
    {
        HelpName = "NAME=VALUE[@SEED]",
        Description = $"Switch on an imperfection of the cells; repeatable: {string.Join(", ", Nonidealities.Definitions.Select(one => one.Name))}; "
            + "scedge presets says what each is. @SEED gives cells that differ or are stuck a draw of their own. [default: those of the preset]",
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

    private readonly Option<bool> _noBaseline = new("--no-baseline") { Description = "The same as --baseline none.", Arity = ArgumentArity.Zero };

    private readonly Option<int> _threads = new("--threads")
    {
        HelpName = "N",
        Description = $"Threads; they change the time, never a bit of the result. [default: all cores, at most {TrainRequest.MostDefaultThreads}]",
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

    private readonly Option<string> _figures = FiguresOption.Create();

    private readonly TrainingBoardOptions _boards = new();

    /// <summary>Gets the options that exclude each other.</summary>
    public static IReadOnlyList<ExclusivePair> Exclusives { get; } =
        [new("--seed", "--seeds"), new(TrainSettings.BaselineName, "--no-baseline"), new("--out", "--resume")];

    /// <summary>
    /// Returns whether an option has nothing to do beside those given: a run that is continued has its own settings, and passes in FP32 no streams.
    /// </summary>
    public static bool IsIdle(IReadOnlyDictionary<string, string> given, string name) => name switch
    {
        "--board-mode" => !given.ContainsKey("--port"),
        "--resume" or "--threads" or "--json" or FiguresOption.Name or "--port" or "--baud" or "--key-file" => false,
        "--pass-length" or "--source" or "--pass-encoding" or "--weight-streams" => given.ContainsKey("--resume")
            || given.GetValueOrDefault(TrainSettings.PassesName, given.ContainsKey("--port") ? "fp32" : "stochastic") == "fp32",
        _ => given.ContainsKey("--resume"),
    };

    /// <summary>Adds all options to a command.</summary>
    public void AddTo(Command target)
    {
        _nonidealities.CompletionSources.Add(
            _ => Nonidealities.Definitions.Select(definition => new System.CommandLine.Completions.CompletionItem($"{definition.Name}=")));
        foreach (TrainSetting setting in _settings)
        {
            target.Add(setting.Option);
        }

        Option[] always = [_nonidealities, _seeds, _threads, _out, _figures, _json];
        Option[] single = offers is null ? [_seed, _noBaseline, _resume, .. _boards.All] : [];
        foreach (Option option in always.Concat(single))
        {
            target.Add(option);
        }
    }

    /// <summary>Reads a command line.</summary>
    /// <exception cref="UsageException">Options exclude each other.</exception>
    /// <exception cref="InputException">A value cannot be used, or contradicts the run that is to be continued.</exception>
    public TrainInvocation Read(ParseResult result)
    {
        ExclusivePair.Refuse(result, command, Exclusives);
        TrainRequest request = new()
        {
            OutputPath = result.GetValue(_out),
            CommandLine = CommandText.Of(result),
            Nonidealities = result.GetValue(_nonidealities) ?? [],
        };
        request = result.IsGiven(_threads) ? request with { Threads = result.GetValue(_threads) } : request;
        if (request.Threads is < 1 or > TrainRequest.MostThreads)
        {
            throw new InputException($"{request.Threads} threads cannot be used: give a number from 1 to {TrainRequest.MostThreads}.");
        }

        string? resume = result.GetValue(_resume);
        TrainingBoards? boards = offers is null ? _boards.Read(result) : null;
        TrainingOptions options = resume is null
            ? Used(result, WithDefaultPasses(result, Amend(result, new TrainingOptions { Seeds = defaultSeeds }), boards))
            : Stored(result, RunManifest.Read(RunDirectory.Open(resume)).Options, request.Nonidealities);
        return new TrainInvocation(request with { Options = options }, resume, boards, result.GetValue(_json))
        {
            FiguresPath = result.GetValue(_figures),
        };
    }

    private static string Text(IEnumerable<ulong> seeds) =>
        string.Join(',', seeds.Select(seed => seed.ToString(CultureInfo.InvariantCulture)));

    /// <summary>
    /// Returns the settings with passes in streams where a command that has the choice leaves it open. Boards take no counts of such passes, and FP32
    /// updates have FP32 passes.
    /// </summary>
    private TrainingOptions WithDefaultPasses(ParseResult result, TrainingOptions options, TrainingBoards? boards) =>
        options is { IsStochastic: true, Passes: null } && boards is null
        && _settings.FirstOrDefault(static setting => setting.Option.Name == TrainSettings.PassesName)?.IsGiven(result) == false
            ? options with { Passes = new PassOptions() }
            : options;

    private TrainingOptions Amend(ParseResult result, TrainingOptions options)
    {
        foreach (TrainSetting setting in _settings)
        {
            options = setting.Apply(result, options);
        }

        return options with
        {
            Seeds = result.IsGiven(_seeds) ? result.GetRequiredValue(_seeds) : result.IsGiven(_seed) ? [result.GetValue(_seed)] : options.Seeds,
            Baselines = result.IsGiven(_noBaseline) ? Baselines.None : options.Baselines,
        };
    }

    /// <summary>Returns the settings, unless an option is given that their optimiser does not use.</summary>
    private TrainingOptions Used(ParseResult result, TrainingOptions options)
    {
        string optimizer = OptimizerNames.Of(options.Optimizer);
        TrainSetting? idle = _settings.FirstOrDefault(setting => setting.IsGiven(result) && !setting.IsUsed(options));
        if (options.Passes is not null && _settings.Single(static setting => setting.Option.Name == TrainSettings.PassesName) is var chosen
            && chosen.IsGiven(result) && chosen.Apply(result, options).Passes is null)
        {
            TrainingOptions without = options with { Passes = null };
            TrainSetting other = _settings.First(setting => setting.IsGiven(result) && !setting.IsUsed(without));
            throw new InputException($"Passes in FP32 do not use {other.Option.Name}: leave it out, or give {chosen.Option.Name} stochastic.");
        }

        if (idle?.IsUsed(options with { UpdateSource = StreamSource.OwnCells }) == true)
        {
            throw new InputException(
                $"Nothing from {SettingNames.Of(options.UpdateSource)} uses {idle.Option.Name}: leave it out, or choose another --update-source.");
        }

        if (options.Passes is { } passes && idle?.IsUsed(options with { Passes = passes with { Source = StreamSource.OwnCells } }) == true)
        {
            throw new InputException(
                $"Nothing from {SettingNames.Of(passes.Source)} uses {idle.Option.Name}: leave it out, or choose another --source.");
        }

        string? reason = idle is not null ? $"does not use {idle.Option.Name}: leave it out, or choose another --optimizer."
            : result.IsGiven(_noBaseline) && !options.IsStochastic ? $"has no baseline: leave {_noBaseline.Name} out."
            : result.IsGiven(_nonidealities) && !options.UsesCells ? $"updates without cells: leave {_nonidealities.Name} out."
            : null;
        return reason is null ? options : throw new InputException($"{optimizer} {reason}");
    }

    /// <summary>Returns the settings of a run that is to be continued, unless the command line wants others.</summary>
    private TrainingOptions Stored(ParseResult result, TrainingOptions stored, IReadOnlyList<string> nonidealities)
    {
        string? contradiction = Contradiction(result, stored);
        if (contradiction is null
            && nonidealities.Count > 0
            && PresetCatalog.Resolve(stored.Cbram).Nonidealities.With(nonidealities).ToString() != stored.Nonidealities)
        {
            contradiction = $"The non-idealities contradict those of the run, which are {stored.Nonidealities}";
        }

        return contradiction is null
            ? stored
            : throw new InputException($"{contradiction}: leave it out to continue the run, or start a new one without --resume.");
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

        return Text(wanted.Seeds) == Text(stored.Seeds)
            ? null
            : $"The seeds {Text(wanted.Seeds)} contradict those of the run, which are {Text(stored.Seeds)}";
    }
}
