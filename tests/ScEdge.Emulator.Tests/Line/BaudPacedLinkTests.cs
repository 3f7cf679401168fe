using System.Collections.Generic;
using System.Linq;
using ScEdge.Emulator.Clocks;
using ScEdge.Emulator.Line;
using ScEdge.Link.Links;

namespace ScEdge.Emulator.Tests.Line;

[Trait("Kind", "Unit")]
public sealed class BaudPacedLinkTests
{
    private const int Rate = 921600;

    private readonly VirtualClock _clock = new();
    private readonly MemoryLinkPair _pair = new();

    [Fact]
    public void Write_At921600Baud_ByteIsThroughAfterTenBitsEach()
    {
        BaudPacedLink link = new(_pair.First, _clock, new UartSettings(Rate));
        link.Send(Bytes.Rising(100));
        List<long> arrivals = [];
        for (int i = 0; i < 1100; i++)
        {
            link.Advance();
            arrivals.AddRange(_pair.Second.ReadAll().Select(_ => _clock.Microseconds));
            _clock.Advance(1);
        }

        Assert.Equal(Moments(0, 100), arrivals);
    }

    [Fact]
    public void Read_At921600Baud_ByteIsThereAfterTenBitsEach()
    {
        BaudPacedLink link = new(_pair.First, _clock, new UartSettings(Rate));
        _clock.Advance(7);
        _pair.Second.Send(Bytes.Rising(100));
        List<byte> bytes = [];
        List<long> arrivals = [];
        for (int i = 0; i < 1100; i++)
        {
            byte[] read = link.ReadAll();
            bytes.AddRange(read);
            arrivals.AddRange(read.Select(_ => _clock.Microseconds));
            _clock.Advance(1);
        }

        Assert.Equal(Bytes.Rising(100), bytes);
        Assert.Equal(Moments(7, 100), arrivals);
    }

    [Theory]
    [InlineData(115200)]
    [InlineData(921600)]
    public void Write_BackToBackForASecond_CarriesATenthOfTheRateToTheMicrosecond(int rate)
    {
        BaudPacedLink link = new(_pair.First, _clock, new UartSettings(rate));
        long sent = 0;
        long last = 0;
        while (sent < rate / 10)
        {
            link.Send(0x55);
            _clock.AdvanceTo(link.DueMicroseconds);
            link.Advance();
            sent += _pair.Second.ReadAll().Length;
            last = _clock.Microseconds;
        }

        Assert.Equal(1_000_000, last);
    }

    [Fact]
    public void Read_CalledLate_FindsWhatTheWireCarriedMeanwhile()
    {
        BaudPacedLink link = new(_pair.First, _clock, new UartSettings(Rate));
        _pair.Second.Send(Bytes.Rising(100));
        Assert.Empty(link.ReadAll());

        // 542.53 us are 50 bytes; the 50th is through with its last fraction of a microsecond.
        _clock.AdvanceTo(542);
        Assert.Equal(Bytes.Rising(49), link.ReadAll());
        _clock.AdvanceTo(543);
        Assert.Equal([50], link.ReadAll());
    }

    [Fact]
    public void Write_MoreThanTheFifo_IsAcceptedInPart()
    {
        BaudPacedLink link = new(_pair.First, _clock, new UartSettings(Rate) { TransmitFifoBytes = 16 });
        Assert.Equal(16, link.Send(Bytes.Rising(40)));
        Assert.Equal(0, link.Send(99));
        _clock.Advance(11);
        Assert.Equal(1, link.Send(98, 99));
    }

    [Fact]
    public void Write_FarEndAcceptsNothing_IsHeldAndNotLost()
    {
        MemoryLinkPair narrow = new(capacityBytes: 10);
        BaudPacedLink link = new(narrow.First, _clock, new UartSettings(Rate));
        link.Send(Bytes.Rising(30));
        _clock.Advance(1_000_000);
        List<byte> bytes = [];
        for (int i = 0; i < 4; i++)
        {
            link.Advance();
            bytes.AddRange(narrow.Second.ReadAll());
        }

        Assert.Equal(Bytes.Rising(30), bytes);
    }

    [Fact]
    public void Read_BufferExactlyFull_LosesNothing()
    {
        BaudPacedLink link = new(_pair.First, _clock, new UartSettings(Rate) { ReceiveBufferBytes = 200 });
        _pair.Second.Send(Bytes.Rising(200));
        link.Advance();
        _clock.Advance(1_000_000);
        Assert.Equal(Bytes.Rising(200), link.ReadAll());
        Assert.Equal((0, 0), (link.Overflows, link.LostBytes));
    }

    [Fact]
    public void Read_BufferOverflows_EverythingBufferedIsGone()
    {
        BaudPacedLink link = new(_pair.First, _clock, new UartSettings(Rate) { ReceiveBufferBytes = 200 });
        _pair.Second.Send(Bytes.Rising(204));
        link.Advance();
        _clock.Advance(1_000_000);
        Assert.Equal([202, 203, 204], link.ReadAll());
        Assert.Equal((1, 201), (link.Overflows, link.LostBytes));
    }

    [Fact]
    public void Wait_BytesAreThrough_ReturnsAtOnce()
    {
        BaudPacedLink link = new(_pair.First, _clock, new UartSettings(Rate));
        _pair.Second.Send(1);
        link.Advance();
        _clock.Advance(11);

        // The clock stands: only what can be read lets this wait end before its 24 days.
        link.Wait(int.MaxValue);
        Assert.Equal([1], link.ReadAll());
    }

    [Fact]
    public void Wait_FarEndAcceptsNothing_EndsSoon()
    {
        MemoryLinkPair narrow = new(capacityBytes: 1);
        BaudPacedLink link = new(narrow.First, _clock, new UartSettings(Rate));
        link.Send(1, 2, 3);
        _clock.Advance(1000);
        link.Wait(int.MaxValue);
        Assert.Equal([1], narrow.Second.ReadAll());
        Assert.True(link.DueMicroseconds <= _clock.Microseconds);
    }

    private static long[] Moments(long start, int count) =>
        Enumerable.Range(1, count).Select(n => start + (((n * 10_000_000L) + Rate - 1) / Rate)).ToArray();
}
