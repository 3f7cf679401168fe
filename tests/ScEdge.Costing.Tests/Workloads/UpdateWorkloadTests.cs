using ScEdge.Costing.Workloads;
using ScEdge.Input;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Costing.Tests.Workloads;

[Trait("Kind", "Unit")]
public sealed class UpdateWorkloadTests
{
    [Fact]
    public void ToCounts_LeNet5_AreThoseOfAStep()
    {
        OperationCounts counts = new UpdateWorkload(61706, 32).ToCounts();

        Assert.Equal(185118, counts.Numbers);
        Assert.Equal(185118 * 32, counts.Bits);

        // 0.709 of the bits take a pulse, 0.026 of the pulses switch.
        Assert.Equal(4199957, counts.SetPulses);
        Assert.Equal(109199, counts.SetEvents);
        Assert.Equal(counts.SetEvents, counts.ResetPulses);
        Assert.Equal(counts.SetPulses, counts.Reads);
        Assert.Equal((3 * 61706, 2 * 61706), (counts.RegisterReads, counts.RegisterWrites));
        Assert.Equal(0, counts.AndOperations);
    }

    [Theory]
    [InlineData(32, 30)]
    [InlineData(64, 30)]
    [InlineData(10, 120)]
    [InlineData(1, 960)]
    public void ToCounts_CellsPerLane_SetTheRoundsOfALane(int cells, long laneCycles) =>
        Assert.Equal(laneCycles, (new UpdateWorkload(10, 32) { CellsPerLane = cells }).ToCounts().LaneCycles);

    [Fact]
    public void ToCounts_RateStream_TakesAnAndPerBitOfTheWeights() =>
        Assert.Equal(320, (new UpdateWorkload(10, 32) { LearningRateStream = true }).ToCounts().AndOperations);

    [Theory]
    [InlineData(0, 32)]
    [InlineData(-1, 32)]
    [InlineData(10, 0)]
    [InlineData(10, 100000)]
    public void ToCounts_OutOfRange_IsRefused(long parameters, int length) =>
        Assert.Throws<InputException>(() => new UpdateWorkload(parameters, length).ToCounts());
}
