using System.Threading;
using ScEdge.Protocol.Links;

namespace ScEdge.Boards.Tests;

/// <summary>
/// Counts the bytes that are taken from a line.
/// </summary>
internal sealed class CountingLink(IByteLink inner) : IByteLink
{
    private long _taken;

    public long BytesTaken => Interlocked.Read(ref _taken);

    public int Read(byte[] buffer, int offset, int count)
    {
        // Small bites, so that a reset may fall between any two bytes of a frame.
        int read = inner.Read(buffer, offset, count < 97 ? count : 97);
        Interlocked.Add(ref _taken, read);
        return read;
    }

    public int Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);
}
