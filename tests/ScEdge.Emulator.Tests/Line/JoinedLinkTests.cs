using ScEdge.Emulator.Line;
using ScEdge.Link.Links;

namespace ScEdge.Emulator.Tests.Line;

[Trait("Kind", "Unit")]
public sealed class JoinedLinkTests
{
    private readonly MemoryLinkPair _first = new(8);
    private readonly MemoryLinkPair _second = new(8);
    private readonly byte[] _buffer = new byte[16];

    [Fact]
    public void Read_FromEither_TakesBoth()
    {
        JoinedLink link = new(_first.First, _second.First);
        _second.Second.Write([1, 2], 0, 2);
        _first.Second.Write([3], 0, 1);

        Assert.Equal(1, link.Read(_buffer, 0, 16));
        Assert.Equal(2, link.Read(_buffer, 1, 15));
        Assert.Equal([3, 1, 2], _buffer[..3]);
        Assert.Equal(0, link.Read(_buffer, 0, 16));
    }

    [Fact]
    public void Write_WhileTheListenerDoesNotRead_GoesOnAtThePaceOfTheHost()
    {
        JoinedLink link = new(_first.First, _second.First);
        _second.Second.Write([1], 0, 1);
        Assert.Equal(1, link.Read(_buffer, 0, 16));

        // The second is the host now; the first never reads and holds eight bytes.
        for (int i = 0; i < 4; i++)
        {
            Assert.Equal(6, link.Write([1, 2, 3, 4, 5, 6], 0, 6));
            Assert.Equal(6, _second.Second.Read(_buffer, 0, 16));
        }

        Assert.Equal(8, link.Write(new byte[10], 0, 10));
        Assert.Equal(8, _first.Second.Read(_buffer, 0, 16));
    }
}
