namespace ScEdge.Link.Links;

/// <summary>One end of a <see cref="MemoryLinkPair"/>.</summary>
internal sealed class MemoryLink(ByteChannel incoming, ByteChannel outgoing) : IPortLink
{
    public string Name => "memory";

    public string? Loss => incoming.IsClosed ? "the other end has closed" : null;

    public int Read(byte[] buffer, int offset, int count) => incoming.Take(buffer, offset, count);

    public int Write(byte[] buffer, int offset, int count) => outgoing.Add(buffer, offset, count);

    public void Wait(int milliseconds) => incoming.AwaitBytes(milliseconds);

    public void Dispose()
    {
        incoming.Close();
        outgoing.Close();
    }
}
