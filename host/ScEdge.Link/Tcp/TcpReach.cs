using System;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using ScEdge.Input;
using ScEdge.Link.Addresses;
using ScEdge.Link.Keys;

namespace ScEdge.Link.Tcp;

/// <summary>The rule for TCP: beyond this machine only with a key.</summary>
internal static class TcpReach
{
    /// <summary>Finds the numeric addresses of a host, all of which must be loopback addresses unless there is a key.</summary>
    /// <exception cref="InputException">The host has no address, or one beyond this machine and there is no key.</exception>
    public static IPAddress[] Resolve(PortAddress address, PreSharedKey? key)
    {
        if (address.Kind != PortKind.Tcp)
        {
            throw new ArgumentException($"{address} is no TCP address.", nameof(address));
        }

        IPAddress[] found = Lookup(address);
        return key is not null || found.All(IPAddress.IsLoopback)
            ? found
            : throw new InputException(
                $"{address} lies beyond this machine: give both sides a key (a file or {PreSharedKey.DefaultVariable}), or use 127.0.0.1.");
    }

    private static IPAddress[] Lookup(PortAddress address)
    {
        if (IPAddress.TryParse(address.Host, out IPAddress? numeric))
        {
            return [numeric];
        }

        try
        {
            IPAddress[] found = Dns.GetHostAddresses(address.Host);
            return found.Length > 0 ? found : throw new SocketException((int)SocketError.HostNotFound);
        }
        catch (SocketException exception)
        {
            throw new InputException($"The host of {address} cannot be found: check its name or give a numeric address.", exception);
        }
    }
}
