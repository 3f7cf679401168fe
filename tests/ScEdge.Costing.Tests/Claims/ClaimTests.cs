using System;
using System.Linq;
using ScEdge.Cbram.Presets;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Cells;
using ScEdge.Costing.Claims;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Workloads;

namespace ScEdge.Costing.Tests.Claims;

[Trait("Kind", "Unit")]
public sealed class ClaimTests
{
    private static readonly UpdateWorkload Step = new(61706, 32);

    private static readonly ArchitectureModel Circuit = new() { Preset = PresetCatalog.Find("jo2009"), Cell = CellType.Find("4f2") };

    public static TheoryData<string> Libraries => [.. CostLibraryCatalog.BuiltIn.Select(library => library.Name)];

    [Theory]
    [InlineData(0.07, 0.06, ClaimVerdict.ReproducedUnderAssumption)]
    [InlineData(0.45, 0.06, ClaimVerdict.NotReproduced)]
    [InlineData(-0.2, 0.1, ClaimVerdict.ReproducedUnderAssumption)]
    [InlineData(0.0, null, ClaimVerdict.NotReproduced)]
    public void Accuracy_WholeIntervalBelowHalfAPoint_Holds(double drop, double? halfWidth, ClaimVerdict verdict) =>
        Assert.Equal(verdict, AccuracyClaim.Judge(drop, halfWidth, "").Verdict);

    [Fact]
    public void MacSize_Dally_IsFp32OverTwoCells()
    {
        ClaimResult claim = MacSizeClaim.Judge(CostLibraryCatalog.Resolve("dally45"), Circuit, 32);

        // (7700 + 4184) um2 at 45 nm, brought to 40 nm, over two cells of 0.0064 um2.
        double orders = Math.Log10((7700.0 + 4184.0) * (40.0 * 40.0) / (45.0 * 45.0) / (2 * 0.0064));
        Assert.Equal(orders, claim.ObtainedValue!.Value, 1e-9);
        Assert.Equal(ClaimVerdict.ReproducedUnderAssumption, claim.Verdict);
        Assert.Contains("two cells and nothing else", claim.Assumption, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void MacSize_FoundryCells_HoldsOnlyWithFiveOrders(string library)
    {
        ClaimResult claim = MacSizeClaim.Judge(CostLibraryCatalog.Resolve(library), Circuit with { Cell = CellType.Find("1t1r") }, 32);

        Assert.Equal(claim.ObtainedValue >= 5 ? ClaimVerdict.ReproducedUnderAssumption : ClaimVerdict.NotReproduced, claim.Verdict);
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void OperatingPoint_LeNet5_KeepsWithinBothAndNamesWhatIsNotPriced(string library)
    {
        ClaimResult[] claims = [.. OperatingPointClaims.Judge(CostLibraryCatalog.Resolve(library), Circuit, Step, 1e-3)];

        Assert.Equal(["area", "power"], claims.Select(claim => claim.Id));
        Assert.InRange(claims[0].ObtainedValue!.Value, 0.001, 1.55);
        Assert.InRange(claims[1].ObtainedValue!.Value, 1, 167);
        Assert.Contains("charge pump", claims[0].Assumption, StringComparison.Ordinal);
        Assert.Contains("DACs", claims[1].Assumption, StringComparison.Ordinal);

        // An area below half of the published one fits, but is not that area.
        Assert.Equal(claims[0].ObtainedValue * 2 >= 1.55, claims[0].Verdict == ClaimVerdict.ReproducedUnderAssumption);
    }

    [Fact]
    public void OperatingPoint_NetworkThatDoesNotFit_IsNotReproducedAndSaysWhy()
    {
        UpdateWorkload huge = new(100_000_000, 32);

        ClaimResult[] claims = [.. OperatingPointClaims.Judge(CostLibraryCatalog.Resolve("dally45"), Circuit with { Parameters = huge.Parameters }, huge, 1)];

        Assert.All(claims, claim => Assert.Equal(ClaimVerdict.NotReproduced, claim.Verdict));
        Assert.All(claims, claim => Assert.Contains("cannot be met", claim.Residual, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Scalability_Doublings_StayWithinTheTolerance(string library)
    {
        ClaimResult claim = ScalabilityClaim.Judge(CostLibraryCatalog.Resolve(library), Circuit, Step);

        Assert.Equal(ClaimVerdict.ReproducedUnderAssumption, claim.Verdict);
        Assert.InRange(claim.ObtainedValue!.Value, 0, 100 * ScalabilityClaim.Tolerance);
    }

    [Fact]
    public void Scalability_FewerParametersThanLanes_IsNotReproduced() =>
        Assert.Equal(ClaimVerdict.NotReproduced, ScalabilityClaim.Judge(CostLibraryCatalog.Resolve("dally45"), Circuit, new UpdateWorkload(100, 32)).Verdict);
}
