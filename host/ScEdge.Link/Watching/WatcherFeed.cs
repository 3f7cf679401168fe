using System;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace ScEdge.Link.Watching;

/// <summary>What is told to one watcher: a bounded queue whose excess is left out and counted, so that nobody ever waits for a watcher.</summary>
internal sealed class WatcherFeed : IDisposable
{
    /// <summary>The only byte that a watcher may send: it asks for the line.</summary>
    public const byte Request = 1;

    private const int MostRecords = 1024;
    private const int MostRequests = 16;
    private const int FarewellMilliseconds = 200;

    private readonly Socket _socket;
    private readonly Channel<byte[]> _records = Channel.CreateBounded<byte[]>(MostRecords);
    private readonly Task _sending;
    private long _missed;

    /// <summary>Begins to tell.</summary>
    /// <param name="socket">The watcher's; disposed of with the feed.</param>
    /// <param name="greeting">The first record.</param>
    /// <param name="onRequest">The watcher asks for the line.</param>
    /// <param name="onGone">The watcher has left.</param>
    public WatcherFeed(Socket socket, byte[] greeting, Action onRequest, Action<WatcherFeed> onGone)
    {
        _socket = socket;
        _records.Writer.TryWrite(greeting);
        _sending = Task.Run(SendAsync);
        _ = Task.Run(() => ReceiveAsync(onRequest, onGone));
    }

    /// <summary>Takes a record if there is room; by one thread at a time.</summary>
    public void Offer(byte[] record)
    {
        if (_missed > 0 && _records.Writer.TryWrite(WatchRecord.EncodeMissed(_missed)))
        {
            _missed = 0;
        }

        if (_missed > 0 || !_records.Writer.TryWrite(record))
        {
            _missed += record.Length - WatchRecord.HeaderLength;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _records.Writer.TryComplete();
        _sending.Wait(FarewellMilliseconds);
        _socket.Dispose();
    }

    private async Task SendAsync()
    {
        try
        {
            await foreach (byte[] record in _records.Reader.ReadAllAsync().ConfigureAwait(false))
            {
                for (int sent = 0; sent < record.Length;)
                {
                    sent += await _socket.SendAsync(record.AsMemory(sent)).ConfigureAwait(false);
                }
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The watcher has left; the other loop says so.
        }
    }

    private async Task ReceiveAsync(Action onRequest, Action<WatcherFeed> onGone)
    {
        byte[] bytes = new byte[MostRequests];
        try
        {
            for (int received = 0, count = -1; count != 0 && received < MostRequests; received += count)
            {
                count = await _socket.ReceiveAsync(bytes.AsMemory()).ConfigureAwait(false);
                if (bytes.AsSpan(0, count).Contains(Request))
                {
                    onRequest();
                }
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // It has left without a word.
        }

        onGone(this);
    }
}
