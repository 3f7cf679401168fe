using System;
using System.Diagnostics;
using System.Net.Sockets;
using ScEdge.Link.Addresses;

namespace ScEdge.Link.Watching;

/// <summary>Watches the line that another program of this user on this machine has.</summary>
public sealed class LineWatch : IDisposable
{
    private const int GreetingMilliseconds = 2000;
    private const int LetGoMilliseconds = 5000;

    private readonly Socket _socket;
    private readonly byte[] _bytes = new byte[2 * (WatchRecord.HeaderLength + WatchRecord.LongestContent)];
    private int _first;
    private int _end;

    private LineWatch(Socket socket) => _socket = socket;

    /// <summary>Gets who has the line.</summary>
    public WatchGreeting Host { get; private set; } = new(0, false);

    /// <summary>Gets whether the other program has ended or let the line go; what it told before may still be read.</summary>
    public bool IsEnded { get; private set; }

    /// <summary>Begins to watch.</summary>
    /// <param name="address">The port, in any of its names.</param>
    /// <returns>Null if nobody tells of it.</returns>
    public static LineWatch? TryOpen(PortAddress address)
    {
        if (WatchSocket.Of(address) is not { } place)
        {
            return null;
        }

        // A stopped program takes no connection: it must not stop this one.
        Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) { Blocking = false };
        LineWatch watch = new(socket);
        try
        {
            socket.Connect(place);
            if (watch.Read(GreetingMilliseconds) is { } first && WatchGreeting.Of(first) is { } greeting)
            {
                watch.Host = greeting;
                return watch;
            }
        }
        catch (SocketException)
        {
            // There is no socket, or nobody listens.
        }

        watch.Dispose();
        return null;
    }

    /// <summary>Returns the next record, null if none came in a time.</summary>
    /// <param name="milliseconds">How long to wait.</param>
    public WatchRecord? Read(int milliseconds)
    {
        long start = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                if (WatchRecord.Decode(_bytes.AsSpan(_first, _end - _first)) is { } found)
                {
                    _first += found.Length;
                    return found.Record;
                }
            }
            catch (FormatException)
            {
                IsEnded = true;
            }

            double left = milliseconds - Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (IsEnded || !_socket.Poll(TimeSpan.FromMilliseconds(Math.Max(0, left)), SelectMode.SelectRead))
            {
                return null;
            }

            Receive();
        }
    }

    /// <summary>Asks the other program to let the line go, and waits until it has.</summary>
    /// <returns>Whether it has.</returns>
    public bool AskToLetGo()
    {
        try
        {
            _socket.Send([WatcherFeed.Request]);
        }
        catch (SocketException)
        {
            IsEnded = true;
        }

        long start = Stopwatch.GetTimestamp();
        while (!IsEnded && Stopwatch.GetElapsedTime(start).TotalMilliseconds < LetGoMilliseconds)
        {
            Read(100);
        }

        return IsEnded;
    }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();

    private void Receive()
    {
        Buffer.BlockCopy(_bytes, _first, _bytes, 0, _end - _first);
        (_first, _end) = (0, _end - _first);
        int count = _socket.Receive(_bytes.AsSpan(_end), SocketFlags.None, out SocketError error);
        IsEnded = count == 0 && error != SocketError.WouldBlock;
        _end += count;
    }
}
