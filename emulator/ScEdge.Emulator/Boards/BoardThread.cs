using System;
using System.Threading;
using System.Threading.Tasks;

namespace ScEdge.Emulator.Boards;

/// <summary>Runs an emulated board on a thread of its own until it is disposed of.</summary>
public sealed class BoardThread : IDisposable
{
    // Timers of the link are tens of milliseconds and more; what arrives ends the wait at once.
    private const int WaitMilliseconds = 5;

    private readonly CancellationTokenSource _stop = new();
    private readonly Task _work;

    /// <summary>Starts the thread; nobody else may use the board from now on.</summary>
    /// <param name="board">The board.</param>
    public BoardThread(EmulatedBoard board)
    {
        ArgumentNullException.ThrowIfNull(board);
        _work = Task.Factory.StartNew(
            () => Run(board, static () => { }, _stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Runs a board on this thread; sleeps while there is nothing to do.</summary>
    /// <param name="board">The board.</param>
    /// <param name="afterPoll">Called after every poll.</param>
    /// <param name="cancellation">Ends it.</param>
    public static void Run(EmulatedBoard board, Action afterPoll, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(board);
        ArgumentNullException.ThrowIfNull(afterPoll);
        while (!cancellation.IsCancellationRequested)
        {
            board.Poll();
            afterPoll();
            board.Wait(WaitMilliseconds);
        }
    }

    /// <summary>Ends the thread.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        _work.GetAwaiter().GetResult();
        _stop.Dispose();
    }
}
