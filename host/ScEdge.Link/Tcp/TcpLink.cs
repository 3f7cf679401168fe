using System;
using System.Net.Sockets;
using ScEdge.Input;
using ScEdge.Link.Addresses;
using ScEdge.Link.Keys;
using ScEdge.Link.Links;
using ScEdge.Protocol.Links;

namespace ScEdge.Link.Tcp;

/// <summary>A TCP connection, sealed where a key was proven; no thread of its own.</summary>
public sealed class TcpLink : IPortLink
{
    private const int StepMilliseconds = 20;
    private const int KeepAliveSeconds = 5;

    private readonly Socket _socket;
    private SealedStream? _sealed;

    internal TcpLink(Socket socket, string name)
    {
        _socket = socket;
        Name = name;
        socket.Blocking = false;
        socket.NoDelay = true;

        // A far end that vanished without a word is noticed after three probes.
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, KeepAliveSeconds);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, KeepAliveSeconds);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, 3);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string? Loss { get; private set; }

    /// <summary>Connects, and proves the key both ways where there is one.</summary>
    /// <param name="address">Host and port.</param>
    /// <param name="key">The key; without one only loopback addresses are allowed.</param>
    /// <param name="clock">Limits the patience for the proof; must run.</param>
    /// <exception cref="InputException">The address may not be used, nobody listens there, or the far end did not prove the key.</exception>
    public static TcpLink Connect(PortAddress address, PreSharedKey? key, IClock clock)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(clock);
        TcpLink link = new(TcpConnector.Connect(address, TcpReach.Resolve(address, key)), address.ToString());
        if (key is null || Prove(link, key, clock))
        {
            return link;
        }

        link.Dispose();
        throw new InputException($"{address} did not prove the key: check that both sides were given the same one.");
    }

    /// <summary>Gets the socket.</summary>
    internal Socket Socket => _socket;

    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count)
    {
        if (_sealed is null)
        {
            return ReadSocket(buffer, offset, count);
        }

        int read = _sealed.Read(buffer, offset, count);
        LoseIfBroken();
        return read;
    }

    /// <inheritdoc/>
    public int Write(byte[] buffer, int offset, int count)
    {
        if (_sealed is null)
        {
            return WriteSocket(buffer, offset, count);
        }

        return Loss is null ? _sealed.Write(buffer, offset, count) : 0;
    }

    /// <inheritdoc/>
    public void Wait(int milliseconds)
    {
        _sealed?.Flush();
        if (Loss is null && _sealed?.HasBytes != true)
        {
            AwaitReadable(_socket, milliseconds);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Loss ??= "it was closed here";
        _sealed?.Dispose();
        _socket.Dispose();
    }

    /// <summary>Seals what is sent from now on, and expects it sealed.</summary>
    internal void Seal(RecordSeal seal) => _sealed = new SealedStream(seal, ReadSocket, WriteSocket);

    private int ReadSocket(byte[] buffer, int offset, int count)
    {
        if (Loss is not null || count == 0)
        {
            return 0;
        }

        int read = _socket.Receive(buffer, offset, count, SocketFlags.None, out SocketError error);
        if (error == SocketError.Success && read == 0)
        {
            Loss = "the other side closed the connection";
        }

        return Settle(read, error);
    }

    private int WriteSocket(byte[] buffer, int offset, int count)
    {
        if (Loss is not null || count == 0)
        {
            return 0;
        }

        int written = _socket.Send(buffer, offset, count, SocketFlags.None, out SocketError error);
        return Settle(written, error);
    }

    /// <summary>Returns when a socket has bytes, a client or an end, or after a time; within half an hour in any case.</summary>
    internal static void AwaitReadable(Socket socket, int milliseconds) =>
        socket.Poll(TimeSpan.FromMilliseconds(Math.Min(milliseconds, 1_800_000)), SelectMode.SelectRead);

    private static bool Prove(TcpLink link, PreSharedKey key, IClock clock)
    {
        KeyExchange exchange = new(link, key, KeyRole.Client, clock);
        while (exchange.Advance() == KeyExchangeState.Running && link.Loss is null)
        {
            link.Wait(StepMilliseconds);
        }

        if (exchange.State != KeyExchangeState.Proven)
        {
            return false;
        }

        link.Seal(exchange.Seal());
        return true;
    }

    private void LoseIfBroken()
    {
        if (_sealed!.IsBroken)
        {
            Loss ??= "what arrived was not what the other side sent";
        }
    }

    private int Settle(int count, SocketError error)
    {
        if (error is not (SocketError.Success or SocketError.WouldBlock))
        {
            Loss ??= $"the connection broke ({error})";
        }

        return error == SocketError.Success ? count : 0;
    }
}
