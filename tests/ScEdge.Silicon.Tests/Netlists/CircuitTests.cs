using System;
using System.Linq;
using ScEdge.Input;
using ScEdge.Silicon.Netlists;
using ScEdge.Silicon.Timing;

namespace ScEdge.Silicon.Tests.Netlists;

[Trait("Kind", "Unit")]
public sealed class CircuitTests
{
    [Fact]
    public void Read_Hierarchy_IsTakenApartAndRemembered()
    {
        Circuit circuit = SmallCircuit.Circuit;

        Assert.Equal([("top", 1), ("turn", 1)], circuit.Modules.Select(static module => (module.Name, module.Instances)));
        Assert.Equal(["ff", "g", "sub/u"], circuit.Cells.Select(static cell => cell.Name).Order(StringComparer.Ordinal));

        // What a module passes through is one net: clk, a, z, n, q and the two constants.
        Assert.Equal(7, circuit.NetCount);
        Assert.Equal(circuit.Names["q"], circuit.Names["again"]);
        Assert.Equal(circuit.Names["q"], circuit.Names["sub/i"]);
        Assert.Equal([circuit.Names["clk"][0], circuit.Names["a"][0]], circuit.Inputs);
        Assert.Equal(3, circuit.Loads(0)[circuit.Names["q"][0]], 12);
        Assert.Equal(4, circuit.Loads(0.5)[circuit.Names["q"][0]], 12);
    }

    [Fact]
    public void RegisterToRegister_SmallCircuit_IsThePathByHand()
    {
        StaticTiming timing = new(SmallCircuit.Circuit, new TimingSettings());

        // The flip-flop falls behind 3 fF after 600 ps in 40 ps; the inverter rises after 100 + (40 - 10) / 20 x 100 ps in 10 ps; setup is 60 ps.
        TimingPath path = timing.RegisterToRegister()!;
        Assert.Equal(0.600 + 0.250 + 0.060, path.Nanoseconds, 9);
        Assert.Equal(("ff", "ff"), (path.Start, path.End));
        Assert.Equal([("ff", false), ("sub/u", true)], path.Steps.Select(static step => (step.Cell, step.IsRising)));
        Assert.Equal(0.910, timing.Overall()!.Nanoseconds, 9);
    }

    [Fact]
    public void StaticTiming_GatesInALoop_AreRefused()
    {
        string loop = SmallCircuit.Json.Replace("\"A\": [3], \"B\": [7], \"Y\": [4]", "\"A\": [4], \"B\": [7], \"Y\": [4]", StringComparison.Ordinal);
        Circuit circuit = CircuitReader.Read(loop, "top", SmallLibrary.Library, "loop.json");
        InputException refusal = Assert.Throws<InputException>(() => new StaticTiming(circuit, new TimingSettings()));
        Assert.Contains("loop through g", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"NAND\"", "\"NOR\"", "which the library small does not have")]
    [InlineData("\"NAND\"", "\"LATCH\"", "(latch) that cannot be simulated")]
    [InlineData("\"B\": [7]", "\"Q\": [7]", "no pin Q")]
    [InlineData("\"top\"", "\"tip\"", "no module top")]
    [InlineData("netnames", "names", "no netlist of Yosys")]
    [InlineData("{\"modules\"", "", "no netlist of Yosys")]
    public void Read_NetlistThatDoesNotFit_IsRefused(string what, string by, string reason) => Assert.Contains(
        reason,
        Assert.Throws<InputException>(() => CircuitReader.Read(
            SmallCircuit.Json.Replace(what, by, StringComparison.Ordinal), "top", SmallLibrary.Library, "small.json")).Message,
        StringComparison.Ordinal);
}
