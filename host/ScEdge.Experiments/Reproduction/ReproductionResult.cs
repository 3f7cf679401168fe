using System.Collections.Generic;
using System.Linq;
using ScEdge.Experiments.Results;
using ScEdge.Experiments.Runs;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Cells;
using ScEdge.Costing.Claims;
using ScEdge.Costing.Comparison;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Pricing;
using ScEdge.Costing.Workloads;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Experiments.Reproduction;

/// <summary>
/// The claims of the paper beside what was obtained, and the measurements behind them.
/// </summary>
public sealed class ReproductionResult
{
    private static readonly int[] LanesShown = [16, 32, 64, 128, 256, 512, 1024, 2048, 4096];

    /// <summary>Judges the claims by finished trainings.</summary>
    /// <param name="main">Training of the main configuration.</param>
    /// <param name="lengths">Trainings with all stream lengths, the main one among them, from short to long.</param>
    public ReproductionResult(RunOutcome main, IReadOnlyList<LengthResult> lengths)
    {
        Main = main;
        Lengths = lengths;
        LengthResult result = lengths.Single(one => one.Lengths == main.Run.Options.StreamLengths);
        ArchitectureModel circuit = result.Circuit with { Probabilities = Probabilities(result.Counts) };
        UpdateWorkload workload = Workload(main, result.Counts);
        string configuration = $"{main.Run.Model.Name} on {main.Run.Dataset.Name}, epochs {main.Run.Options.Epochs}, streams of {main.Run.Options.StreamLengths} bits, {main.Run.Preset.Name}, seeds {string.Join(", ", main.Run.Options.Seeds)}";
        Claims =
        [
            AccuracyClaim.Judge(result.Drop.Mean, result.Drop.HalfWidth95, configuration),
            .. CostLibraryCatalog.BuiltIn.Select(library => MacSizeClaim.Judge(library, circuit with { Cell = CellType.Find("4f2") }, result.Lengths.Longest)),
            .. CostLibraryCatalog.BuiltIn.Zip(result.Prices).SelectMany(pair => OperatingPointClaims.Judge(pair.First, circuit, workload, pair.Second.PowerWatts)),
            .. CostLibraryCatalog.BuiltIn.Select(library => ScalabilityClaim.Judge(library, circuit, workload)),
        ];
        Lanes =
        [
            .. from library in CostLibraryCatalog.BuiltIn
               from lanes in LanesShown
               let report = new CostModel(library, circuit with { Lanes = lanes, CellGroupCount = 0 }).Price(workload.ToCounts())
               select new LaneResult(library.Name, lanes, report.AreaSquareMicrometres, report.PowerWatts, workload.Parameters / report.Seconds),
        ];
    }

    /// <summary>Gets the training of the main configuration.</summary>
    public RunOutcome Main { get; }

    /// <summary>Gets the trainings with all stream lengths, from short to long.</summary>
    public IReadOnlyList<LengthResult> Lengths { get; }

    /// <summary>Gets the claims with their verdicts.</summary>
    public IReadOnlyList<ClaimResult> Claims { get; }

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
                price.AttojoulesPerUpdate,
                price.PowerWatts,
                price.Model.AreaSquareMicrometres,
                Excluded = price.Model.Excluded.Select(part => part.Name),
            }),
        }),
        Lanes,
        Published = PublishedResult.All,
    };

    private static ProbabilityDistribution Probabilities(OperationCounts counts) =>
        ProbabilityDistribution.MaximumEntropy(System.Math.Clamp((double)counts.SetEvents / counts.SetPulses, 0.001, 0.999));

    private static UpdateWorkload Workload(RunOutcome main, OperationCounts counts) => new(main.Run.Model.ParameterCount, main.Run.Options.StreamLengths.Longest)
    {
        PulseShare = (double)counts.SetPulses / counts.Bits,
        MeanProbability = (double)counts.SetEvents / counts.SetPulses,
        LearningRateStream = main.Run.Options.RateAsStream,
    };
}
