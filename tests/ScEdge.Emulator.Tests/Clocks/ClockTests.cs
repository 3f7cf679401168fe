using System;
using ScEdge.Emulator.Clocks;

namespace ScEdge.Emulator.Tests.Clocks;

[Trait("Kind", "Unit")]
public sealed class ClockTests
{
    [Fact]
    public void VirtualClock_Moves_OnlyWhenToldAndNeverBack()
    {
        VirtualClock clock = new();
        clock.Advance(5);
        clock.AdvanceTo(3);
        Assert.Equal(5, clock.Microseconds);
        clock.AdvanceTo(9);
        Assert.Equal(9, clock.Microseconds);
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Advance(-1));
    }

    [Fact]
    public void SystemClock_Readings_NeverDecrease()
    {
        SystemClock clock = new();
        long last = clock.Microseconds;
        for (int i = 0; i < 1000; i++)
        {
            long now = clock.Microseconds;
            Assert.InRange(now, last, long.MaxValue);
            last = now;
        }
    }
}
