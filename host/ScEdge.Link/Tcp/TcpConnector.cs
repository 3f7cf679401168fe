using System;
using System.Net;
using System.Net.Sockets;
using ScEdge.Input;
using ScEdge.Link.Addresses;

namespace ScEdge.Link.Tcp;

/// <summary>Connects without waiting longer than some seconds and without a thread of the pool.</summary>
internal static class TcpConnector
{
    private const int ConnectMilliseconds = 5000;

    /// <summary>Tries the addresses of a host one after the other; the socket comes back in non-blocking mode.</summary>
    public static Socket Connect(PortAddress address, IPAddress[] candidates)
    {
        SocketError error = SocketError.HostUnreachable;
        foreach (IPAddress candidate in candidates)
        {
            Socket socket = new(candidate.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
            error = TryConnect(socket, new IPEndPoint(candidate, address.TcpPort));
            if (error == SocketError.Success && IsToItself(socket))
            {
                error = SocketError.ConnectionRefused;
            }

            if (error == SocketError.Success)
            {
                return socket;
            }

            socket.Dispose();
        }

        throw new InputException(
            $"Cannot connect to {address} ({error}): start the board or emulator there, or check host and port.");
    }

    // Where nobody listens the system may choose the wanted port as the socket's own, and TCP then lets it connect to itself.
    private static bool IsToItself(Socket socket) => Equals(socket.LocalEndPoint, socket.RemoteEndPoint);

    private static SocketError TryConnect(Socket socket, IPEndPoint target)
    {
        try
        {
            socket.Connect(target);
            return SocketError.Success;
        }
        catch (SocketException exception) when (exception.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress)
        {
            return socket.Poll(TimeSpan.FromMilliseconds(ConnectMilliseconds), SelectMode.SelectWrite)
                ? (SocketError)(int)socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Error)!
                : SocketError.TimedOut;
        }
        catch (SocketException exception)
        {
            return exception.SocketErrorCode;
        }
    }
}
