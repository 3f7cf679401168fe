using System;
using System.Linq;
using System.Net.Sockets;
using System.Text;
using ScEdge.Link.Addresses;
using ScEdge.Link.Serial;

namespace ScEdge.Link.Watching;

/// <summary>Tells those who watch a line what passes on it. Watchers can send nothing to the board, and cost the line no time.</summary>
/// <remarks>
/// It is found by the name of the device behind the address. A pseudo-terminal that is gone leaves its name to the next one, so whoever has
/// lost one cannot be found, and tells on those who watch already, until the address leads to another.
/// </remarks>
public sealed class LinePublisher : IDisposable
{
    private const int MostWatchers = 8;

    private readonly PortAddress _address;
    private readonly WatchGreeting _greeting;
    private readonly object _gate = new();
    private WatchListener? _listener;
    private bool _leadsToPseudoTerminal;
    private volatile WatcherFeed[] _watchers = [];
    private volatile bool _isAskedToLetGo;
    private bool _isDisposed;

    private LinePublisher(PortAddress address, WatchGreeting greeting)
    {
        _address = address;
        _greeting = greeting;
    }

    /// <summary>Gets whether another program asked for the line; never where this one does not give way.</summary>
    public bool IsAskedToLetGo => _isAskedToLetGo;

    /// <summary>Starts to tell of the line of a port that is open.</summary>
    /// <param name="address">The port.</param>
    /// <param name="givesWay">Whether the line is let go when another program asks.</param>
    /// <returns>Null where nobody can watch: an emulated board in this program, no place for a socket, another that tells already.</returns>
    public static LinePublisher? Start(PortAddress address, bool givesWay)
    {
        LinePublisher publisher = new(address, new WatchGreeting(Environment.ProcessId, givesWay));
        publisher.Listen();
        return publisher._listener is null ? null : publisher;
    }

    /// <summary>Leaves the name of a line that was lost, if it is a pseudo-terminal.</summary>
    public void OnLost()
    {
        lock (_gate)
        {
            if (_leadsToPseudoTerminal)
            {
                _listener?.Dispose();
                _listener = null;
            }
        }
    }

    /// <summary>Takes the name of a line that has come back, perhaps as another device.</summary>
    public void OnConnected()
    {
        lock (_gate)
        {
            if (!_isDisposed && WatchSocket.Of(_address)?.ToString() != _listener?.Path)
            {
                _listener?.Dispose();
                Listen();
            }
        }
    }

    /// <summary>Tells bytes of the line.</summary>
    public void Tell(WatchKind kind, ReadOnlySpan<byte> content)
    {
        if (_watchers.Length == 0 || content.Length == 0)
        {
            return;
        }

        lock (_gate)
        {
            for (; content.Length > 0; content = content[Math.Min(content.Length, WatchRecord.LongestContent)..])
            {
                byte[] record = WatchRecord.Encode(kind, content[..Math.Min(content.Length, WatchRecord.LongestContent)]);
                foreach (WatcherFeed watcher in _watchers)
                {
                    watcher.Offer(record);
                }
            }
        }
    }

    /// <summary>Tells words.</summary>
    public void Tell(WatchKind kind, string words) => Tell(kind, Encoding.UTF8.GetBytes(words));

    /// <inheritdoc/>
    public void Dispose()
    {
        WatcherFeed[] left;
        lock (_gate)
        {
            left = _isDisposed ? [] : _watchers;
            _isDisposed = true;
            _watchers = [];
        }

        _listener?.Dispose();
        foreach (WatcherFeed watcher in left)
        {
            watcher.Dispose();
        }
    }

    private void Listen()
    {
        _leadsToPseudoTerminal = _address.Kind == PortKind.Serial && DevicePaths.IsPseudoTerminal(DevicePaths.Canonical(_address.Device));
        _listener = WatchListener.TryOpen(_address, Take);
    }

    private void Take(Socket socket)
    {
        lock (_gate)
        {
            if (_isDisposed || _watchers.Length == MostWatchers)
            {
                socket.Dispose();
                return;
            }

            _watchers = [.. _watchers, new WatcherFeed(socket, _greeting.Encode(), () => _isAskedToLetGo |= _greeting.GivesWay, Remove)];
        }
    }

    private void Remove(WatcherFeed watcher)
    {
        lock (_gate)
        {
            _watchers = [.. _watchers.Where(one => one != watcher)];
        }

        watcher.Dispose();
    }
}
