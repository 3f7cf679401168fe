using System;
using ScEdge.Protocol.Links;

namespace ScEdge.Link.Links;

/// <summary>An open line to a board, which may be lost at any moment and then stays so.</summary>
/// <remarks>
/// A lost line still gives the bytes that arrived before; it accepts none. One thread at a time uses a link.
/// </remarks>
public interface IPortLink : IWaitableLink, IDisposable
{
    /// <summary>Gets the address by which the user knows the line.</summary>
    string Name { get; }

    /// <summary>Gets why the line was lost, as part of a sentence ("the device is gone"); null while it stands.</summary>
    string? Loss { get; }

    /// <summary>Gets why a line that comes back could not be opened last, as a sentence; null while it is open or untried.</summary>
    string? Hindrance => null;
}
