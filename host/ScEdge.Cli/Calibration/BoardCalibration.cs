using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Boards.Connections;
using ScEdge.Cli.Boards;
using ScEdge.Input;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Cells;

namespace ScEdge.Cli.Calibration;

/// <summary>
/// The cells of a board: their tables, and their calibration, which the board does by itself once it was asked.
/// </summary>
/// <param name="board">The board.</param>
/// <param name="cell">The only cell of interest; null for all.</param>
internal sealed class BoardCalibration(BoardRequests board, int? cell)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.1);

    /// <summary>Reads the tables.</summary>
    /// <exception cref="InputException">The board has no such cells.</exception>
    public IReadOnlyList<CellReport> Read() => [.. Cells().Select(one => CellReport.Of(board.Name, Ask(one)))];

    /// <summary>Has the cells calibrated, waits for them, and reads the tables.</summary>
    /// <exception cref="InputException">The board has no such cells, or was reset meanwhile.</exception>
    public IReadOnlyList<CellReport> Calibrate()
    {
        int[] cells = Cells();
        int[] before = [.. cells.Select(one => Ask(one).Calibrations)];
        board.Do(client =>
        {
            client.CalibrateCells(cells[0], cells.Length);
            return true;
        });
        using CalibrationMeter meter = new(cells.Length);
        foreach ((int one, int count) in cells.Zip(before))
        {
            Await(one, count, meter);
        }

        return Read();
    }

    private void Await(int one, int before, CalibrationMeter meter)
    {
        GetCellResponse answer = Ask(one);
        while (answer.State is CellState.Due or CellState.Calibrating)
        {
            meter.Show(answer);
            board.Rest(Interval);
            answer = Ask(one);
        }

        if (answer.Calibrations <= before)
        {
            throw new InputException(
                $"The board on {board.Name} was reset before it had calibrated cell {one}, and kept the old table: repeat the command.");
        }

        meter.Count();
    }

    private int[] Cells()
    {
        int count = Ask(0).Cells;
        return cell is null ? [.. Enumerable.Range(0, count)]
            : cell >= 0 && cell < count ? [cell.Value]
            : throw new InputException($"The board on {board.Name} has no cell {cell}: give --cell a number from 0 to {count - 1}.");
    }

    private GetCellResponse Ask(int one)
    {
        try
        {
            return board.Do(client => client.GetCell(one));
        }
        catch (BoardRefusalException refusal) when (refusal.Error == ErrorCode.NotAvailable)
        {
            throw new InputException(
                $"The board on {board.Name} has no cells to calibrate: "
                + "connect the front end and switch it on in the board's file (hw-docs/firmware.md), or leave --port out for a simulated cell.",
                refusal);
        }
        catch (BoardRefusalException refusal) when (refusal.Error == ErrorCode.UnknownMessage)
        {
            throw new InputException(
                $"The firmware of the board on {board.Name} is older than the calibration over the line: flash a newer one (scedge flash).",
                refusal);
        }
    }
}
