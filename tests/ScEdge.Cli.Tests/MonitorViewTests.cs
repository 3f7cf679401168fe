using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading;
using ScEdge.Cli.Monitoring;
using ScEdge.Link.Watching;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Capabilities;
using ScEdge.Protocol.Messages.Service;

namespace ScEdge.Cli.Tests;

[Trait("Kind", "Unit")]
public sealed partial class MonitorViewTests
{
    private readonly List<MonitorEvent> _events = [];
    private readonly LineAccount _account;
    private readonly LineWatcher _incoming;
    private readonly TelemetryRates _rates;

    public MonitorViewTests()
    {
        _account = new LineAccount(_events.Add);
        (_incoming, _rates) = (_account.Incoming, _account.Rates);
    }

    [Fact]
    public void See_TextAndFrames_TellsEachOnce()
    {
        byte[] report =
            Frame(MessageLimits.EventChannel, 0, TelemetryEvent.Code, new TelemetryEvent { TimeMicroseconds = 1_500_000, StepsDone = 7 }.Write);
        byte[] log =
            Frame(MessageLimits.EventChannel, 1, LogEvent.Code, new LogEvent { TimeMicroseconds = 2, Level = LogLevel.Event, Words = "hello" }.Write);
        byte[] damaged = Frame(1, 2, MessageCode.GetStatus, null);
        damaged[8] ^= 1;
        See([.. "ready\r\n"u8.ToArray(), .. report, .. report, .. log, .. damaged]);

        Assert.Equal(["ready"], Words(MonitorKind.Text));
        Assert.Equal(["hello"], Words(MonitorKind.Log));
        Assert.Equal(1_500_000, Assert.Single(_events, one => one.Kind == MonitorKind.Telemetry).DeviceMicroseconds);
        Assert.Equal(
            ["<- #0 TelemetryEvent, 68 bytes", "<- #0 TelemetryEvent, 68 bytes, repeated", "<- #1 LogEvent, 19 bytes", "<- a damaged frame"],
            Words(MonitorKind.Frames));
        Assert.Equal((1, 1, 68 + 19), (_incoming.Damaged, _incoming.Repeated, _incoming.PayloadBytes));
    }

    // Colours of another program, the title of a terminal, a character set.
    [Fact]
    public void See_ControlSequences_LeavesTheWords()
    {
        EscapeFilter filter = new();
        const string Line = "\e[1;32mI (31) boot:\e[0m ESP\e]0;title\a32\e(B \e]52;c;AAAA\e\\up\b!";
        Assert.Equal("I (31) boot: ESP32 up!", string.Concat(Line.Where(filter.IsText)));

        See("\e[0;32mI (31) boot: ESP32\e[0m\r\n"u8.ToArray());
        Assert.Equal(["I (31) boot: ESP32"], Words(MonitorKind.Text));
    }

    // Whoever comes in the middle of a frame sees its end.
    [Fact]
    public void See_TheEndOfAFrameFirst_IsNoFaultOfTheLine()
    {
        byte[] frame = Frame(1, 2, MessageCode.GetStatus, null);
        See([.. frame[5..], .. frame]);
        Assert.Equal((0, 1), (_incoming.Damaged, Words(MonitorKind.Frames).Count()));

        See([.. frame[..5], 0, .. frame]);
        Assert.Equal(1, _incoming.Damaged);

        _account.Rejoin();
        See([.. frame[5..], .. frame]);
        Assert.Equal(1, _incoming.Damaged);
    }

    [Fact]
    public void See_FramesOfASessionThatHasEnded_AreNoOtherHosts()
    {
        See(Frame(1, 2, MessageCode.GetStatus, null));
        Assert.NotEqual(default, _incoming.OthersSeen);
        DateTime before = _incoming.OthersSeen;
        _incoming.Disown();
        See(Frame(1, 3, MessageCode.GetStatus, null));
        Assert.Equal(before, _incoming.OthersSeen);
    }

    [Fact]
    public void See_PacketsOfTheDebugger_AreNamedAndTheirMeaningToldOnce()
    {
        byte[] ping = new byte[32];
        "NFPKTV1"u8.CopyTo(ping);
        See([.. "boot\r\n"u8, .. ping, .. ping, .. "up\r\n"u8]);

        Assert.Equal(["boot", "up"], Words(MonitorKind.Text));
        Assert.Equal(Enumerable.Repeat("<- nanoFramework debugger: ping, 0 bytes", 2), Words(MonitorKind.Frames));
        Assert.StartsWith("the nanoFramework debugger speaks here", Assert.Single(Words(MonitorKind.Link)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(40)]
    public void Rejoin_InAPacketOfTheDebugger_LosesNoFrameThatFollows(int length)
    {
        See(Packet(1000)[..length]);
        _account.Rejoin();
        See(Frame(1, 2, MessageCode.GetStatus, null));
        Assert.Equal("<- #2 GetStatus request 0, 4 bytes", Words(MonitorKind.Frames).Last());
    }

    // A board that was reset in the middle of a packet does not end it.
    [Fact]
    public void See_AfterAPauseInAPacketOfTheDebugger_LosesNoFrameThatFollows()
    {
        byte[] packet = Packet(1000);
        See(packet[..40]);
        _incoming.Flush();
        See(packet[40..100]);
        Assert.Equal(["<- nanoFramework debugger: ping, 1000 bytes"], Words(MonitorKind.Frames));

        Thread.Sleep(300);
        See(Frame(1, 2, MessageCode.GetStatus, null));
        Assert.Equal("<- #2 GetStatus request 0, 4 bytes", Words(MonitorKind.Frames).Last());
    }

    [Fact]
    public void See_AReportOfATraining_TellsStepLossRatesAndFaults()
    {
        _account.Progress = new WorkProgress(1234, 7500, 0.125);
        See(Frame(MessageLimits.EventChannel, 0, TelemetryEvent.Code, new TelemetryEvent { TimeMicroseconds = 1, StepsDone = 7 }.Write));
        Assert.Equal(
            "step 1,234 of 7,500  loss 0.1250  no rates yet  no link faults", Assert.Single(Words(MonitorKind.Telemetry)));

        string json = MonitorLine.Json(_events.Single(static one => one.Kind == MonitorKind.Telemetry), hex: false);
        Assert.Contains("\"step\":1234,\"steps\":7500,\"loss\":0.125,", json, StringComparison.Ordinal);
        Assert.Empty(JsonSchemaCheck.Mistakes(JsonDocument.Parse(json).RootElement, "monitor"));

        _account.Progress = new WorkProgress(0, 7500, double.NaN);
        Assert.Equal("step 0 of 7,500", _account.ProgressText);
    }

    [Fact]
    public void Take_TwoReports_GivesRatesOfTheTimeBetween()
    {
        _rates.Take(new TelemetryEvent { TimeMicroseconds = 1_000_000, Updates = 1000, Attojoules = 5_000_000_000 });
        _rates.Take(new TelemetryEvent { TimeMicroseconds = 3_000_000, Updates = 5000, Attojoules = 25_000_000_000 });

        // 4,000 updates and 20 nJ in 2 s: 5 pJ for an update, 10 nW.
        Assert.Equal(2000, _rates.UpdatesPerSecond!.Value, 9);
        Assert.Equal(5_000_000, _rates.AttojoulesPerUpdate!.Value, 3);
        Assert.Equal(10e-9, _rates.Watts!.Value, 15);

        // After a reset the counts begin anew.
        _rates.Take(new TelemetryEvent { TimeMicroseconds = 10, Updates = 0 });
        Assert.Null(_rates.UpdatesPerSecond);
        Assert.Null(_rates.Watts);
    }

    [Theory]
    [InlineData(80, 3)]
    [InlineData(120, 2)]
    [InlineData(300, 2)]
    public void Draw_AnyWidth_FitsIntoIt(int width, int rows)
    {
        _rates.Take(new TelemetryEvent
        {
            TimeMicroseconds = 1,
            StepsDone = 4_000_000_000,
            FreeBytes = uint.MaxValue,
            HealthFlags = BoardFaults.SelfTest | BoardFaults.Storage,
        });
        _rates.Take(new TelemetryEvent
        {
            TimeMicroseconds = 2,
            StepsDone = 4_000_000_000,
            Updates = long.MaxValue / 2,
            Attojoules = long.MaxValue,
            FreeBytes = uint.MaxValue,
        });
        _account.Entropy = "pseudo";
        MonitorPanel panel = new(_account);

        string[] lines = [.. panel.Draw(width, new string('x', 200), "q ends").Select(line => Escapes().Replace(line, ""))];

        Assert.Equal(rows + 2, lines.Length);
        Assert.All(lines, line => Assert.InRange(line.TrimEnd().Length, 1, width - 1));
    }

    [Fact]
    public void Append_NarrowAndWide_ShowTheTimesOfHostAndBoard()
    {
        MonitorEvent seen = new(MonitorKind.Log, new DateTime(2026, 1, 2, 3, 4, 5, 678), "hello")
        {
            DeviceMicroseconds = 12_345_678,
            Bytes = [0x41, 0, 0xFF],
        };
        StringBuilder narrow = new();
        MonitorLine.Append(narrow, seen, hex: false, isWide: false, isColored: false);
        StringBuilder wide = new();
        MonitorLine.Append(wide, seen, hex: true, isWide: true, isColored: false);

        Assert.Equal("03:04:05.678 log   @12.345 hello\n", narrow.ToString());
        string[] lines = wide.ToString().Split('\n');
        Assert.Equal("03:04:05.678      12.345678  log        hello", lines[0]);
        Assert.StartsWith("      0000  41 00 ff ", lines[1], StringComparison.Ordinal);
        Assert.EndsWith("A..", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void IsNew_LateAndRepeatedFrames_AreToldApart()
    {
        SequenceWindow window = new();
        Assert.True(window.IsNew(1, 65534));
        Assert.True(window.IsNew(1, 1));
        Assert.True(window.IsNew(1, 65535));
        Assert.False(window.IsNew(1, 65535));
        Assert.False(window.IsNew(1, 65534));
        Assert.False(window.IsNew(1, 65000));
        Assert.True(window.IsNew(2, 1));
    }

    /// <summary>Returns a packet of the debugger whose data would be text.</summary>
    private static byte[] Packet(int size)
    {
        byte[] packet = new byte[32 + size];
        packet.AsSpan(32).Fill((byte)'x');
        "NFPKTV1"u8.CopyTo(packet);
        BinaryPrimitives.WriteInt32LittleEndian(packet.AsSpan(28), size);
        return packet;
    }

    private static byte[] Frame(int channel, int sequence, MessageCode code, Action<MessageWriter>? write)
    {
        MessageWriter writer = new(256);
        writer.Begin(code, isAnswer: false, 0, 256);
        write?.Invoke(writer);
        byte[] body = new byte[FrameFormat.BodyLength(writer.Length)];
        Array.Copy(writer.Buffer, 0, body, FrameFormat.HeaderLength, writer.Length);
        FrameFormat.Seal(body, channel, writer.Length, 0x3412, sequence);
        byte[] wire = new byte[FrameFormat.WireLength(writer.Length)];
        return wire[..FrameFormat.Encode(body, writer.Length, wire)];
    }

    private void See(byte[] bytes) => _incoming.See(bytes, 0, bytes.Length);

    private IEnumerable<string> Words(MonitorKind kind) => _events.Where(one => one.Kind == kind).Select(one => one.Words);

    [GeneratedRegex("\e\\[[0-9;]*m")]
    private static partial Regex Escapes();
}
