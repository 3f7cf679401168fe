using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace ScEdge.Cli.Sessions;

/// <summary>
/// Turns the first Ctrl-C or SIGTERM into a cancellation; a second one ends the process at once, which is safe too.
/// </summary>
internal sealed class InterruptSignal : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;

    /// <summary>Starts to listen.</summary>
    public InterruptSignal()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle);
    }

    /// <summary>Gets the token that is cancelled.</summary>
    public CancellationToken Token => _source.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _source.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        bool isFirst = !_source.IsCancellationRequested;
        context.Cancel = isFirst;
        if (isFirst)
        {
            _source.Cancel();
        }
        else if (!Console.IsOutputRedirected)
        {
            // The live view hides it and will not come to show it again.
            Console.CursorVisible = true;
        }
    }
}
