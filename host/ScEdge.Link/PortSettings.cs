using ScEdge.Link.Keys;
using ScEdge.Link.Serial;

namespace ScEdge.Link;

/// <summary>How a port is opened, whatever its kind.</summary>
public sealed record PortSettings
{
    /// <summary>Gets what concerns serial devices.</summary>
    public SerialSettings Serial { get; init; } = new();

    /// <summary>Gets the key for TCP; null allows loopback addresses only.</summary>
    public PreSharedKey? Key { get; init; }

    /// <summary>Gets whether a program that has the port and gives way, such as a monitor, is asked to let it go.</summary>
    public bool AsksHolder { get; init; }
}
