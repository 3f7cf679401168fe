using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using ScEdge.Cbram.Presets;
using ScEdge.Cli.Parsing;
using ScEdge.Costing.Libraries;
using ScEdge.Experiments.Settings;
using ScEdge.Input;
using ScEdge.Stochastic.Passes;
using ScEdge.Training.Optimization;
using ScEdge.Training.Runs;

namespace ScEdge.Cli.Settings;

/// <summary>
/// The settings of <c>train</c>: one row per option, in the order of the help; a row says what uses it where not every optimiser does.
/// </summary>
internal static class TrainSettings
{
    /// <summary>Name of the option that chooses the baselines.</summary>
    public const string BaselineName = "--baseline";

    /// <summary>Name of the option that chooses how the passes are computed.</summary>
    public const string PassesName = "--passes";

    private static readonly TrainingOptions Defaults = new() { Passes = new PassOptions() };

    private static readonly Dictionary<string, bool> RateModes = new() { ["shift"] = false, ["stream"] = true };

    private static readonly Dictionary<string, bool> WriteModes = new() { ["group"] = false, ["serial"] = true };

    private static readonly Dictionary<string, CellAllocation> Allocations = new()
    {
        ["rotating"] = CellAllocation.Rotating,
        ["own"] = CellAllocation.Own,
    };

    private static readonly Dictionary<string, LedgerDetail> LedgerDetails = new()
    {
        ["steps"] = LedgerDetail.Steps,
        ["totals"] = LedgerDetail.Totals,
        ["none"] = LedgerDetail.None,
    };

    /// <summary>Makes the rows anew; options belong to one command.</summary>
    public static IReadOnlyList<TrainSetting> Create() =>
    [
        Text("--dataset", "mnist|DIR", "Images: mnist (comes with the program) or a folder of IDX files, plain or .gz, such as EMNIST.",
            (o, v) => o with { Dataset = v }, o => o.Dataset, ["mnist"]),
        Text("--split", "NAME", "Which data set of a folder that holds several: letters, balanced, byclass, bymerge, digits or mnist of "
            + "EMNIST, plain for files named like MNIST's.",
            (o, v) => o with { Split = v }, o => o.Split ?? "the only one", [.. SettingNames.Splits]),
        Text("--model", "NAME|FILE", "Network: lenet5, edge, or a JSON file.",
            (o, v) => o with { Model = v }, o => o.Model, ["lenet5", "edge"]),
        Choice("--optimizer", OptimizerNames.All, "What computes the updates: sc-... in bit streams, sgd in FP32.",
            (o, v) => o with { Optimizer = v }, o => o.Optimizer),
        Choice("--encoding", SettingNames.Encodings, "How streams carry a sign.",
            (o, v) => o with { Encoding = v }, o => o.Encoding, isUsed: HasUpdateStreams),
        Text("--stream-length", "N|G/D/W", "Bits per stream, one number or three for gradient/decay/weight such as 32/4/4.",
            (o, v) => o with { StreamLengths = StreamLengths.Parse(v) }, o => o.StreamLengths.ToString(), isUsed: HasUpdateStreams),
        Choice("--update-source", SettingNames.UpdateSources,
            "What makes the updates' bits: cells (cbram) or generators (counter) for every number, or one sequence for all parameters of a tensor; "
            + "rounding for no streams, but fixed point with stochastic rounding.",
            (o, v) => o with { UpdateSource = v }, o => o.UpdateSource, isUsed: InStreams),
        Choice(PassesName, SettingNames.Passes,
            "How the passes are computed: fp32, or with a gate on two bit streams for every product. With --port and --optimizer sgd they are fp32.",
            (o, v) => o with { Passes = v ? o.Passes ?? new() : null }, o => o.Passes is not null, isUsed: InStreams),
        Text("--pass-length", "N|F/B/G", "Bits per stream of the passes, one number or three for forward/backward/gradient; powers of two.",
            (o, v) => o with { Passes = PassOptions.ParseLengths(v, o.Passes) }, o => (o.Passes ?? new()).Lengths, isUsed: HasPasses),
        Choice("--source", SettingNames.Sources,
            "What makes the passes' bits: cells (cbram) or generators (counter) for every number, or one sequence for all numbers of a layer; "
            + "rounding for no streams, but integers of 16 bits and stochastic rounding.",
            (o, v) => o with { Passes = (o.Passes ?? new()) with { Source = v } }, o => (o.Passes ?? new()).Source, isUsed: HasPasses),
        Choice("--pass-encoding", SettingNames.PassEncodings, "How the passes' streams carry a sign: AND gates on magnitudes, or XNOR gates.",
            (o, v) => o with { Passes = (o.Passes ?? new()) with { Encoding = v } }, o => (o.Passes ?? new()).Encoding, isUsed: HasPassStreams),
        Choice("--weight-streams", SettingNames.WeightStreams,
            "Whether all images of a batch meet the same weight streams, or each image fresh ones.",
            (o, v) => o with { Passes = (o.Passes ?? new()) with { WeightsPerImage = v } }, o => (o.Passes ?? new()).WeightsPerImage,
            isUsed: HasPasses),
        Text("--register-bits", "W/M", "Bits of the weight and momentum counters, sign included, 4 to 16.",
            (o, v) => o with { RegisterBits = RegisterBits.Parse(v) }, o => o.RegisterBits.ToString(), isUsed: InStreams),
        Whole("--gradient-bits", "8|16", "Bits of the integer gradients that the optimiser is fed.",
            (o, v) => o with { GradientBits = v }, o => o.GradientBits, isUsed: InStreams),
        Number("--learning-rate", "RATE", "Learning rate of the first epoch, 0.03125 or 1/32; it halves after each third of the epochs.",
            (o, v) => o with { LearningRate = v }, o => o.LearningRate),
        Choice("--learning-rate-mode", RateModes, "Rate as a power-of-two shift, or its remainder as a stream through a real multiplier.",
            (o, v) => o with { RateAsStream = v }, o => o.RateAsStream, isUsed: static o => o.UsesRateStream && o.HasUpdateStreams),
        Number("--momentum", "MU", "Share of the momentum that a step keeps, 0 to below 1.",
            (o, v) => o with { Momentum = v }, o => o.Momentum, isUsed: static o => o.UsesMomentum),
        Number("--weight-decay", "LAMBDA", "A step takes the share rate x LAMBDA from every weight.",
            (o, v) => o with { WeightDecay = v }, o => o.WeightDecay),
        Whole("--batch", "N", "Images per step, 1 to 4096.",
            (o, v) => o with { BatchSize = v }, o => o.BatchSize),
        Whole("--epochs", "N", "Passes over the training images.",
            (o, v) => o with { Epochs = v }, o => o.Epochs),
        Text(BaselineName, "fp32,fixed|none",
            "What is trained beside: fp32 updates, fixed-point arithmetic with stochastic rounding at equal registers.",
            (o, v) => o with { Baselines = SettingNames.ParseBaselines(v) }, o => SettingNames.Of(o.Baselines),
            ["fp32,fixed", "fp32", "fixed", "none"], isUsed: InStreams),
        Row(
            new Option<int>("--validation") { HelpName = "N", CustomParser = ValueParser.Whole },
            "Set N training images aside to judge every epoch by; the test images are read once, at the end. 0 for none.",
            (o, v) => o with { ValidationCount = v }, o => o.ValidationCount?.ToString(CultureInfo.InvariantCulture) ?? "a twelfth"),
        Row(
            new Option<int>("--limit") { HelpName = "N", CustomParser = ValueParser.Whole }, "Train on the first N training images only.",
            (o, v) => o with
            {
                ImageLimit = v > 0
                    ? v
                    : throw new InputException($"The limit {v} cannot be used: give the number of training images to use, 1 or more."),
            },
            o => o.ImageLimit == 0 ? "all" : o.ImageLimit.ToString(CultureInfo.InvariantCulture)),
        Text("--cbram", "NAME|FILE", $"Device: {string.Join(", ", PresetCatalog.Names)}, or a preset file in JSON.",
            (o, v) => o with { Cbram = v }, o => o.Cbram, [.. PresetCatalog.Names], isUsed: UsesCells),
        Choice("--cells", Allocations, "Whether a limited number of lanes serves all parameters in turn, or each parameter has cells of its own.",
            (o, v) => o with { Cells = v }, o => o.Cells, isUsed: UsesCells),
        Whole("--lanes", "N", "Lanes per tensor where cells rotate.",
            (o, v) => o with { Lanes = v }, o => o.Lanes, isUsed: InStreams),
        Choice("--write", WriteModes, "Whether the bits of a number come from N cells at once or from N pulses on one cell.",
            (o, v) => o with { SerialWrite = v }, o => o.SerialWrite, isUsed: UsesCells),
        Row(
            new Option<ulong>("--device-seed") { HelpName = "N", CustomParser = ValueParser.Seed }, "Seed of the cells' own differences.",
            (o, v) => o with { DeviceSeed = v },
            o => o.DeviceSeed?.ToString(CultureInfo.InvariantCulture) ?? "the run's seed", isUsed: UsesCells),
        Choice("--ledger", LedgerDetails,
            "Account of what the updates would cost in silicon: ledger.csv and ledger.jsonl with every step, sums only, or none.",
            (o, v) => o with { Ledger = v }, o => o.Ledger, isUsed: InStreams),
        Text("--cost-library", "NAME|FILE", "Cost library that prices the ledger, see scedge cost.",
            (o, v) => o with { CostLibrary = v }, o => o.CostLibrary, [.. CostLibraryCatalog.BuiltIn.Select(one => one.Name)], isUsed: InStreams),
    ];

    private static bool HasPasses(TrainingOptions options) => options.Passes is not null;

    private static bool HasPassStreams(TrainingOptions options) => options.Passes is { Source: not StreamSource.Rounding };

    private static bool InStreams(TrainingOptions options) => options.IsStochastic;

    private static bool HasUpdateStreams(TrainingOptions options) => options.HasUpdateStreams;

    private static bool UsesCells(TrainingOptions options) => options.UsesCells;

    private static TrainSetting Text(
        string name, string form, string help, Func<TrainingOptions, string, TrainingOptions> set,
        Func<TrainingOptions, string> get, string[]? completions = null, Func<TrainingOptions, bool>? isUsed = null)
    {
        Option<string> option = new(name) { HelpName = form };
        if (completions is not null)
        {
            option.CompletionSources.Add(completions);
        }

        return Row(option, help, set, get, isUsed);
    }

    private static TrainSetting Whole(
        string name, string form, string help, Func<TrainingOptions, int, TrainingOptions> set, Func<TrainingOptions, int> get,
        Func<TrainingOptions, bool>? isUsed = null) =>
        Row(
            new Option<int>(name) { HelpName = form, CustomParser = ValueParser.Whole }, help, set,
            o => get(o).ToString(CultureInfo.InvariantCulture), isUsed);

    private static TrainSetting Number(
        string name, string form, string help, Func<TrainingOptions, double, TrainingOptions> set, Func<TrainingOptions, double> get,
        Func<TrainingOptions, bool>? isUsed = null) =>
        Row(
            new Option<double>(name) { HelpName = form, CustomParser = ValueParser.Number }, help, set,
            o => get(o).ToString("R", CultureInfo.InvariantCulture), isUsed);

    private static TrainSetting Choice<T>(
        string name, IReadOnlyDictionary<string, T> choices, string help,
        Func<TrainingOptions, T, TrainingOptions> set, Func<TrainingOptions, T> get, Func<TrainingOptions, bool>? isUsed = null)
    {
        // An Option<bool> would be taken for a flag and leave its value behind, so all are words to the parser.
        Option<string> option = new(name)
        {
            HelpName = string.Join('|', choices.Keys), CustomParser = result => ValueParser.Choice(result, choices.Keys),
        };
        option.CompletionSources.Add([.. choices.Keys]);
        return Row(
            option, help, (o, word) => set(o, choices[word]),
            o => choices.First(choice => EqualityComparer<T>.Default.Equals(choice.Value, get(o))).Key, isUsed);
    }

    private static TrainSetting Row<T>(
        Option<T> option, string help, Func<TrainingOptions, T, TrainingOptions> set, Func<TrainingOptions, string> text,
        Func<TrainingOptions, bool>? isUsed = null)
    {
        option.Description = $"{help} [default: {text(Defaults)}]";
        option.Arity = ArgumentArity.ExactlyOne;
        return new TrainSetting(option, (result, options) => set(options, result.GetRequiredValue(option)), text, isUsed ?? (static _ => true));
    }
}
