using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using ScEdge.Cbram;
using ScEdge.Cbram.Presets;
using ScEdge.Cli.Parsing;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Cells;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Solving;
using ScEdge.Costing.Workloads;
using ScEdge.Input;
using ScEdge.Training.Networks;
using ScEdge.Training.Runs;

namespace ScEdge.Cli.Settings;

/// <summary>
/// The options of <c>cost</c> and what a command line gives for them.
/// </summary>
internal sealed class CostArguments
{
    private const string AllLibraries = "all";

    private readonly Option<string> _library =
        Text("--library", "NAME|FILE|all", "Cost library: where the figures come from; all shows each on its own.", "tsmc40lp-unarysim");
    private readonly Option<int?> _lanes = Whole("--lanes", "Lanes of cells that work at the same time. [default: 256]");
    private readonly Option<int?> _cells =
        Whole("--cells", "Cells of a lane, the width of a group write; fewer than the stream length writes in turns. [default: the stream length]");
    private readonly Option<int?> _senseAmplifiers = Whole("--sense-amplifiers", "Sense amplifiers of a lane, bits read at once. [default: 1]");
    private readonly Option<string?> _clock = Optional("--clock", "FREQUENCY", "Clock of the logic, such as 400MHz. [default: 400MHz]");
    private readonly Option<string?> _pulseWidth =
        Optional("--pulse-width", "TIME", "Width of SET and RESET pulses, such as 1us. [default: those of the device]");
    private readonly Option<string?> _currentLimit = Optional(
        "--set-current-limit", "CURRENT", "Current of a cell that has switched, held by a select transistor, such as 100nA. [default: the device's]");
    private readonly Option<string> _cell = Text("--cell", "4f2|16f2|1t1r", "Layout of a CBRAM cell.", "16f2");
    private readonly Option<string> _cbram = Text("--cbram", "NAME|FILE", "CBRAM device, see scedge presets.", "jo2009");
    private readonly Option<int?> _streamLength = Whole("--stream-length", "Bits of a stream. [default: 32]");
    private readonly Option<string> _model = Text("--model", "NAME|FILE", "Network whose parameters are updated.", "lenet5");
    private readonly Option<long?> _parameters = new("--parameters")
    {
        HelpName = "N",
        Description = "Number of parameters, instead of those of a network.",
        Arity = ArgumentArity.ExactlyOne,
    };
    private readonly Option<string> _storage = Text("--storage", "registers|sram|cbram", "Where weights and momentum live.", "sram");
    private readonly Option<bool> _rateStream = new("--learning-rate-stream")
    {
        Description = "The learning rate is a stream of its own, which an AND gate multiplies every weight stream with.",
        Arity = ArgumentArity.Zero,
    };
    private readonly Option<double> _mean = new("--mean-probability")
    {
        HelpName = "P",
        Description = "Mean probability of a SET pulse; its distribution is the one of maximum entropy. "
            + "The default was measured in training LeNet-5 (hw-docs/accuracy/results.jsonl, row main).",
        CustomParser = ValueParser.Number,
        DefaultValueFactory = _ => ProbabilityDistribution.MeasuredMean,
        Arity = ArgumentArity.ExactlyOne,
    };

    /// <summary>Adds all options to a command.</summary>
    public void AddTo(Command command)
    {
        _library.CompletionSources.Add([.. CostLibraryCatalog.BuiltIn.Select(one => one.Name), AllLibraries]);
        _cell.CompletionSources.Add([.. CellType.All.Select(one => one.Name)]);
        _cbram.CompletionSources.Add([.. PresetCatalog.BuiltIn.Select(one => one.Name)]);
        _model.CompletionSources.Add([.. ModelCatalogue.Names]);
        _storage.CompletionSources.Add("registers", "sram", "cbram");
        Option[] options =
        [
            _library, _lanes, _cells, _senseAmplifiers, _clock, _pulseWidth, _currentLimit, _cell, _cbram,
            _streamLength, _model, _parameters, _storage, _rateStream, _mean,
        ];
        foreach (Option option in options)
        {
            command.Add(option);
        }
    }

    /// <summary>Returns the libraries that are asked for.</summary>
    public IReadOnlyList<CostLibrary> Libraries(ParseResult parse) => parse.GetRequiredValue(_library) is var name && name == AllLibraries
        ? CostLibraryCatalog.BuiltIn
        : [CostLibraryCatalog.Resolve(name)];

    /// <summary>Returns the stream length.</summary>
    public int StreamLength(ParseResult parse) => parse.GetValue(_streamLength) ?? 32;

    /// <summary>Returns the step that is priced.</summary>
    public UpdateWorkload Workload(ParseResult parse) => new(Parameters(parse), StreamLength(parse))
    {
        MeanProbability = parse.GetValue(_mean),
        CellsPerLane = Cells(parse),
        LearningRateStream = parse.GetValue(_rateStream),
    };

    /// <summary>Returns the circuit.</summary>
    public ArchitectureModel Circuit(ParseResult parse)
    {
        ArchitectureModel circuit = new()
        {
            Preset = PresetCatalog.Resolve(parse.GetRequiredValue(_cbram)),
            Probabilities = ProbabilityDistribution.MaximumEntropy(parse.GetValue(_mean)),
            Cell = CellType.Find(parse.GetRequiredValue(_cell)),
            Storage = Storage(parse.GetRequiredValue(_storage)),
            Lanes = parse.GetValue(_lanes) ?? 256,
            CellsPerLane = Cells(parse),
            StreamLength = StreamLength(parse),
            SenseAmplifiersPerLane = parse.GetValue(_senseAmplifiers) ?? 1,
            ClockHertz = Clock(parse) ?? 400e6,
            Parameters = Parameters(parse),
            LearningRateStream = parse.GetValue(_rateStream),
            Gates = parse.GetValue(_rateStream) ? StreamGates.And : StreamGates.None,
        };
        circuit = PulseWidth(parse) is { } seconds ? circuit.WithPulseWidth(seconds) : circuit;

        // Last: a shorter pulse has a higher voltage, at which a cell takes more before it switches.
        return (circuit with { Preset = circuit.Preset.WithSetCurrentLimit(CurrentLimit(parse) ?? circuit.Preset.SetCurrentLimit) }).Validated();
    }

    /// <summary>Returns the product layers of the network; none where only a number of parameters is given.</summary>
    public IReadOnlyList<ForwardWorkload> Layers(ParseResult parse) =>
        parse.GetValue(_parameters) is null ? [.. RunCircuit.ForwardLayers(Model(parse))] : [];

    /// <summary>Returns the pulse widths among which a solution is sought.</summary>
    public IReadOnlyList<double> PulseWidthsToTry(ParseResult parse, ArchitectureModel circuit) =>
        PulseWidth(parse) is not null || circuit.Preset.SetPulseWidth is null ? [] : OperatingPointSolver.PulseWidthsSeconds;

    /// <summary>Returns the clocks among which a solution is sought.</summary>
    public IReadOnlyList<double> ClocksToTry(ParseResult parse) =>
        Clock(parse) is { } clock ? [clock] : OperatingPointSolver.ClocksHertz;

    private static Option<string> Text(string name, string help, string description, string value) => new(name)
    {
        HelpName = help,
        Description = description,
        DefaultValueFactory = _ => value,
        Arity = ArgumentArity.ExactlyOne,
    };

    private static Option<string?> Optional(string name, string help, string description) =>
        new(name) { HelpName = help, Description = description, Arity = ArgumentArity.ExactlyOne };

    private static Option<int?> Whole(string name, string description) =>
        new(name)
        {
            HelpName = "N",
            Description = description,
            Arity = ArgumentArity.ExactlyOne,
            CustomParser = static result => ValueParser.Whole(result),
        };

    private static StorageKind Storage(string name) => name switch
    {
        "registers" => StorageKind.Registers,
        "sram" => StorageKind.Sram,
        "cbram" => StorageKind.Cbram,
        _ => throw new InputException($"There is no storage \"{name}\": use registers, sram or cbram."),
    };

    private int Cells(ParseResult parse) => parse.GetValue(_cells) ?? StreamLength(parse);

    private double? Clock(ParseResult parse) => parse.GetValue(_clock) is { } text ? UnitParser.Hertz("--clock", text) : null;

    private double? PulseWidth(ParseResult parse) => parse.GetValue(_pulseWidth) is { } text ? UnitParser.Seconds("--pulse-width", text) : null;

    private PresetFigure? CurrentLimit(ParseResult parse) => parse.GetValue(_currentLimit) is { } text
        ? new PresetFigure(UnitParser.Amperes("--set-current-limit", text), "A", "given", Confidence.Assumption)
        : null;

    private long Parameters(ParseResult parse) => parse.GetValue(_parameters) ?? Model(parse).ParameterCount;

    private ModelDescription Model(ParseResult parse)
    {
        string name = parse.GetRequiredValue(_model);
        bool isFile = !ModelCatalogue.Names.Contains(name) && (File.Exists(name) || Path.GetExtension(name).Length > 0);
        return isFile ? ModelFile.Read(name) : ModelCatalogue.Create(name, channels: 1, height: 28, width: 28, classes: 10);
    }
}
