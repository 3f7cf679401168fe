using System;
using System.Linq;
using ScEdge.Device;
using ScEdge.Device.Cells;
using ScEdge.Device.Platform;
using ScEdge.Emulator.Entropy;
using ScEdge.Entropy.Monitoring;
using ScEdge.Entropy.Sources;
using ScEdge.Protocol.Links;
using ScEdge.Protocol.Messages.Capabilities;
using ScEdge.Protocol.Sessions;

namespace ScEdge.Emulator.Boards;

/// <summary>A <see cref="Board"/> on a PC: its power, its line, its storage and its random numbers; everything else is the board's.</summary>
/// <remarks>
/// Does nothing but in <see cref="Poll"/>, on the thread and clock of the caller, so that tests drive it in virtual time. A start, whatever
/// its cause, loses the registers and keeps the storage.
/// </remarks>
public sealed class EmulatedBoard
{
    /// <summary>Seed and stream of replayed words; any would do.</summary>
    private const ulong ReplaySeed = 1;

    // As the firmware: 2^-30 for each health test.
    private const int FalseAlarmDigits = 30;

    private readonly EmulatorSettings _settings;
    private readonly EmulatedLine _line;
    private readonly IByteLink _end;
    private readonly IClock _clock;
    private readonly ResetSchedule _resets;
    private readonly CellStore? _tables;

    /// <summary>Makes the board and switches it on.</summary>
    /// <param name="settings">What it is.</param>
    /// <param name="outlet">What leads to the host.</param>
    /// <param name="clock">Time of board and line.</param>
    /// <param name="console">Takes the board's console text; null for none.</param>
    public EmulatedBoard(EmulatorSettings settings, IWaitableLink outlet, IClock clock, IConsoleSink? console = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.MemoryBytes, EmulatorSettings.LeastMemoryBytes);
        _settings = settings;
        _clock = clock;
        _line = new EmulatedLine(settings, outlet, clock, new LinkSettings().LineBufferBytes);
        _end = console is null ? _line.End : new ConsoleTap(_line.End, console);
        _tables = settings.Cells is { } cells
            ? new CellStore([.. Enumerable.Range(0, cells.Driver.CellCount).Select(settings.OpenTable)])
            : null;
        _resets = new ResetSchedule(settings.Faults, clock.Microseconds);
        Board = Start(ResetCause.Power);
    }

    /// <summary>Gets the board as it runs since its last start.</summary>
    public Board Board { get; private set; }

    /// <summary>Gets how often the board was started.</summary>
    public int Starts { get; private set; }

    /// <summary>Gets the speed of its line now, 0 for one that takes no time; baud.</summary>
    public int BitsPerSecond { get; private set; }

    /// <summary>Takes the power away and gives it back.</summary>
    public void CyclePower() => Board = Start(ResetCause.Power);

    /// <summary>Lets the board do a little of everything, and does to it what it asked for.</summary>
    public void Poll()
    {
        if (_resets.TryTake(_clock.Microseconds))
        {
            CyclePower();
        }

        Board.Poll();
        uint rate = Board.TakeBaudRate();
        if (rate != 0)
        {
            SwitchTo((int)rate);
        }

        if (Board.IsResetDue)
        {
            Board = Start(ResetCause.Request);
        }
    }

    /// <summary>Sleeps until bytes may have arrived, unless a step is under way.</summary>
    /// <param name="milliseconds">The longest; ms.</param>
    public void Wait(int milliseconds)
    {
        if (!Board.IsBusy)
        {
            _line.End.Wait(milliseconds);
        }
    }

    private Board Start(ResetCause cause)
    {
        Starts++;
        SwitchTo(_settings.BitsPerSecond);
        string name = _settings.Cells is { } frontEnd ? $"emulated board, {frontEnd.Name}" : "emulated board";
        BoardSettings board = new() { Name = name, HeapBytes = _settings.MemoryBytes, ResetCause = cause };
        if (_settings.BitsPerSecond > 0)
        {
            // It starts with the first.
            board.BaudRates = [.. _settings.OtherSpeeds.Prepend(_settings.BitsPerSecond).Select(static rate => (uint)rate)];
        }

        IEntropySource source = _settings.Entropy == EmulatedEntropy.Replay ? new ReplaySource(ReplaySeed, 0) : new SystemRandom();
        uint epoch = Math.Max(1u, _settings.DrawEpoch());
        BoardCells? cells = Cells(source);
        EntropyMonitor monitor = cells?.Monitor ?? new EntropyMonitor([source], FailurePolicy.Stop, FalseAlarmDigits);
        return new Board(board, _end, _clock, [monitor], cells!, _settings.Storage, epoch);
    }

    private void SwitchTo(int bitsPerSecond)
    {
        if (_line.Uart is { } uart)
        {
            uart.SwitchTo(bitsPerSecond);
            BitsPerSecond = bitsPerSecond;
        }
    }

    /// <summary>The cells as the firmware makes them, except that simulated ones are no physical source.</summary>
    private BoardCells? Cells(IEntropySource fallback) => _settings.Cells is { } cells
        ? new BoardCells(
            new CbramEntropySource(cells.Driver, cells.Calibration, EntropyQuality.Replay), _tables!, fallback, FalseAlarmDigits)
        : null;
}
