using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using ScEdge.Input;
using ScEdge.Silicon.Netlists;
using ScEdge.Silicon.Power;
using ScEdge.Silicon.Timing;
using ScEdge.Silicon.Waveforms;

namespace ScEdge.Silicon.Tests.Power;

[Trait("Kind", "Unit")]
public sealed class PowerTests
{
    private const string Header = """
        $scope module bench $end
        $var reg 8 r recorded [7:0] $end
        $scope module dut $end
        $var wire 1 c clk $end $var wire 1 a a $end $var wire 1 z z $end $var wire 1 n n $end $var wire 1 q q $end
        $upscope $end $upscope $end $enddefinitions $end

        """;

    // The flip-flop is 0, 1 from 10 to 30, and 0 again, recorded from 0 to 40; then more that is not.
    private const string Changes = """
        #0 b1 r 0c 0a 1z 1n 0q
        #10 1c 1q 0n
        #20 0c
        #30 1c 0q 1n
        #40 0c b0 r
        #50 1c 1q 0n
        #60 0c
        """;

    // Two changes of the flip-flop in two clocks, half of the time at 1.
    [Fact]
    public void ActivityScript_Recorded_HasChangesInAClockAndTimeAtOne()
    {
        (Circuit circuit, SwitchingActivity activity) = Record(Header + Changes);
        using StringWriter text = new() { NewLine = "\n" };

        ActivityScript.Write(text, circuit, activity, cycles: 2);

        Assert.Contains("\npin {ff/Q} 1 0.5\n", text.ToString(), System.StringComparison.Ordinal);

        // From outside come the clock and an input that stays 0; nothing reads what the NAND makes of it.
        Assert.Contains("\npin {ff/CK} 2 0.5\n", text.ToString(), System.StringComparison.Ordinal);
        Assert.Contains("\npin {g/A} 0 0\n", text.ToString(), System.StringComparison.Ordinal);
        Assert.Contains("\npin {g/Y} 0 1\n", text.ToString(), System.StringComparison.Ordinal);
        Assert.DoesNotContain("pin {g/B}", text.ToString(), System.StringComparison.Ordinal);
    }

    [Fact]
    public void Phases_RecordedTime_IsCountedAndNothingElse()
    {
        (Circuit circuit, SwitchingActivity activity) = Record(Header + Changes);

        int Net(string name) => circuit.Names[name][0];
        Assert.Equal(40, activity.Ticks);
        Assert.Equal((2, 2), (activity.Rises[Net("clk")], activity.Falls[Net("clk")]));
        Assert.Equal((1, 1), (activity.Rises[Net("q")], activity.Falls[Net("q")]));
        Assert.Equal(0, activity.Toggles(Net("z")));
    }

    [Fact]
    public void Phases_UnknownValues_AreNoChanges()
    {
        (Circuit circuit, SwitchingActivity activity) = Record(
            Header + Changes.Replace("#20 0c", "#15 xq #16 1q #20 0c", StringComparison.Ordinal));
        Assert.Equal(2, activity.Toggles(circuit.Names["q"][0]));
    }

    [Fact]
    public void Of_SmallCircuit_IsWhatOneComputesByHand()
    {
        (Circuit circuit, SwitchingActivity activity) = Record(Header + Changes);
        StaticTiming timing = new(circuit, new TimingSettings());

        IReadOnlyList<ModulePower> modules = new PowerAnalysis(circuit, timing, volts: 2, wireFemtofarads: 0).Of(activity);

        // Flip-flop and NAND. Clock pin: two edges each at (5 + 4) / 2 and (3 + 2) / 2 fJ, half of the time either way; 3 fF at 2 V in four changes
        // from outside. Output: 3 fF in two changes. Leakage 6 nW and, its input a being 0, 2 nW.
        Assert.Equal((7, 8), (modules[0].AreaSquareMicrometres, Math.Round(modules[0].LeakageNanowatts, 9)));
        AssertEnergy(new SwitchingEnergy(9 + 5, 12, 24), modules[0].Energy);

        // Inverter. It rises behind an input that falls in 40 ps: 2 + (40 - 10) / 20 x 2 fJ; it falls at 1 fJ; 1 fF in two changes.
        Assert.Equal((1.5, 2), (modules[1].AreaSquareMicrometres, Math.Round(modules[1].LeakageNanowatts, 9)));
        AssertEnergy(new SwitchingEnergy(5 + 1, 4, 0), modules[1].Energy);
    }

    [Fact]
    public void MissingNets_DumpWithoutAWire_AreNamed()
    {
        ActivityRecorder recorder = new(SmallCircuit.Circuit, "bench/dut", "bench/recorded");
        VcdReader.Read(Stream((Header + Changes).Replace("1 q q", "1 q other", StringComparison.Ordinal)), recorder, "x.vcd");
        Assert.Equal([SmallCircuit.Circuit.Names["q"][0]], recorder.MissingNets());
    }

    [Fact]
    public void Finish_DumpWithoutMarker_IsRefused()
    {
        ActivityRecorder recorder = new(SmallCircuit.Circuit, "bench/dut", "bench/phase");
        VcdReader.Read(Stream(Header + Changes), recorder, "x.vcd");
        Assert.Contains("bench/phase", Assert.Throws<InputException>(recorder.Finish).Message, StringComparison.Ordinal);
    }

    private static (Circuit Circuit, SwitchingActivity Activity) Record(string dump)
    {
        ActivityRecorder recorder = new(SmallCircuit.Circuit, "bench/dut", "bench/recorded");
        VcdReader.Read(Stream(dump), recorder, "x.vcd");
        recorder.Finish();
        return (SmallCircuit.Circuit, Assert.Single(recorder.Phases, static phase => phase.Key == 1).Value);
    }

    private static MemoryStream Stream(string text) => new(Encoding.ASCII.GetBytes(text));

    private static void AssertEnergy(SwitchingEnergy expected, SwitchingEnergy actual)
    {
        Assert.Equal(expected.Internal, actual.Internal, 9);
        Assert.Equal(expected.Switching, actual.Switching, 9);
        Assert.Equal(expected.FromOutside, actual.FromOutside, 9);
    }
}
