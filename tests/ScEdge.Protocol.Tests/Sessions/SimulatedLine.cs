using ScEdge.Protocol.Links;

namespace ScEdge.Protocol.Tests.Sessions;

/// <summary>One end of two simulated wires.</summary>
internal sealed class SimulatedLine(SimulatedWire outgoing, SimulatedWire incoming) : IByteLink
{
    public int Read(byte[] buffer, int offset, int count) => incoming.Read(buffer, offset, count);

    public int Write(byte[] buffer, int offset, int count) => outgoing.Write(buffer, offset, count);
}
