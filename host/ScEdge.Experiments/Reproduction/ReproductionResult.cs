using System.Collections.Generic;
using System.Linq;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Cells;
using ScEdge.Costing.Claims;
using ScEdge.Costing.Comparison;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Pricing;
using ScEdge.Costing.Uncertainty;
using ScEdge.Costing.Workloads;
using ScEdge.Experiments.Results;
using ScEdge.Experiments.Runs;
using ScEdge.Statistics;
using ScEdge.Stochastic.Cbram;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Reproduction;

/// <summary>
/// The claims of the paper beside what was obtained, and the measurements behind them.
/// </summary>
public sealed class ReproductionResult
{
    // Nothing is multiplied in streams unless it is asked for; the array is that of the defaults.
    private static readonly PassOptions PassesShown = new();

    private static readonly int[] LanesShown = [16, 32, 64, 128, 256, 512, 1024, 2048, 4096];

    /// <summary>Judges the claims by finished trainings.</summary>
    /// <param name="main">Training of the main configuration.</param>
    /// <param name="lengths">Trainings with all stream lengths, the main one among them, from short to long.</param>
    public ReproductionResult(RunOutcome main, IReadOnlyList<LengthResult> lengths)
    {
        Main = main;
        Lengths = lengths;
        LengthResult result = lengths.Single(one => one.Lengths == main.Run.Options.StreamLengths);
        UpdateWorkload workload = Workload(main, result.Counts);
        Designs = [.. result.Prices.Select(static price => new CircuitSensitivity(price.Model.Library, price.Model.Circuit, price.Under))];
        FixedPoint = [.. result.Prices.Select(static price => new FixedPointSensitivity(price.Model.Library, price.Model.Circuit))];
        Claims =
        [
            Accuracy(result, Configuration(main)),
            .. Designs.Select(design => MacSizeClaim.Judge(design.Model.Library, result.Circuit, result.Lengths.Longest)),
            .. Designs.Select(design => ArrayMacClaim.Judge(
                design.Model.Library, result.Circuit, [.. RunCircuit.ForwardLayers(main.Run.Model)], PassesShown.ForwardLength)),
            .. Designs.Select(OperatingPointClaim.Judge),
            ScalabilityClaim.Judge([.. lengths.Select(Scaling)]),
        ];
        Lanes =
        [
            .. from library in CostLibraryCatalog.BuiltIn
               from lanes in LanesShown
               let report = new CostModel(library, result.Circuit with { Lanes = lanes, CellGroupCount = 0 }).Price(workload.ToCounts())
               select new LaneResult(library.Name, lanes, report.AreaSquareMicrometres, report.PowerWatts, workload.Parameters / report.Seconds),
        ];
    }

    /// <summary>Gets the training of the main configuration.</summary>
    public RunOutcome Main { get; }

    /// <summary>Gets the trainings with all stream lengths, from short to long.</summary>
    public IReadOnlyList<LengthResult> Lengths { get; }

    /// <summary>Gets the claims with their verdicts.</summary>
    public IReadOnlyList<ClaimResult> Claims { get; }

    /// <summary>Gets the circuit of the main configuration under each library, with its spans.</summary>
    public IReadOnlyList<CircuitSensitivity> Designs { get; }

    /// <summary>Gets the same optimiser in fixed point under each library, with its spans.</summary>
    public IReadOnlyList<FixedPointSensitivity> FixedPoint { get; }

    /// <summary>Gets the circuit with other numbers of lanes, library by library.</summary>
    public IReadOnlyList<LaneResult> Lanes { get; }

    /// <summary>Returns an object to serialise.</summary>
    public object ToJson() => new
    {
        Claims,
        Configuration = Main.Result,
        StreamLengths = Lengths.Select(one => new
        {
            StreamLength = one.Lengths.ToString(),
            one.TestAccuracy,
            DropFromFp32 = DropFigures.Of(one.AgainstFp32),
            DropFromFixed = DropFigures.Of(one.AgainstFixed),
            Costs = one.Prices.Select(price => new
            {
                Library = price.Model.Library.Name,
                EnergyPerUpdateAttojoules = price.AttojoulesPerUpdate,
                price.PowerWatts,
                price.Model.AreaSquareMicrometres,
                Bounded = price.Model.Bounded.Select(part => part.Name),
            }),
        }),
        Uncertainty = Designs.Zip(FixedPoint, static (design, binary) => new
        {
            Library = design.Model.Library.Name,
            Figures = CircuitFigures.Of(design, binary),
        }),
        Lanes,
        Published = PublishedResult.All,
    };

    private static ClaimResult Accuracy(LengthResult result, string configuration)
    {
        AccuracyComparison compared = result.AgainstFp32;
        int failures = compared.FirstFailures + compared.SecondFailures;
        return failures > 0 ? AccuracyClaim.JudgeFailures(failures, 2 * compared.Seeds, configuration)
            : compared.Equivalence is { } test
                ? AccuracyClaim.Judge(compared.Drop!.Points, (test.Low95, test.High95), test.Margin, configuration)
                : AccuracyClaim.Judge(compared.Drop!.Points, null, EquivalenceTest.AccuracyMarginPoints, configuration);
    }

    private static ScalingRun Scaling(LengthResult one) =>
        new(one.Circuit.Lanes, one.Circuit.Parameters, one.Prices[0].Updates, one.Prices[0].Seconds);

    private static string Configuration(RunOutcome main)
    {
        TrainingOptions options = main.Run.Options;
        return $"{main.Run.Model.Name} on {main.Run.Dataset.Name}, epochs {options.Epochs}, streams of {options.StreamLengths} bits, "
            + $"{main.Run.Preset.Name}, seeds {string.Join(", ", options.Seeds)}";
    }

    private static UpdateWorkload Workload(RunOutcome main, OperationCounts counts) => new(
        main.Run.Model.ParameterCount, main.Run.Options.StreamLengths.Longest)
    {
        PulseShare = (double)counts.SetPulses / counts.Bits,
        MeanProbability = (double)counts.SetEvents / counts.SetPulses,
        LearningRateStream = main.Run.Options.RateAsStream,
    };
}

/// <summary>
/// The circuit with another number of lanes, under one library.
/// </summary>
/// <param name="Library">Cost library.</param>
/// <param name="Lanes">Lanes.</param>
/// <param name="AreaSquareMicrometres">Area; um2.</param>
/// <param name="PowerWatts">Mean power at full speed; W.</param>
/// <param name="UpdatesPerSecond">Parameters updated per second.</param>
public sealed record LaneResult(string Library, int Lanes, double AreaSquareMicrometres, double PowerWatts, double UpdatesPerSecond);
