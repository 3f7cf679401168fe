using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using ScEdge.Input;
using ScEdge.Silicon.Waveforms;

namespace ScEdge.Silicon.Tests.Waveforms;

[Trait("Kind", "Unit")]
public sealed class VcdReaderTests
{
    private const string Header = """
        $date today $end $version x $end $timescale 1ns $end
        $scope module top $end
        $var wire 1 ! clk $end
        $var wire 4 "# bus [3:0] $end
        $scope module \a[0].b $end
        $var wire 1 ! \x[1] $end
        $var real 64 r temperature $end
        $upscope $end $upscope $end
        $enddefinitions $end

        """;

    [Fact]
    public void Read_Declarations_HaveScopesAndSharedSignals()
    {
        Recording recording = Read(Header);
        Assert.Equal(
            [(new WaveformVariable("top", "clk", 1), 0), (new("top", "bus", 4), 1), (new("top/a[0].b", "x[1]", 1), 0)], recording.Variables);
    }

    [Fact]
    public void Read_Changes_ComeBitByBitWithTheirTimes()
    {
        Recording recording = Read(Header + "#0\n$dumpvars\nx!\nbx \"#\n$end\n#5 1! b10 \"#\n#7\nr1.5 r\n0!\n$dumpoff\nx!\n$end\n");
        Assert.Equal(
            [
                "0: 0.0=-1", "0: 1.0=-1", "0: 1.1=-1", "0: 1.2=-1", "0: 1.3=-1",
                "5: 0.0=1", "5: 1.0=0", "5: 1.1=1", "5: 1.2=0", "5: 1.3=0", "7: 0.0=0", "7: 0.0=-1",
            ],
            recording.Changes);
    }

    [Fact]
    public void Read_DumpLargerThanItsBuffer_IsReadWhole()
    {
        StringBuilder text = new(Header);
        for (int i = 0; i < 100_000; i++)
        {
            text.Append($"#{i}\n{i & 1}!\n");
        }

        Assert.Equal(100_000, Read(text.ToString()).Changes.Count);
    }

    [Theory]
    [InlineData("$scope module a $end", "ends before")]
    [InlineData("$upscope $end", "without a scope")]
    [InlineData("$var wire many ! a $end", "no width")]
    [InlineData("$var wire 1 ! a $end $var wire 2 ! b $end", "has 2 bits")]
    [InlineData("hello", "where a declaration should")]
    [InlineData(Header + "#1\n#0\n", "time goes back from 1 to 0")]
    [InlineData(Header + "#one", "is no time")]
    [InlineData(Header + "b10101 \"#", "5 digits for 4 bits")]
    [InlineData(Header + "b10", "ends within a vector")]
    [InlineData(Header + "b12 \"#", "\"2\" is no value")]
    [InlineData(Header + "q!", "is no change")]
    public void Read_MalformedDump_SaysWhere(string text, string reason)
    {
        InputException refusal = Assert.Throws<InputException>(() => Read(text));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("x.vcd, line ", refusal.Message, StringComparison.Ordinal);
    }

    private static Recording Read(string text)
    {
        Recording recording = new();
        VcdReader.Read(new MemoryStream(Encoding.ASCII.GetBytes(text)), recording, "x.vcd");
        return recording;
    }

    private sealed class Recording : IWaveformSink
    {
        private long _time;

        public List<(WaveformVariable Variable, int Signal)> Variables { get; } = [];

        public List<string> Changes { get; } = [];

        public void Declare(WaveformVariable variable, int signal) => Variables.Add((variable, signal));

        public void AdvanceTo(long time) => _time = time;

        public void Change(int signal, int bit, int value) => Changes.Add($"{_time}: {signal}.{bit}={value}");
    }
}
