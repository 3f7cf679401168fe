using System;
using System.Runtime.InteropServices;
using System.Threading;
using ScEdge.Cli.Output;

namespace ScEdge.Cli.Sessions;

/// <summary>
/// Turns the first Ctrl-C, SIGTERM or loss of the terminal (SIGHUP) into a cancellation; a second Ctrl-C or SIGTERM ends the process at once, which
/// is safe too. A terminal that closes may tell so twice, by the system and by the shell.
/// </summary>
internal sealed class InterruptSignal : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _signals;
    private readonly Timer? _readers;

    /// <summary>Starts to listen.</summary>
    /// <param name="endsWithReader">Whether to cancel too when nobody reads standard output any more: of a command that only shows.</param>
    public InterruptSignal(bool endsWithReader = false)
    {
        // A signal that the parent has set to be ignored, as nohup does, stays ignored.
        _signals =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle),
            PosixSignalRegistration.Create(PosixSignal.SIGHUP, Handle),
        ];
        _readers = endsWithReader ? new Timer(LookForReader, null, TimeSpan.Zero, Interval) : null;
    }

    /// <summary>Gets the token that is cancelled.</summary>
    public CancellationToken Token => _source.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        // A look that is under way must end before its token goes.
        _readers?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        foreach (PosixSignalRegistration signal in _signals)
        {
            signal.Dispose();
        }

        _source.Dispose();
    }

    private void LookForReader(object? state)
    {
        if (StandardStreams.IsReaderGone)
        {
            _source.Cancel();
        }
    }

    private void Handle(PosixSignalContext context)
    {
        bool isFirst = !_source.IsCancellationRequested;
        context.Cancel = isFirst || context.Signal == PosixSignal.SIGHUP;
        if (isFirst)
        {
            _source.Cancel();
        }
        else if (!context.Cancel && !Console.IsOutputRedirected)
        {
            // The live view hides the cursor and will not come to show it again (DEC private mode 25).
            Console.Out.Write("\e[?25h");
        }
    }
}
