using System;
using System.Linq;
using ScEdge.Protocol.Sessions;
using ScEdge.Protocol.Tests.Framing;

namespace ScEdge.Protocol.Tests.Sessions;

[Trait("Kind", "Unit")]
public sealed class ReliableLinkTests
{
    private readonly byte[] _payload = [1, 0, 2];

    [Fact]
    public void TrySend_OpenSession_ArrivesOnceAndInOrder()
    {
        LinkPair pair = OpenPair();
        Assert.True(pair.A.TrySend(3, _payload, 0, 3));
        Assert.True(pair.A.TrySend(4, _payload, 1, 2));
        Assert.True(pair.PollUntil(() => pair.A.IsAllAcknowledged));
        Assert.Equal(3, pair.B.Received!.Channel);
        Assert.Equal([[1, 0, 2], [0, 2]], LinkPair.TakeAll(pair.B));
        Assert.Null(pair.B.Received);
    }

    [Fact]
    public void TrySend_BeyondTheWindow_WaitsUntilTheOtherEndTakes()
    {
        LinkPair pair = OpenPair();
        for (int i = 0; i < 8; i++)
        {
            Assert.True(pair.A.TrySend(1, _payload, 0, 3));
        }

        Assert.False(pair.A.TrySend(1, _payload, 0, 3));
        pair.PollFor(5_000_000);
        Assert.True(pair.A.TrySend(1, _payload, 0, 3));

        // B has not taken any: the ninth frame has no credit and is not even sent, however long it takes.
        pair.PollFor(30_000_000);
        Assert.False(pair.A.IsAllAcknowledged);
        Assert.Equal(0, pair.B.Counters.FramesBeyondCredit);
        Assert.Equal(LinkState.Open, pair.A.State);
        Assert.Equal(8, LinkPair.TakeAll(pair.B).Count);
        Assert.True(pair.PollUntil(() => pair.A.IsAllAcknowledged));
        Assert.Single(LinkPair.TakeAll(pair.B));
    }

    [Fact]
    public void TrySend_LongerThanTheOtherEndTakes_IsRefused()
    {
        LinkPair pair = OpenPair(new LinkSettings { MaximumPayload = 256 });
        Assert.Equal(256, pair.A.MaximumPayload);
        Assert.Throws<ArgumentOutOfRangeException>(() => pair.A.TrySend(1, new byte[257], 0, 257));
    }

    [Fact]
    public void Poll_OtherEndReset_BeginsANewSessionAtBothEnds()
    {
        LinkPair pair = OpenPair();
        pair.A.TrySend(1, _payload, 0, 3);
        pair.ResetB();
        Assert.True(pair.PollUntil(() => pair.A.Sessions == 2 && pair.B.State == LinkState.Open));
        Assert.Equal(1, pair.B.Sessions);

        // What was under way is gone; what follows arrives.
        Assert.True(pair.A.IsAllAcknowledged);
        Assert.True(pair.A.TrySend(1, _payload, 1, 1));
        Assert.True(pair.PollUntil(() => pair.B.Received is not null));
        Assert.Equal([[0]], LinkPair.TakeAll(pair.B));
    }

    [Fact]
    public void Poll_NobodyAnswers_IsLostAndSaysWhy()
    {
        LinkPair pair = new(faults: new LineFaults { Drop = 1000 });
        Assert.True(pair.PollUntil(() => pair.A.State == LinkState.Lost));
        Assert.Equal(LinkLoss.NoAnswer, pair.A.Loss);
        Assert.Equal(LinkState.Listening, pair.B.State);
    }

    [Fact]
    public void Poll_OtherEndGone_IsLostAndSaysWhy()
    {
        LinkPair silent = OpenPair();
        PollAlone(silent, 11_000_000);
        Assert.Equal(LinkLoss.Silent, silent.A.Loss);

        LinkPair busy = OpenPair();
        busy.A.TrySend(1, _payload, 0, 3);
        PollAlone(busy, 9_900_000);
        Assert.Equal(LinkLoss.Unacknowledged, busy.A.Loss);
        Assert.Equal(LinkState.Lost, busy.A.State);
    }

    [Fact]
    public void Close_OpenSession_IsToldToTheOtherEnd()
    {
        LinkPair pair = OpenPair();
        pair.A.Close();
        Assert.True(pair.PollUntil(() => pair.B.State == LinkState.Lost));
        Assert.Equal(LinkLoss.ClosedByPeer, pair.B.Loss);
        Assert.Equal(LinkState.Closed, pair.A.State);
    }

    [Fact]
    public void Poll_IdleSession_StaysOpen()
    {
        LinkPair pair = OpenPair();
        pair.PollFor(60_000_000);
        Assert.Equal(LinkState.Open, pair.A.State);
        Assert.Equal(LinkState.Open, pair.B.State);
        Assert.Equal(1, pair.A.Sessions);

        // At most one question and one answer each second.
        Assert.InRange(pair.A.Counters.FramesSent, 55, 125);
    }

    [Fact]
    public void Poll_StaleFrames_AreIgnored()
    {
        LinkPair pair = OpenPair();
        byte[] wrongSession = DecoderTrace.Frame(1, 0x7777, 0, [1]);
        byte[] farAhead = DecoderTrace.Frame(1, 0x7777, 300, [1]);
        pair.AToB.Write(wrongSession, 0, wrongSession.Length);
        pair.AToB.Write(farAhead, 0, farAhead.Length);
        pair.PollFor(1_000_000);
        Assert.Null(pair.B.Received);
        Assert.Equal(1, pair.B.Sessions);
        Assert.InRange(pair.B.Counters.FramesForeign, 2, 2);
    }

    [Fact]
    public void Poll_StaleOpen_DoesNotEndTheSession()
    {
        LinkPair pair = OpenPair();
        OpenMessage stale = new() { Epoch = 0x1234567, HeardEpoch = 0x89, MaximumPayload = 64, Window = 1 };
        byte[] payload = new byte[OpenMessage.Length];
        stale.Write(payload, 0, ControlType.Open);
        byte[] wire = DecoderTrace.Frame(0, 0, 0, payload);
        pair.AToB.Write(wire, 0, wire.Length);
        pair.PollFor(3_000_000);
        Assert.Equal(1, pair.A.Sessions);
        Assert.Equal(1, pair.B.Sessions);
        Assert.Equal(LinkState.Open, pair.B.State);
    }

    [Fact]
    public void Poll_EchoingLine_OpensNoSessionWithItself()
    {
        VirtualClock clock = new();
        SimulatedWire wire = new(clock, 115200, 100, new LineFaults(), 1);
        ReliableLink link = new(new LinkSettings(), new SimulatedLine(wire, wire), clock, 7, null);
        link.Open();
        for (; clock.Microseconds < 20_000_000; clock.Microseconds += 1000)
        {
            link.Poll();
        }

        Assert.Equal(LinkLoss.NoAnswer, link.Loss);
        Assert.Equal(0, link.Sessions);
    }

    [Fact]
    public void WriteText_BetweenFrames_ArrivesAsText()
    {
        LinkPair pair = new();
        Assert.True(pair.B.WriteText("ScEdge board"));
        pair.PollUntil(() => pair.A.State == LinkState.Open && pair.B.State == LinkState.Open);
        for (int i = 0; i < 20; i++)
        {
            pair.B.TrySend(1, _payload, 0, 3);
            pair.B.WriteText($"line {i}");
            pair.PollFor(2000);
            LinkPair.TakeAll(pair.A);
        }

        pair.PollFor(100_000);
        Assert.Equal("ScEdge board\r\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"line {i}\r\n")), pair.Text.ToString());
        Assert.Equal(0, pair.A.Counters.FramesDamaged);
    }

    [Fact]
    public void Poll_SteadyTraffic_AllocatesNothing()
    {
        VirtualClock clock = new();
        RingWire aToB = new();
        RingWire bToA = new();
        ReliableLink a = new(new LinkSettings(), new RingLine(aToB, bToA), clock, 1, null);
        ReliableLink b = new(new LinkSettings(), new RingLine(bToA, aToB), clock, 2, null);
        a.Open();
        b.Listen();
        Exchange(a, b, clock, 100);
        int received = 0;

        Assert.Equal(0, AllocatedBytes.Of(() => received = Exchange(a, b, clock, 1000)));
        Assert.InRange(received, 900, 1000);
    }

    [Theory]
    [InlineData(16, 8, 4096)]
    [InlineData(5000, 8, 65536)]
    [InlineData(256, 3, 4096)]
    [InlineData(256, 64, 4096)]
    [InlineData(1024, 8, 1000)]
    public void Constructor_ImpossibleSettings_SaysWhatIsWrong(int payload, int window, int lineBuffer)
    {
        LinkSettings settings = new() { MaximumPayload = payload, Window = window, LineBufferBytes = lineBuffer };
        Assert.NotNull(settings.Problem());
        VirtualClock clock = new();
        SimulatedWire wire = new(clock, 115200, 100, new LineFaults(), 1);
        Assert.Throws<ArgumentException>(() => new ReliableLink(settings, new SimulatedLine(wire, wire), clock, 7, null));
    }

    private static LinkPair OpenPair(LinkSettings? settingsB = null)
    {
        LinkPair pair = new(settingsB: settingsB);
        Assert.True(pair.PollUntil(() => pair.A.State == LinkState.Open && pair.B.State == LinkState.Open));
        return pair;
    }

    private static void PollAlone(LinkPair pair, long microseconds)
    {
        for (long end = pair.Clock.Microseconds + microseconds; pair.Clock.Microseconds < end;)
        {
            pair.Clock.Microseconds += 1000;
            pair.A.Poll();
        }
    }

    private int Exchange(ReliableLink a, ReliableLink b, VirtualClock clock, int polls)
    {
        int received = 0;
        for (int i = 0; i < polls; i++)
        {
            clock.Microseconds += 1000;
            a.TrySend(1, _payload, 0, 3);
            a.Poll();
            b.Poll();
            while (b.Received is not null)
            {
                received++;
                b.Release();
            }
        }

        return received;
    }
}
