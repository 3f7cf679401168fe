using ScEdge.Emulator.Clocks;
using ScEdge.Emulator.Line;
using ScEdge.Link.Links;

namespace ScEdge.Emulator.Tests.Line;

[Trait("Kind", "Unit")]
public sealed class LatencyLinkTests
{
    private readonly VirtualClock _clock = new();
    private readonly MemoryLinkPair _pair = new();

    [Fact]
    public void Write_WithLatency_ArrivesExactlyThen()
    {
        LatencyLink link = new(_pair.First, _clock, 5000);
        link.Send(1);
        _clock.Advance(3000);
        link.Send(2);
        _clock.Advance(1999);
        link.Advance();
        Assert.Empty(_pair.Second.ReadAll());
        _clock.Advance(1);
        link.Advance();
        Assert.Equal([1], _pair.Second.ReadAll());
        Assert.Equal(8000, link.DueMicroseconds);
        _clock.AdvanceTo(8000);
        link.Advance();
        Assert.Equal([2], _pair.Second.ReadAll());
    }

    [Fact]
    public void Read_WithLatency_ArrivesExactlyThen()
    {
        LatencyLink link = new(_pair.First, _clock, 5000);
        _pair.Second.Send(1, 2);
        Assert.Empty(link.ReadAll());
        _clock.Advance(4999);
        Assert.Empty(link.ReadAll());
        _clock.Advance(1);
        Assert.Equal([1, 2], link.ReadAll());
        Assert.Equal(long.MaxValue, link.DueMicroseconds);
    }

    [Fact]
    public void Write_NoLatency_ArrivesAtOnce()
    {
        LatencyLink link = new(_pair.First, _clock, 0);
        link.Send(1);
        Assert.Equal([1], _pair.Second.ReadAll());
    }

    [Fact]
    public void Read_BehindAUart_TakesBothTimes()
    {
        BaudPacedLink link = new(new LatencyLink(_pair.First, _clock, 5000), _clock, new UartSettings(1_000_000));
        _pair.Second.Send(7);
        long arrival = -1;
        for (int i = 0; i < 6000 && arrival < 0; i++)
        {
            arrival = link.ReadAll().Length == 1 ? _clock.Microseconds : -1;
            _clock.Advance(1);
        }

        Assert.Equal(5010, arrival);
    }

    [Fact]
    public void Wait_NothingHeldAndNothingThere_EndsAtItsTime()
    {
        LatencyLink link = new(_pair.First, new SystemClock(), 0);
        link.Wait(1);
        Assert.Empty(link.ReadAll());
        _pair.Second.Send(9);
        link.Wait(60_000);
        Assert.Equal([9], link.ReadAll());
    }
}
