using ScEdge.Protocol.Links;

namespace ScEdge.Protocol.Tests.Sessions;

/// <summary>Time that passes only where a test says so.</summary>
internal sealed class VirtualClock : IClock
{
    public long Microseconds { get; set; }
}
