using System.Collections.Generic;
using ScEdge.Statistics;

namespace ScEdge.Reporting.Model;

/// <summary>Everything that the page of a training run shows.</summary>
/// <remarks>
/// Whatever is empty or null is left out of the page together with its heading. Texts are shown as they are and escaped;
/// accuracies are shares from 0 to 1, times are seconds, voltages volts.
/// </remarks>
public sealed record RunReport
{
    /// <summary>Heading of the page, for example <c>MNIST on the edge network</c>.</summary>
    public required string Title { get; init; }

    /// <summary>One or two sentences beneath the heading: what was trained, and what of it was stochastic.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Data set with its sizes.</summary>
    public string Dataset { get; init; } = "";

    /// <summary>Name of the network.</summary>
    public string Model { get; init; } = "";

    /// <summary>Trained parameters of the network; 0 prints nothing.</summary>
    public long ParameterCount { get; init; }

    /// <summary>Optimiser with its rates.</summary>
    public string Optimizer { get; init; } = "";

    /// <summary>Encoding of numbers as streams, for example <c>sign-magnitude, power-of-two scale</c>.</summary>
    public string Encoding { get; init; } = "";

    /// <summary>Bits per stream of each phase, for example <c>32 gradient, 4 decay, 4 weight</c>.</summary>
    public string StreamLengths { get; init; } = "";

    /// <summary>How the passes are computed, for example <c>streams of 256/32/32 bits from cbram</c>; empty for FP32.</summary>
    public string Passes { get; init; } = "";

    /// <summary>Widths of the registers, for example <c>16 weight, 16 momentum</c>.</summary>
    public string RegisterBits { get; init; } = "";

    /// <summary>Preset of the modelled cells.</summary>
    public string CbramPreset { get; init; } = "";

    /// <summary>Non-idealities that were switched on, with their sizes.</summary>
    public string Nonidealities { get; init; } = "";

    /// <summary>Date and time of the run as ISO 8601 text.</summary>
    public string Created { get; init; } = "";

    /// <summary>Program that made the run, with version and commit.</summary>
    public string Program { get; init; } = "";

    /// <summary>Command that repeats the run.</summary>
    public string CommandLine { get; init; } = "";

    /// <summary>What the loss is and its unit: the title of the loss axis.</summary>
    public string LossTitle { get; init; } = "Training loss, nats";

    /// <summary>All settings in the order in which they are to be read.</summary>
    public IReadOnlyList<Setting> Settings { get; init; } = [];

    /// <summary>Runs in FP32, one per seed; empty without this baseline.</summary>
    public IReadOnlyList<TrainingRun> Fp32Runs { get; init; } = [];

    /// <summary>Runs in fixed-point arithmetic, one per seed; empty without this baseline.</summary>
    public IReadOnlyList<TrainingRun> FixedRuns { get; init; } = [];

    /// <summary>Runs with the stochastic optimiser, one per seed.</summary>
    public IReadOnlyList<TrainingRun> StochasticRuns { get; init; } = [];

    /// <summary>Stochastic training beside each baseline.</summary>
    public IReadOnlyList<BaselineComparison> Comparisons { get; init; } = [];

    /// <summary>Accuracy below which a run counts as failed and stays out of means, 0 to 1; 0 keeps all.</summary>
    public double LearningThreshold { get; init; }

    /// <summary>Confusions of the stochastically trained networks on the test set, or null.</summary>
    public ConfusionPanel? Confusion { get; init; }

    /// <summary>Final values of each tensor; may be empty.</summary>
    public IReadOnlyList<WeightHistogram> Weights { get; init; } = [];

    /// <summary>Errors of stochastic updates against theory, or null.</summary>
    public UpdateErrorPanel? UpdateErrors { get; init; }

    /// <summary>Switching behaviour of the cells, or null for ideal streams.</summary>
    public SwitchingPanel? Switching { get; init; }

    /// <summary>Counts of pulses, bits and random words, or null.</summary>
    public RunTotals? Totals { get; init; }

    /// <summary>Products of the passes in bit streams, or null for passes in FP32.</summary>
    public PassPanel? Products { get; init; }

    /// <summary>Cost in silicon, or null without a ledger.</summary>
    public CostPanel? Cost { get; init; }
}

/// <summary>Stochastic training beside a baseline of the same seeds.</summary>
/// <param name="Baseline">Name of the baseline as a sentence goes on with it, for example <c>FP32</c>.</param>
/// <param name="Result">Baseline minus stochastic training on the test images.</param>
public sealed record BaselineComparison(string Baseline, AccuracyComparison Result);

/// <summary>What the updates of a run, and its passes in bit streams, would cost in silicon.</summary>
/// <param name="Library">Cost library.</param>
/// <param name="Facts">Figures with their units, in the order in which they are to be read.</param>
/// <param name="CategoriesTitle">What the energies by category are of.</param>
/// <param name="Categories">Energy by category; pJ.</param>
/// <param name="Tensors">Energy of a step by tensor; pJ.</param>
/// <param name="Bounded">Parts with figures that the library lacks and that lie within bounds, each with these figures.</param>
public sealed record CostPanel(
    string Library, IReadOnlyList<Setting> Facts, string CategoriesTitle, IReadOnlyList<Bar> Categories, IReadOnlyList<Bar> Tensors,
    IReadOnlyList<string> Bounded);

/// <summary>One line of the run's settings, as the user would read or repeat it.</summary>
/// <param name="Name">Name of the setting, for example <c>batch size</c>.</param>
/// <param name="Value">Value with its unit, already formatted.</param>
public sealed record Setting(string Name, string Value);
