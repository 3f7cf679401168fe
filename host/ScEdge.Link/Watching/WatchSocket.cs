using System;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using ScEdge.Files.Locks;
using ScEdge.Link.Addresses;
using ScEdge.Link.Serial;

namespace ScEdge.Link.Watching;

/// <summary>Where a program that has a line tells of it: a Unix domain socket in the user's folder, found by the name of the port.</summary>
internal static class WatchSocket
{
    /// <summary>Returns the socket of a port.</summary>
    /// <returns>
    /// Null where there is none: an emulated board inside a program is nobody else's, and the path of a socket has 108 bytes at most on Linux.
    /// </returns>
    public static UnixDomainSocketEndPoint? Of(PortAddress address)
    {
        if (NameOf(address) is not { } name || !Socket.OSSupportsUnixDomainSockets)
        {
            return null;
        }

        try
        {
            byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(name));
            return new UnixDomainSocketEndPoint(Path.Combine(UserFolder.Path(), Convert.ToHexStringLower(hash)[..16] + ".watch"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Returns one name for all ways to write an address: a device behind its links, loopback whatever its numbers.</summary>
    private static string? NameOf(PortAddress address) => address.Kind switch
    {
        PortKind.Serial => DevicePaths.Canonical(address.Device),
        PortKind.Tcp => string.Create(CultureInfo.InvariantCulture, $"tcp://{HostOf(address.Host)}:{address.TcpPort}"),
        _ => null,
    };

    private static string HostOf(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out IPAddress? ip) && IPAddress.IsLoopback(ip))
            ? "localhost"
            : host.ToLowerInvariant();
}
