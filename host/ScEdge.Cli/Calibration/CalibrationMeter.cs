using System;
using System.Globalization;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Cells;

namespace ScEdge.Cli.Calibration;

/// <summary>
/// Shows on a terminal how far a board's calibration has come; elsewhere nothing. Dispose ends the line.
/// </summary>
/// <param name="cells">Cells to be calibrated.</param>
internal sealed class CalibrationMeter(int cells) : IDisposable
{
    private readonly bool _isShown = !Console.IsErrorRedirected;
    private int _done;
    private bool _hasLine;

    /// <summary>Notes that a cell is done.</summary>
    public void Count() => _done++;

    /// <summary>Shows how far a cell is.</summary>
    public void Show(GetCellResponse cell)
    {
        if (!_isShown)
        {
            return;
        }

        _hasLine = true;
        string progress = cell.State == CellState.Calibrating
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{cell.NodesDone} of {MessageLimits.CalibrationNodes} voltages, {cell.SetPulses:N0} SET pulses")
            : "waits";
        Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\rcell {cell.Cell} ({_done + 1} of {cells}): {progress}        "));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_hasLine)
        {
            Console.Error.WriteLine();
        }
    }
}
