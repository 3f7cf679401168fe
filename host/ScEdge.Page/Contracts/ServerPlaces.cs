using System.Collections.Generic;
using System.Linq;
using ScEdge.Playground.Networks;

namespace ScEdge.Page.Contracts;

/// <summary>Where a server has drawings read: on its own machine, and on its boards.</summary>
public static class ServerPlaces
{
    /// <summary>Name of the server's machine.</summary>
    public const string Host = "host";

    // A command is started for every call, so that it should be worth it.
    private const int ReadingsOfABoard = 8;

    /// <summary>Lists the places.</summary>
    /// <param name="ports">Addresses of the boards, which are their names.</param>
    public static IReadOnlyList<RemotePlace> Of(IReadOnlyList<string> ports) =>
    [
        new(Host, "on the machine of the server", "on the machine of the server", 1),
        .. ports.Select(static port => new RemotePlace(port, $"on the board at {port}", $"on the board at {port}", ReadingsOfABoard)),
    ];
}
