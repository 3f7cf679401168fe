using System;
using System.Net;
using System.Net.Sockets;
using ScEdge.Link.Addresses;

namespace ScEdge.Link.Tests;

/// <summary>A port of the loopback address on which nobody listens and which nobody else is given meanwhile.</summary>
internal sealed class ReservedPort : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public ReservedPort()
    {
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
    }

    public PortAddress Address => PortAddress.ParseTcp(_socket.LocalEndPoint!.ToString()!);

    public void Dispose() => _socket.Dispose();
}
