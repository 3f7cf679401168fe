using System;
using System.IO;
using System.Linq;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using ScEdge.Link.Addresses;

namespace ScEdge.Link.Watching;

/// <summary>Tells those who watch a line what passes on it. Watchers can send nothing to the board, and cost the line no time.</summary>
public sealed class LinePublisher : IDisposable
{
    private const int MostWatchers = 8;

    private readonly Socket _listener;
    private readonly string _path;
    private readonly byte[] _greeting;
    private readonly object _gate = new();
    private volatile WatcherFeed[] _watchers = [];
    private volatile bool _isAskedToLetGo;
    private bool _isDisposed;

    private LinePublisher(Socket listener, string path, WatchGreeting greeting)
    {
        _listener = listener;
        _path = path;
        _greeting = greeting.Encode();
        _ = Task.Run(() => AcceptAsync(greeting.GivesWay));
    }

    /// <summary>Gets whether another program asked for the line; never where this one does not give way.</summary>
    public bool IsAskedToLetGo => _isAskedToLetGo;

    /// <summary>Starts to tell of the line of a port that is open.</summary>
    /// <param name="address">The port.</param>
    /// <param name="givesWay">Whether the line is let go when another program asks.</param>
    /// <returns>Null where nobody can watch: an emulated board in this program, no place for a socket, another that tells already.</returns>
    public static LinePublisher? Start(PortAddress address, bool givesWay)
    {
        if (WatchSocket.Of(address) is not { } place)
        {
            return null;
        }

        using (LineWatch? other = LineWatch.TryOpen(address))
        {
            if (other is not null)
            {
                return null;
            }
        }

        Socket listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            // What lies there nobody listens to: its program was killed.
            File.Delete(place.ToString());
            listener.Bind(place);
            listener.Listen(MostWatchers);
            return new LinePublisher(listener, place.ToString(), new WatchGreeting(Environment.ProcessId, givesWay));
        }
        catch (Exception exception) when (exception is SocketException or IOException or UnauthorizedAccessException)
        {
            listener.Dispose();
            return null;
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

        try
        {
            File.Delete(_path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A socket without a listener is as good as none.
        }

        _listener.Dispose();
        foreach (WatcherFeed watcher in left)
        {
            watcher.Dispose();
        }
    }

    private async Task AcceptAsync(bool givesWay)
    {
        try
        {
            while (true)
            {
                Take(await _listener.AcceptAsync().ConfigureAwait(false), givesWay);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The publisher has ended.
        }
    }

    private void Take(Socket socket, bool givesWay)
    {
        lock (_gate)
        {
            if (_isDisposed || _watchers.Length == MostWatchers)
            {
                socket.Dispose();
                return;
            }

            _watchers = [.. _watchers, new WatcherFeed(socket, _greeting, () => _isAskedToLetGo |= givesWay, Remove)];
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
