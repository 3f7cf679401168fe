using System;
using ScEdge.Emulator.Boards;
using ScEdge.Link.Links;
using ScEdge.Protocol.Links;

namespace ScEdge.Cli.Emulation;

/// <summary>
/// The line to an emulated board that runs on a thread of this program.
/// </summary>
internal sealed class EmulatorPort : IPortLink
{
    private readonly IPortLink _host;
    private readonly IPortLink _board;
    private readonly BoardThread _thread;
    private readonly IDisposable? _storage;

    /// <summary>Switches a board on.</summary>
    public EmulatorPort(string name, EmulatorSettings settings, IClock clock)
    {
        Name = name;
        _storage = settings.Storage as IDisposable;
        MemoryLinkPair pair = new();
        (_host, _board) = (pair.First, pair.Second);
        _thread = new BoardThread(new EmulatedBoard(settings, _board, clock));
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string? Loss => _host.Loss;

    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count) => _host.Read(buffer, offset, count);

    /// <inheritdoc/>
    public int Write(byte[] buffer, int offset, int count) => _host.Write(buffer, offset, count);

    /// <inheritdoc/>
    public void Wait(int milliseconds) => _host.Wait(milliseconds);

    /// <inheritdoc/>
    public void Dispose()
    {
        _thread.Dispose();
        _board.Dispose();
        _host.Dispose();
        _storage?.Dispose();
    }
}
