using System;
using System.Linq;
using ScEdge.Cbram.Presets;
using ScEdge.Costing.Arrays;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Claims;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Pricing;
using ScEdge.Costing.Uncertainty;
using ScEdge.Costing.Workloads;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Costing.Tests.Claims;

[Trait("Kind", "Unit")]
public sealed class ClaimTests
{
    private static readonly UpdateWorkload Step = new(61706, 32);

    private static readonly ArchitectureModel Circuit = new() { Preset = PresetCatalog.Find("jo2009") };

    public static TheoryData<string> Libraries => [.. CostLibraryCatalog.BuiltIn.Select(library => library.Name)];

    [Theory]
    [InlineData(0.01, 0.13, ClaimVerdict.ReproducedUnderAssumption)]
    [InlineData(0.12, 0.44, ClaimVerdict.NotReproduced)]
    [InlineData(-0.13, -0.01, ClaimVerdict.ReproducedUnderAssumption)]
    [InlineData(-0.44, -0.12, ClaimVerdict.NotReproduced)]
    [InlineData(-0.25, 0.1, ClaimVerdict.Undecided)]
    [InlineData(-0.24, 0.26, ClaimVerdict.Undecided)]
    [InlineData(-1.07, 2.49, ClaimVerdict.Undecided)]
    public void Accuracy_Interval_HoldsWithinTheMarginAndDiffersWithoutZero(double low, double high, ClaimVerdict verdict) =>
        Assert.Equal(verdict, AccuracyClaim.Judge((low + high) / 2, (low, high), 0.25, "").Verdict);

    [Fact]
    public void Accuracy_OneSeed_ShowsNothing() => Assert.Equal(ClaimVerdict.Undecided, AccuracyClaim.Judge(0, null, 0.25, "").Verdict);

    [Fact]
    public void Accuracy_FailedTrainings_AreCountedAndNotAveraged()
    {
        ClaimResult claim = AccuracyClaim.JudgeFailures(2, 10, "");

        Assert.Equal((ClaimVerdict.NotReproduced, "2 of 10 trainings failed to learn"), (claim.Verdict, claim.Obtained));
        Assert.Null(claim.ObtainedValue);
    }

    [Fact]
    public void MacSize_GroupWrite_IsFp32OverTheCellsThatWereTrained()
    {
        ClaimResult claim = MacSizeClaim.Judge(CostLibraryCatalog.Resolve("dally45"), Circuit, 32);

        // (7700 + 4184) um2 at 45 nm, brought to 40 nm, over 64 cells of 0.0256 um2; over those of 0.055 and of 0.0064 um2.
        double binary = (7700.0 + 4184.0) * (40.0 * 40.0) / (45.0 * 45.0);
        Assert.Equal(Math.Log10(binary / (64 * 0.0256)), claim.ObtainedValue!.Value, 1e-9);
        Assert.Equal(Math.Log10(binary / (64 * 0.055)), claim.Span!.Low, 1e-9);
        Assert.Equal(Math.Log10(binary / (64 * 0.0064)), claim.Span.High, 1e-9);
        Assert.Equal((ClaimVerdict.NotReproduced, false), (claim.Verdict, claim.FlipsWithinSpan));
        Assert.Contains("5.2 us", claim.Configuration, StringComparison.Ordinal);
    }

    [Fact]
    public void MacSize_SerialWrite_IsAnotherConfigurationWithItsOwnTimeAndFlips()
    {
        ClaimResult claim = MacSizeClaim.Judge(CostLibraryCatalog.Resolve("dally45"), Circuit with { CellsPerLane = 1 }, 32);

        // Two cells of 0.0256 um2 reach five orders, two of a foundry's 0.055 um2 do not.
        Assert.Equal((ClaimVerdict.ReproducedUnderAssumption, true), (claim.Verdict, claim.FlipsWithinSpan));
        Assert.Contains("67.2 us", claim.Configuration, StringComparison.Ordinal);
        Assert.Contains("its cells and nothing else", claim.Assumption, StringComparison.Ordinal);
    }

    [Fact]
    public void ArrayMac_Dally_IsFp32OverAGateAndItsShare()
    {
        ForwardWorkload[] layers = [new("fc", 784, 7840, 7840)];
        CostLibrary library = CostLibraryCatalog.Resolve("dally45");
        ClaimResult claim = ArrayMacClaim.Judge(library, Circuit, layers, 256);

        double gate = new ArrayTable(library, Circuit, layers, 256).Of(StreamSource.OwnCells).AreaSquareMicrometres.Nominal;
        Assert.Equal(Math.Log10((7700.0 + 4184.0) * (40.0 * 40.0) / (45.0 * 45.0) / gate), claim.ObtainedValue!.Value, 1e-9);
        Assert.Equal((ClaimVerdict.NotReproduced, false), (claim.Verdict, claim.FlipsWithinSpan));
        Assert.Contains("FP32 binary 4.6", claim.Obtained, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void OperatingPoint_LeNet5_IsOneVerdictFromOneDesign(string library)
    {
        ClaimResult claim = Judge(library, Circuit, Step);

        Assert.Equal("operating-point", claim.Id);
        Assert.Equal(new CostModel(CostLibraryCatalog.Resolve(library), Circuit).AreaSquareMicrometres * 1e-6, claim.ObtainedValue!.Value, 1e-12);
        Assert.Equal(claim.ObtainedValue, claim.Span!.Nominal);
        Assert.Contains("256 lanes", claim.Configuration, StringComparison.Ordinal);
    }

    // A small network takes 167 uW at some rate, but not on 1.55 mm2.
    [Theory]
    [MemberData(nameof(Libraries))]
    public void OperatingPoint_SmallNetworkOnFewLanes_IsNotReproduced(string library)
    {
        UpdateWorkload edge = new(3000, 32);

        Assert.Equal(ClaimVerdict.NotReproduced, Judge(library, Circuit with { Parameters = edge.Parameters, Lanes = 32 }, edge).Verdict);
    }

    [Fact]
    public void OperatingPoint_NetworkThatIsTooLarge_IsNotReproducedAnywhere()
    {
        UpdateWorkload huge = new(100_000_000, 32);

        ClaimResult claim = Judge("dally45", Circuit with { Parameters = huge.Parameters }, huge);

        Assert.Equal((ClaimVerdict.NotReproduced, false), (claim.Verdict, claim.FlipsWithinSpan));
    }

    [Fact]
    public void Scalability_SameDesign_IsUntested()
    {
        ScalingRun run = new(256, 61706, 1000, 1e-3);

        Assert.Equal(ClaimVerdict.Untested, ScalabilityClaim.Judge([run, run with { Seconds = 2e-3 }]).Verdict);
    }

    [Theory]
    [InlineData(0.5e-3, ClaimVerdict.ReproducedUnderAssumption)]
    [InlineData(0.54e-3, ClaimVerdict.ReproducedUnderAssumption)]
    [InlineData(0.6e-3, ClaimVerdict.NotReproduced)]
    public void Scalability_TwiceTheLanes_MustHalveTheTime(double seconds, ClaimVerdict verdict)
    {
        ScalingRun run = new(256, 61706, 1000, 1e-3);
        ClaimResult claim = ScalabilityClaim.Judge([run, run with { Lanes = 512, Seconds = seconds }]);

        Assert.Equal(verdict, claim.Verdict);
        Assert.Equal(100 * ((seconds / 0.5e-3) - 1), claim.ObtainedValue!.Value, 1e-6);
    }

    [Fact]
    public void OtherSide_Tsmc_CmosGeneratorsTakeTheEnergyOfTheirReports()
    {
        OtherSide other = new(CostLibraryCatalog.Resolve("tsmc40lp-unarysim"), Circuit, 32);

        Assert.Equal(32 * (305200 + (48910 / 8.0)), other.CmosAttojoulesPerMac!.Value, 1e-6);
        Assert.True(other.CbramAttojoulesPerMac is { } cbram && cbram.Low < cbram.Nominal && cbram.Nominal < cbram.High);
        Assert.Null(new OtherSide(CostLibraryCatalog.Resolve("dally45"), Circuit, 32).CmosAttojoulesPerMac);
    }

    private static ClaimResult Judge(string name, ArchitectureModel circuit, UpdateWorkload step)
    {
        CostLibrary library = CostLibraryCatalog.Resolve(name);
        return OperatingPointClaim.Judge(new CircuitSensitivity(library, circuit, step.ToCounts(), step.Parameters));
    }
}
