using System;
using System.IO;
using System.Net.Sockets;
using System.Threading.Tasks;
using ScEdge.Link.Addresses;

namespace ScEdge.Link.Watching;

/// <summary>The place where watchers of a port come in.</summary>
internal sealed class WatchListener : IDisposable
{
    private const int MostWaiting = 8;

    private readonly Socket _socket;

    private WatchListener(Socket socket, string path)
    {
        _socket = socket;
        Path = path;
    }

    /// <summary>Gets the path of the socket.</summary>
    public string Path { get; }

    /// <summary>Opens the place of a port.</summary>
    /// <param name="address">The port.</param>
    /// <param name="take">Takes whoever comes in, on any thread.</param>
    /// <returns>Null where there can be none, or another program has it.</returns>
    public static WatchListener? TryOpen(PortAddress address, Action<Socket> take)
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

        Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            // What lies there nobody listens to: its program was killed.
            File.Delete(place.ToString());
            socket.Bind(place);
            socket.Listen(MostWaiting);
            WatchListener listener = new(socket, place.ToString());
            _ = Task.Run(() => listener.AcceptAsync(take));
            return listener;
        }
        catch (Exception exception) when (exception is SocketException or IOException or UnauthorizedAccessException)
        {
            socket.Dispose();
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            File.Delete(Path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A socket without a listener is as good as none.
        }

        _socket.Dispose();
    }

    private async Task AcceptAsync(Action<Socket> take)
    {
        try
        {
            while (true)
            {
                take(await _socket.AcceptAsync().ConfigureAwait(false));
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The place is closed.
        }
    }
}
