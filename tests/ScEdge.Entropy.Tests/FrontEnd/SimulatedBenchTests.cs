using ScEdge.Cbram;
using ScEdge.Cbram.Presets;
using ScEdge.FrontEnd;
using ScEdge.Input;

namespace ScEdge.Entropy.Tests.FrontEnd;

[Trait("Kind", "Unit")]
public sealed class SimulatedBenchTests
{
    private static readonly CbramPreset Device = PresetCatalog.Find("jo2009");

    [Fact]
    public void Constructor_DeviceDrivenByWidth_IsNamedInASentence()
    {
        InputException problem = Assert.Throws<InputException>(() => new SimulatedBench(Device with { SetPulseWidth = null }, 1, 1, 2048));
        Assert.StartsWith("The device jo2009 is driven by the width of its pulses", problem.Message);
    }

    [Fact]
    public void Constructor_ResetBeyondTheBench_IsNamedInASentence()
    {
        CbramPreset strong = Device with { ResetVoltage = Device.ResetVoltage with { Value = -3.6 } };
        Assert.StartsWith("The device jo2009 resets at -3.6 V", Assert.Throws<InputException>(() => new SimulatedBench(strong, 1, 1, 2048)).Message);
    }

    [Fact]
    public void SetProbability_WithinAStepOfTheConverter_DoesNotChange()
    {
        // One step of 12 bits over 12 V is 2.93 mV: 4101 and 4102 mV round to step 1400.
        SimulatedFrontEnd frontEnd = new SimulatedBench(Device, 1, 1, 2048).FrontEnd;
        Assert.Equal(frontEnd.SetProbability(0, 4101, 1000), frontEnd.SetProbability(0, 4102, 1000));
        Assert.True(frontEnd.SetProbability(0, 4104, 1000) > frontEnd.SetProbability(0, 4102, 1000));
    }

    [Theory]
    [InlineData(CellCondition.StuckSet, 909)]
    [InlineData(CellCondition.StuckReset, 50)]
    [InlineData(CellCondition.Disconnected, 0)]
    public void ReadCurrentCounts_OneVolt_IsTheCurrentThroughCellAndResistor(CellCondition condition, int nanoamperes)
    {
        SimulatedFrontEnd frontEnd = new SimulatedBench(Device, 1, 1, 2048).FrontEnd;
        frontEnd[0].Condition = condition;

        // 20 mV and 3 counts of offset, noise of 2 counts: six deviations of it are allowed, and 2 % for the voltage.
        Assert.InRange(frontEnd.ReadCurrentCounts(1000) - 3, nanoamperes - 12, (nanoamperes * 1.02) + 12);
    }
}
