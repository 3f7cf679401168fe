using System;
using System.Net;
using System.Net.Sockets;
using ScEdge.Input;
using ScEdge.Link.Addresses;
using ScEdge.Link.Keys;
using ScEdge.Link.Links;
using ScEdge.Protocol.Links;

namespace ScEdge.Link.Tcp;

/// <summary>
/// The board's end of a TCP line: serves one client at a time; the next one waits until that has left. No thread of its own.
/// </summary>
/// <remarks>
/// While there is no client, what is written goes nowhere, as on a wire with nothing at its end. A client that does not prove the key is
/// turned away; one that says nothing keeps the others waiting for the patience of the proof, five seconds.
/// </remarks>
public sealed class TcpListenerLink : IPortLink
{
    private const int Backlog = 8;
    private const int ExchangeWaitMilliseconds = 100;

    private readonly Socket _listener;
    private readonly PreSharedKey? _key;
    private readonly IClock _clock;
    private TcpLink? _client;
    private KeyExchange? _exchange;

    private TcpListenerLink(Socket listener, PortAddress address, PreSharedKey? key, IClock clock)
    {
        (_listener, _key, _clock) = (listener, key, clock);
        Address = address;
    }

    /// <summary>Gets the address, with the port that was taken where 0 was asked for.</summary>
    public PortAddress Address { get; }

    /// <inheritdoc/>
    public string Name => Address.ToString();

    /// <summary>Gets null until it is closed here: a listener outlives its clients.</summary>
    public string? Loss { get; private set; }

    /// <summary>Gets the client that is served, as address:port; null while there is none.</summary>
    public string? Client => _exchange is null ? _client?.Name : null;

    /// <summary>Gets how many clients were turned away because they did not prove the key.</summary>
    public int RefusedClients { get; private set; }

    /// <summary>Starts to listen.</summary>
    /// <param name="address">Host and port; port 0 takes any free one.</param>
    /// <param name="key">The key that clients have to prove; without one only loopback addresses are allowed.</param>
    /// <param name="clock">Limits the patience for a proof.</param>
    /// <exception cref="InputException">The address may not be used or is taken.</exception>
    public static TcpListenerLink Listen(PortAddress address, PreSharedKey? key, IClock clock)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(clock);
        IPAddress local = TcpReach.Resolve(address, key)[0];
        Socket listener = new(local.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            listener.Bind(new IPEndPoint(local, address.TcpPort));
            listener.Listen(Backlog);
            listener.Blocking = false;
            PortAddress bound = PortAddress.ParseTcp(listener.LocalEndPoint!.ToString()!);
            return new TcpListenerLink(listener, bound, key, clock);
        }
        catch (SocketException exception)
        {
            listener.Dispose();
            throw new InputException(
                $"Cannot listen on {address} ({exception.SocketErrorCode}): choose another port or an address of this machine.", exception);
        }
    }

    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count)
    {
        if (ServedClient() is not TcpLink client)
        {
            return 0;
        }

        int read = client.Read(buffer, offset, count);
        DropLostClient();
        return read;
    }

    /// <inheritdoc/>
    public int Write(byte[] buffer, int offset, int count)
    {
        if (ServedClient() is not TcpLink client)
        {
            return count;
        }

        int written = client.Write(buffer, offset, count);
        DropLostClient();
        return _client is null ? count : written;
    }

    /// <inheritdoc/>
    public void Wait(int milliseconds)
    {
        ServedClient();
        if (_client is not null)
        {
            // A silent client must not outlast the patience of the exchange.
            _client.Wait(_exchange is null ? milliseconds : Math.Min(milliseconds, ExchangeWaitMilliseconds));
        }
        else if (Loss is null)
        {
            TcpLink.AwaitReadable(_listener, milliseconds);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Loss ??= "it was closed here";
        _client?.Dispose();
        _client = null;
        _exchange = null;
        _listener.Dispose();
    }

    private TcpLink? ServedClient()
    {
        if (_client is null && Loss is null)
        {
            Accept();
        }

        if (_exchange is not null)
        {
            AdvanceExchange();
        }

        return _exchange is null ? _client : null;
    }

    private void Accept()
    {
        try
        {
            if (_listener.Poll(0, SelectMode.SelectRead))
            {
                Socket socket = _listener.Accept();
                _client = new TcpLink(socket, socket.RemoteEndPoint?.ToString() ?? "unknown");
                _exchange = _key is null ? null : new KeyExchange(_client, _key, KeyRole.Server, _clock);
            }
        }
        catch (SocketException)
        {
            // The client left between its call and our answer.
        }
    }

    private void AdvanceExchange()
    {
        KeyExchangeState state = _exchange!.Advance();
        if (state == KeyExchangeState.Proven)
        {
            _exchange = null;
        }
        else if (state == KeyExchangeState.Refused || _client!.Loss is not null)
        {
            RefusedClients++;
            DropClient();
        }
    }

    private void DropLostClient()
    {
        if (_client?.Loss is not null)
        {
            DropClient();
        }
    }

    private void DropClient()
    {
        _client!.Dispose();
        _client = null;
        _exchange = null;
    }
}
