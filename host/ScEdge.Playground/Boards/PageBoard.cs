using System;
using System.Threading;
using System.Threading.Tasks;
using ScEdge.Device;
using ScEdge.Device.Platform;
using ScEdge.Entropy.Sources;

namespace ScEdge.Playground.Boards;

/// <summary>
/// A whole board of <c>shared</c> in the page itself: its link, sessions, requests and circuits, at the other end of a line of bytes.
/// </summary>
/// <remarks>Nothing is left out but the wire: what the dialogue sends are frames, and the board that takes them is the code of the chip.</remarks>
public sealed class PageBoard : IAsyncDisposable
{
    // What a page can spare; the registers of every network that Draw knows fit.
    private const int MemoryBytes = 4_000_000;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    private readonly SerialLine _line = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Board _board;
    private Task _run = Task.CompletedTask;

    /// <summary>Makes a board that has just started.</summary>
    /// <param name="epoch">A random number, another one for every board.</param>
    public PageBoard(uint epoch) => _board = new Board(
        new BoardSettings { Name = "emulated in this page", HeapBytes = MemoryBytes },
        _line,
        new BrowserClock(),
        [new ReplaySource(epoch, 0)],
        null!,
        null!,
        epoch);

    /// <summary>Lets it run until it is disposed of.</summary>
    /// <param name="receive">Takes what it sends.</param>
    public void Start(Action<byte[]> receive) => _run = RunAsync(receive);

    /// <summary>Carries bytes to it.</summary>
    public Task SendAsync(byte[] bytes)
    {
        _line.Receive(bytes);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _run;
        _end.Dispose();
    }

    private async Task RunAsync(Action<byte[]> receive)
    {
        while (!_end.IsCancellationRequested)
        {
            _board.Poll();
            if (_line.TakeUnsent() is { Length: > 0 } bytes)
            {
                receive(bytes);
            }

            // The page wants its turn, too.
            await Task.Delay(_line.HasReceived || _board.Link.Received is not null ? TimeSpan.Zero : Look, CancellationToken.None);
        }
    }
}
