using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using System.Threading;
using ScEdge.Cbram.Presets;
using ScEdge.Cli.Boards;
using ScEdge.Cli.Parsing;
using ScEdge.Costing.Libraries;
using ScEdge.Experiments.Evaluation;
using ScEdge.Experiments.Settings;
using ScEdge.Input;

namespace ScEdge.Cli.Settings;

/// <summary>
/// The options of <c>eval</c>, and what a command line gives for them.
/// </summary>
internal sealed class EvalArguments
{
    private static readonly StreamEvaluationRequest Defaults = new(new EvaluationRequest(""));

    private readonly Option<string> _parameters = new("--parameters")
    {
        Description = "A parameters or registers file of a run, or the folder of the run.",
        HelpName = "FILE|RUNDIR",
        Required = true,
    };

    private readonly Option<string> _dataset = new("--dataset")
    {
        Description = "The embedded MNIST, or a folder of IDX files; see 'scedge datasets'.",
        HelpName = "mnist|DIR",
        DefaultValueFactory = static _ => "mnist",
    };

    private readonly Option<string?> _split = new("--split")
    {
        Description = "Which data set of a folder that holds several, such as letters. [default: the only one]",
        HelpName = "NAME",
    };

    private readonly Option<bool> _registers = new("--registers")
    {
        Description = "Evaluate the integer counters of the stochastic optimiser instead of the FP32 values.",
    };

    private readonly Option<int> _limit = Row<int>(
        "--limit", "N", "Read the first N test images only. [default: all]", static option => option.CustomParser = ValueParser.Whole);

    private readonly Option<int> _threads = new("--threads")
    {
        Description = "Threads; the result does not depend on them.",
        HelpName = "N",
        CustomParser = ValueParser.Whole,
        DefaultValueFactory = static _ => Math.Min(Environment.ProcessorCount, TrainRequest.MostThreads),
    };

    private readonly Option<string> _passes = Choice(
        "--passes", SettingNames.Passes.Keys,
        "How the passes are computed: fp32, or with a gate on two bit streams for every product. [default: fp32]");

    private readonly Option<string> _length = Row<string>(
        "--length", "N[,N...]", "Bits per stream, powers of two; several give a table. [default: 256]");

    private readonly Option<string> _source = Choice(
        "--source", SettingNames.Sources.Keys,
        "What makes the bits: cells (cbram) or generators (counter) for every number, or one sequence for all numbers of a layer; rounding for no "
        + "streams, but integers of 16 bits and stochastic rounding. [default: cbram]");

    private readonly Option<string> _encoding = Choice(
        "--pass-encoding", SettingNames.PassEncodings.Keys,
        "How streams carry a sign: AND gates on magnitudes, or XNOR gates. [default: sign-magnitude]");

    private readonly Option<string> _weightStreams = Choice(
        "--weight-streams", SettingNames.WeightStreams.Keys,
        "Whether 64 images meet the same weight streams, or each image fresh ones. [default: batch]");

    private readonly Option<int> _repeats = Row<int>(
        "--repeats", "R", "Read all images R times, each time with fresh streams. [default: 1]",
        static option => option.CustomParser = ValueParser.Whole);

    private readonly Option<double> _until = Row<double>(
        "--until", "CONFIDENCE", "Read an image again and again with fresh streams until a class leads with this confidence, such as 0.99.",
        static option => option.CustomParser = ValueParser.Number);

    private readonly Option<ulong> _seed = Row<ulong>(
        "--seed", "N", "Seed of the streams. [default: 1]", static option => option.CustomParser = ValueParser.Seed);

    private readonly Option<string> _cbram = Row<string>(
        "--cbram", "NAME|FILE", $"Device: {string.Join(", ", PresetCatalog.Names)}, or a preset file. [default: jo2009]");

    private readonly Option<string[]> _nonidealities = new("--nonideality")
    {
        HelpName = "NAME=VALUE[@SEED]",
        Description = "Switch on an imperfection of the cells; repeatable, see scedge presets. [default: those of the preset]",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _costLibrary = Row<string>(
        "--cost-library", "NAME|FILE", $"Cost library that prices the reading, see scedge cost. [default: {Defaults.CostLibrary}]");

    private readonly PortOptions _port = new("this program reads");

    private readonly Option<bool> _json = new("--json") { Description = "Print one line of JSON instead of tables." };

    private Option[] StreamOptions => [_length, _source, _encoding, _weightStreams, _repeats, _until, _seed, _cbram, _nonidealities, _costLibrary];

    /// <summary>
    /// Returns whether an option has nothing to do beside those given: it is about passes in streams and there are none, or it is one of a board and
    /// of passes that no board computes.
    /// </summary>
    public static bool IsIdle(IReadOnlyDictionary<string, string> given, string name)
    {
        bool hasBoard = given.ContainsKey("--port");
        bool? inStreams = given.TryGetValue("--passes", out string? passes) && SettingNames.Passes.TryGetValue(passes, out bool value) ? value : null;
        return name switch
        {
            "--port" or "--passes" => hasBoard && inStreams == false,
            _ => !hasBoard && inStreams != true && new EvalArguments().StreamOptions.Any(option => option.Name == name),
        };
    }

    /// <summary>Adds all options to a command.</summary>
    public void AddTo(Command command)
    {
        _dataset.CompletionSources.Add("mnist");
        _split.CompletionSources.Add([.. SettingNames.Splits]);
        _cbram.CompletionSources.Add([.. PresetCatalog.Names]);
        _costLibrary.CompletionSources.Add([.. CostLibraryCatalog.BuiltIn.Select(static one => one.Name)]);
        foreach (Option option in (Option[])[_parameters, _dataset, _split, _registers, _limit, _threads, _passes, .. StreamOptions, _json])
        {
            command.Options.Add(option);
        }

        _port.AddTo(command);
    }

    /// <summary>Reads a command line.</summary>
    /// <exception cref="InputException">A value cannot be used.</exception>
    public EvalInvocation Read(ParseResult parse)
    {
        EvaluationRequest request = new(parse.GetRequiredValue(_parameters))
        {
            Dataset = parse.GetRequiredValue(_dataset),
            Split = parse.GetValue(_split),
            Registers = parse.GetValue(_registers),
            ImageLimit = parse.IsGiven(_limit) ? parse.GetValue(_limit) : null,
            Threads = parse.GetValue(_threads),
        };
        if (request.Threads is < 1 or > TrainRequest.MostThreads)
        {
            throw new InputException($"{request.Threads} threads cannot be used: give --threads a number from 1 to {TrainRequest.MostThreads}.");
        }

        bool json = parse.GetValue(_json);
        bool hasBoard = _port.HasPort(parse);
        bool? inStreams = parse.IsGiven(_passes) ? SettingNames.Passes[parse.GetRequiredValue(_passes)] : null;
        if (hasBoard && inStreams == false)
        {
            throw new InputException("A board reads in bit streams only: leave --passes fp32 out, or --port.");
        }

        if (hasBoard || inStreams == true)
        {
            StreamEvaluationRequest streams = Streams(parse, request);
            if (hasBoard)
            {
                StreamEvaluationRequest.RequireEncodingOfBoards(streams.Encoding);
            }

            Func<CancellationToken, BoardReaderSource>? board = hasBoard
                ? cancellation => new BoardReaderSource(_port.Address(parse), _port.Settings(parse, cancellation))
                : null;
            return new EvalInvocation(request, streams, board, json);
        }

        return StreamOptions.FirstOrDefault(option => parse.IsGiven(option)) is { } idle
            ? throw new InputException($"Passes in FP32 do not use {idle.Name}: leave it out, or give --passes stochastic.")
            : new EvalInvocation(request, null, null, json);
    }

    private static T Value<T>(ParseResult parse, Option<T> option, T otherwise) =>
        parse.IsGiven(option) ? parse.GetRequiredValue(option) : otherwise;

    private static Option<T> Row<T>(string name, string form, string help, Action<Option<T>>? more = null)
    {
        Option<T> option = new(name) { HelpName = form, Description = help, Arity = ArgumentArity.ExactlyOne };
        more?.Invoke(option);
        return option;
    }

    private static Option<string> Choice(string name, IEnumerable<string> words, string help)
    {
        Option<string> option = Row<string>(
            name, string.Join('|', words), help, one => one.CustomParser = result => ValueParser.Choice(result, words));
        option.CompletionSources.Add([.. words]);
        return option;
    }

    private StreamEvaluationRequest Streams(ParseResult parse, EvaluationRequest request) => new(request)
    {
        Lengths = parse.IsGiven(_length) ? ParseLengths(parse.GetRequiredValue(_length)) : Defaults.Lengths,
        Source = parse.IsGiven(_source) ? SettingNames.Sources[parse.GetRequiredValue(_source)] : Defaults.Source,
        Encoding = parse.IsGiven(_encoding) ? SettingNames.PassEncodings[parse.GetRequiredValue(_encoding)] : Defaults.Encoding,
        WeightsPerImage = parse.IsGiven(_weightStreams) && SettingNames.WeightStreams[parse.GetRequiredValue(_weightStreams)],
        Repeats = Value(parse, _repeats, Defaults.Repeats),
        Until = parse.IsGiven(_until) ? parse.GetValue(_until) : null,
        Seed = Value(parse, _seed, Defaults.Seed),
        Cbram = Value(parse, _cbram, Defaults.Cbram),
        Nonidealities = Value(parse, _nonidealities, []),
        CostLibrary = Value(parse, _costLibrary, Defaults.CostLibrary),
    };

    private static IReadOnlyList<int> ParseLengths(string text) =>
    [
        .. text.Split(',').Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int length)
            ? length
            : throw new InputException($"\"{part}\" is no stream length: give powers of two such as --length 16,64,256.")),
    ];
}
