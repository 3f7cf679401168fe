using System;
using ScEdge.Link.Links;

namespace ScEdge.Link.Tests.Links;

[Trait("Kind", "Unit")]
public sealed class MemoryLinkPairTests
{
    [Fact]
    public void Write_BothWays_ArrivesAtTheOtherEnd()
    {
        MemoryLinkPair pair = new();
        pair.First.Send(1, 2, 3);
        pair.Second.Send(4, 5);
        Assert.Equal([1, 2, 3], pair.Second.Receive(3));
        Assert.Equal([4, 5], pair.First.Receive(2));
        Assert.Equal(0, pair.First.Read(new byte[8], 0, 8));
    }

    [Fact]
    public void Write_MoreThanTheCapacity_IsAcceptedInPartAndWraps()
    {
        MemoryLinkPair pair = new(capacityBytes: 10);
        byte[] bytes = Lines.Rising(1000);
        Assert.Equal(10, pair.First.Write(bytes, 0, bytes.Length));
        Assert.Equal(bytes[..10], pair.Second.Receive(10));
        Assert.Equal(bytes, Lines.Carry(pair.First, pair.Second, bytes));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MemoryLinkPair(0));
    }

    [Fact]
    public void Dispose_OneEnd_LosesTheOtherAfterWhatItHolds()
    {
        MemoryLinkPair pair = new();
        pair.First.Send(1);
        Assert.Null(pair.Second.Loss);
        pair.First.Dispose();
        Assert.NotNull(pair.Second.Loss);
        Assert.Equal([1], pair.Second.Receive(1));
        Assert.Equal(0, pair.Second.Write([1], 0, 1));
        Lines.MustEnd(() => pair.Second.Wait(int.MaxValue));
    }
}
