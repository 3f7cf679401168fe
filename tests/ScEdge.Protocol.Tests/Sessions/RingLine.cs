using ScEdge.Protocol.Links;

namespace ScEdge.Protocol.Tests.Sessions;

/// <summary>One end of two ring wires.</summary>
internal sealed class RingLine(RingWire outgoing, RingWire incoming) : IByteLink
{
    public int Read(byte[] buffer, int offset, int count) => incoming.Read(buffer, offset, count);

    public int Write(byte[] buffer, int offset, int count) => outgoing.Write(buffer, offset, count);
}
