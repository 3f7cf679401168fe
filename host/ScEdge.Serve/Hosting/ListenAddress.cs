using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using ScEdge.Input;

namespace ScEdge.Serve.Hosting;

/// <summary>Where the server listens, and the names under which a browser may ask for it.</summary>
/// <remarks>
/// A page of another site that has had its own name resolved to this address (DNS rebinding) still sends that name as its host: whatever is none
/// of ours is
/// refused.
/// </remarks>
/// <param name="Host">Host, without brackets.</param>
/// <param name="Port">TCP port; 0 for any that is free.</param>
public sealed record ListenAddress(string Host, int Port)
{
    private static readonly string[] Loopback = ["127.0.0.1", "localhost", "[::1]"];

    /// <summary>Gets the numeric address.</summary>
    public required IPAddress Address { get; init; }

    /// <summary>Reads HOST:PORT.</summary>
    /// <param name="text">The text.</param>
    /// <param name="hasKey">Whether browsers must prove to know a key, without which only this machine is served.</param>
    /// <exception cref="InputException">It is none, or lies beyond this machine without a key.</exception>
    public static ListenAddress Parse(string text, bool hasKey)
    {
        ArgumentNullException.ThrowIfNull(text);
        int colon = text.LastIndexOf(':');
        bool hasPort = int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int port);
        if (colon < 1 || !hasPort || port > ushort.MaxValue)
        {
            throw new InputException($"\"{text}\" is no address to listen at: give for example 127.0.0.1:8420.");
        }

        string host = text[..colon].Trim('[', ']');
        IPAddress address = Resolve(host);
        return hasKey || IPAddress.IsLoopback(address)
            ? new ListenAddress(host, port) { Address = address }
            : throw new InputException($"{text} lies beyond this machine: give a key that browsers must know, or 127.0.0.1.")
            {
                Setting = "key-file",
            };
    }

    /// <summary>Returns the address under which the page is opened.</summary>
    /// <param name="urls">Where the server came to listen.</param>
    public string UrlOf(IEnumerable<string> urls)
    {
        int port = new Uri(urls.First()).Port;
        string host = Address.Equals(IPAddress.Any) || Address.Equals(IPAddress.IPv6Any) ? Dns.GetHostName()
            : Address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{Address}]" : Address.ToString();
        return $"http://{host}:{port}/";
    }

    /// <summary>Returns whether a request names this server as its host.</summary>
    /// <param name="host">What the request names.</param>
    /// <param name="local">Where it arrived.</param>
    public bool Answers(HostString host, IPAddress? local)
    {
        // Beyond this machine a key guards the page, and a foreign name that leads here has no session.
        bool isNumeric = IPAddress.TryParse(host.Host.Trim('[', ']'), out IPAddress? named) && named.Equals(local);
        bool isOurs = IPAddress.IsLoopback(Address)
            ? Loopback.Contains(host.Host, StringComparer.OrdinalIgnoreCase)
            : isNumeric || Loopback.Concat([Host, Dns.GetHostName()]).Contains(host.Host, StringComparer.OrdinalIgnoreCase);
        return isOurs || (isNumeric && IPAddress.IsLoopback(Address));
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Host}:{Port}";

    private static IPAddress Resolve(string host)
    {
        try
        {
            return IPAddress.TryParse(host, out IPAddress? numeric) ? numeric : Dns.GetHostAddresses(host)[0];
        }
        catch (Exception exception) when (exception is SocketException or IndexOutOfRangeException or ArgumentException)
        {
            throw new InputException($"The host {host} cannot be found: check its name or give a numeric address.", exception);
        }
    }
}
