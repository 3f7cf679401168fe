using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Sessions;
using Xunit.Abstractions;

namespace ScEdge.Protocol.Tests.Sessions;

/// <summary>Share of a paced line that carries payload, in virtual time: a property of the protocol, not of the machine.</summary>
[Trait("Kind", "Property")]
public sealed class LinkEfficiencyTests(ITestOutputHelper output)
{
    private const int Frames = 2000;
    private const int Latency = 5000;

    // Between two looks at the line.
    private const int PollStep = 500;

    [Theory]
    [InlineData(921600, 0)]
    [InlineData(921600, 10)]
    [InlineData(115200, 0)]
    [InlineData(115200, 10)]
    public void Poll_PacedLineOfFiveMilliseconds_CarriesPayloadInItsShare(int baud, int droppedPerMille)
    {
        const int Size = 1024;
        LinkPair pair = new(baud, Latency, new LineFaults { Drop = droppedPerMille });
        double measured = Efficiency(pair, baud);
        output.WriteLine($"{baud} baud, {droppedPerMille} of 1000 frames lost: {measured:P1}");

        // The line is never idle but at both ends of the transfer; a lost frame or acknowledgement costs the line up to one frame more.
        double bytes = Frames * FrameFormat.WireLength(Size) * (1 + LineShare.Loss(Frames, droppedPerMille / 1000.0));
        double ends = baud / 10.0 * 2 * (Latency + PollStep) * 1e-6;
        Assert.InRange(measured, Frames * Size / (bytes + ends), LineShare.Most(Size, 0));
    }

    /// <summary>
    /// A time-out learnt from small frames is too short for large ones on a slow line: it must grow, or each of them is sent twice.
    /// </summary>
    [Fact]
    public void Poll_LargeFramesAfterSmallOnes_AreNotRepeated()
    {
        LinkPair pair = new(115200, 5000, transmitBuffer: 4096);
        byte[] payload = Payload(1024);
        Assert.True(pair.PollUntil(() => pair.A.State == LinkState.Open && pair.B.State == LinkState.Open));
        int received = 0;
        pair.BeforeSend = () => received += LinkPair.TakeAll(pair.B).Count;
        for (int i = 1; i <= 20; i++)
        {
            Assert.True(pair.A.TrySend(1, payload, 0, 4));
            Assert.True(pair.PollUntil(() => received == i && pair.A.IsAllAcknowledged));
        }

        int sent = 20;
        Assert.True(pair.PollUntil(
            () =>
            {
                while (sent < 220 && pair.A.TrySend(1, payload, 0, 1024))
                {
                    sent++;
                }

                return received == 220;
            }));

        // The first time-outs teach it: 50 ms, doubled until a frame of 90 ms gets through.
        Assert.InRange(pair.A.Counters.FramesRepeated, 0, 3);
    }

    [Fact]
    public void Poll_BothDirectionsAtOnce_CarriesPayloadInItsShareEachWay()
    {
        LinkPair pair = new();
        byte[] payload = Payload(1024);
        Assert.True(pair.PollUntil(() => pair.A.State == LinkState.Open && pair.B.State == LinkState.Open));
        long start = pair.Clock.Microseconds;
        pair.PollFor(10_000_000, () =>
        {
            pair.A.TrySend(1, payload, 0, 1024);
            pair.B.TrySend(1, payload, 0, 1024);
            LinkPair.TakeAll(pair.A);
            LinkPair.TakeAll(pair.B);
        });
        double capacity = 921600 / 10.0 * (pair.Clock.Microseconds - start) * 1e-6;

        // Each way an acknowledgement for every frame of the other way; what is on its way at the end has not arrived.
        double frame = FrameFormat.WireLength(1024) + FrameFormat.WireLength(LineShare.Acknowledgement);
        double underWay = (921600 / 10.0 * (Latency + PollStep) * 1e-6) + frame;
        double least = 1024 / frame * (1 - (underWay / capacity));
        Assert.InRange(pair.A.Counters.PayloadBytesReceived / capacity, least, LineShare.Most(1024, 0));
        Assert.InRange(pair.B.Counters.PayloadBytesReceived / capacity, least, LineShare.Most(1024, 0));
    }

    /// <summary>The chip's sizes: frames of 256 bytes, four of them, a UART buffer of 2 KB that drops all when it overflows.</summary>
    [Fact]
    public void Poll_SmallBoard_FillsItsBufferButNeverOverflowsIt()
    {
        LinkSettings board = new() { MaximumPayload = 256, Window = 4, LineBufferBytes = 1200 };
        LinkPair pair = new(settingsB: board, receiveBuffer: 1200);
        double measured = Efficiency(pair, 921600, 256);
        Assert.Equal(0, pair.AToB.Overflows);
        Assert.Equal(256, pair.A.MaximumPayload);

        // Four frames per round trip: a frame, its way, an acknowledgement, its way. Each end may see what arrived a step late.
        double byteMicroseconds = 10e6 / 921600;
        double shortest = ((256 + LineShare.Acknowledgement + (2 * LineShare.LeastFraming)) * byteMicroseconds) + (2 * Latency);
        double longest = ((FrameFormat.WireLength(256) + FrameFormat.WireLength(LineShare.Acknowledgement)) * byteMicroseconds)
            + (2 * (Latency + PollStep));
        Assert.InRange(measured, 4 * 256 * byteMicroseconds / longest, 4 * 256 * byteMicroseconds / shortest);
    }

    // Without zeros the framing costs most.
    private static byte[] Payload(int size)
    {
        byte[] payload = new byte[size];
        System.Array.Fill(payload, (byte)0xA5);
        return payload;
    }

    private static double Efficiency(LinkPair pair, int baud, int size = 1024)
    {
        byte[] payload = Payload(size);
        Assert.True(pair.PollUntil(() => pair.A.State == LinkState.Open && pair.B.State == LinkState.Open));
        long start = pair.Clock.Microseconds;
        int sent = 0;
        int received = 0;
        pair.BeforeSend = () => received += LinkPair.TakeAll(pair.B).Count;
        Assert.True(pair.PollUntil(
            () =>
            {
                while (sent < Frames && pair.A.TrySend(1, payload, 0, size))
                {
                    sent++;
                }

                return received == Frames;
            },
            1_000_000_000));
        return (double)Frames * size / (baud / 10.0 * (pair.Clock.Microseconds - start) * 1e-6);
    }
}
