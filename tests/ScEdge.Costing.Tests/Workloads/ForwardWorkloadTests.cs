using ScEdge.Costing.Workloads;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Costing.Tests.Workloads;

[Trait("Kind", "Unit")]
public sealed class ForwardWorkloadTests
{
    // A convolution of 3 x 3 over 10 x 10 pixels into four maps of 8 x 8.
    private static readonly ForwardWorkload Layer = new("conv", 100, 36, 9 * 64 * 4) { PulseShare = 0.75, MeanProbability = 0.25 };

    [Fact]
    public void ToCounts_OwnCells_DrawsInputsOfEveryImageAndWeightsOnce()
    {
        OperationCounts counts = Layer.ToCounts(StreamSource.OwnCells, 32, cellsPerLane: 16);

        Assert.Equal(6400 + 36, counts.Numbers);
        Assert.Equal(32 * 6436, counts.Bits);
        Assert.Equal(24 * 6436, counts.SetPulses);
        Assert.Equal(6 * 6436, counts.SetEvents);
        Assert.Equal(2 * 6436, counts.LaneCycles);
        Assert.Equal(64L * 9 * 64 * 4 * 32, counts.AndOperations);
    }

    [Fact]
    public void ToCounts_SharedCells_PulsesDigitsOnly()
    {
        OperationCounts counts = Layer.ToCounts(StreamSource.SharedCells, 32, cellsPerLane: 32);

        // A sequence of 32 numbers of 16 digits for each image, and one for the weights.
        Assert.Equal(65 * 16 * 32, counts.SetPulses);
        Assert.Equal(65 * 16 * 16, counts.SetEvents);
        Assert.Equal(65 * 16, counts.LaneCycles);
        Assert.Equal((32 * 6436) + (65 * 16 * 32), counts.Bits);
        Assert.Equal(6436 + (65 * 16), counts.Numbers);
    }

    [Fact]
    public void ToCounts_Generators_TakeNoPulse() => Assert.Equal(0, Layer.ToCounts(StreamSource.Sobol, 32, cellsPerLane: 32).SetPulses);
}
