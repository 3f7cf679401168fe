using System;
using System.Collections.Generic;
using System.Linq;
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
/// While there is no client, what is written goes nowhere, as on a wire with nothing at its end. Clients prove the key side by side, so one that
/// says nothing keeps no other waiting, and is turned away after the patience of the proof, five seconds; where there are more than sixteen, the
/// one that has taken longest goes. The first that proves the key is served.
/// </remarks>
public sealed class TcpListenerLink : IPortLink
{
    private const int Backlog = 64;
    private const int MostExchanges = 16;
    private const int ExchangeWaitMilliseconds = 100;
    private const int LongestWaitMilliseconds = 1_800_000;

    private readonly Socket _listener;
    private readonly PreSharedKey? _key;
    private readonly IClock _clock;
    private TcpLink? _client;
    private readonly List<(TcpLink Client, KeyExchange Exchange)> _exchanges = [];

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
    public string? Client => _client?.Name;

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
        if (ServedClient() is TcpLink client)
        {
            client.Wait(milliseconds);
        }
        else if (Loss is null)
        {
            // A silent client must not outlast the patience of the exchange.
            int limit = _exchanges.Count == 0 ? milliseconds : Math.Min(milliseconds, ExchangeWaitMilliseconds);
            List<Socket> awaited = [_listener, .. _exchanges.Select(static one => one.Client.Socket)];
            Socket.Select(awaited, null, null, TimeSpan.FromMilliseconds(Math.Min(limit, LongestWaitMilliseconds)));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Loss ??= "it was closed here";
        _client?.Dispose();
        _client = null;
        DropExchanges();
        _listener.Dispose();
    }

    private TcpLink? ServedClient()
    {
        for (int i = 0; i < Backlog && _client is null && Loss is null && TryAccept(); i++)
        {
        }

        for (int i = 0; i < _exchanges.Count && _client is null; i++)
        {
            i = Advance(i) ? i : i - 1;
        }

        return _client;
    }

    /// <returns>Whether there was a client to accept.</returns>
    private bool TryAccept()
    {
        try
        {
            if (!_listener.Poll(0, SelectMode.SelectRead))
            {
                return false;
            }

            Socket socket = _listener.Accept();
            TcpLink client = new(socket, socket.RemoteEndPoint?.ToString() ?? "unknown");
            if (_key is null)
            {
                _client = client;
                return true;
            }

            if (_exchanges.Count == MostExchanges)
            {
                Refuse(0);
            }

            _exchanges.Add((client, new KeyExchange(client, _key, KeyRole.Server, _clock)));
            return true;
        }
        catch (SocketException)
        {
            // The client left between its call and our answer.
            return false;
        }
    }

    /// <summary>Moves an exchange on; the first that succeeds makes its client the one that is served.</summary>
    /// <returns>Whether it still goes on.</returns>
    private bool Advance(int index)
    {
        (TcpLink client, KeyExchange exchange) = _exchanges[index];
        KeyExchangeState state = exchange.Advance();
        if (state == KeyExchangeState.Proven)
        {
            _exchanges.RemoveAt(index);
            client.Seal(exchange.Seal());
            _client = client;
            DropExchanges();
            return false;
        }

        if (state == KeyExchangeState.Refused || client.Loss is not null)
        {
            Refuse(index);
            return false;
        }

        return true;
    }

    private void Refuse(int index)
    {
        RefusedClients++;
        _exchanges[index].Client.Dispose();
        _exchanges.RemoveAt(index);
    }

    private void DropExchanges()
    {
        _exchanges.ForEach(static one => one.Client.Dispose());
        _exchanges.Clear();
    }

    private void DropLostClient()
    {
        if (_client?.Loss is not null)
        {
            _client.Dispose();
            _client = null;
        }
    }
}
