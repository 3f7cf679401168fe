using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Entropy.Calibration;
using ScEdge.Entropy.Cells;
using ScEdge.Input;
using ScEdge.Protocol.Messages.Cells;

namespace ScEdge.Cli.Calibration;

/// <summary>
/// A cell of a board's front end as the board shows it.
/// </summary>
/// <param name="Answer">What the board answered.</param>
/// <param name="Curve">The curve of its table; empty without one.</param>
internal sealed record CellReport(GetCellResponse Answer, IReadOnlyList<CalibrationPoint> Curve)
{
    private const double One = 65536;

    /// <summary>Gets what is wrong with the cell.</summary>
    public CellFault Fault => (CellFault)Answer.Fault;

    /// <summary>Gets the largest error of the probability at the voltages that are kept.</summary>
    public double Tolerance => Answer.Tolerance / One;

    /// <summary>Reads an answer.</summary>
    /// <param name="board">Address of the board.</param>
    /// <param name="answer">What it answered.</param>
    /// <exception cref="InputException">The table cannot be one.</exception>
    public static CellReport Of(string board, GetCellResponse answer)
    {
        if (answer.Millivolts.All(voltage => voltage == 0))
        {
            return new CellReport(answer, []);
        }

        try
        {
            return new CellReport(answer, CalibrationPoint.Curve(new CalibrationTable(answer.Millivolts, answer.Tolerance)));
        }
        catch (ArgumentException exception)
        {
            throw new InputException(
                $"The board on {board} sent a table of cell {answer.Cell} that cannot be one: "
                + "calibrate the cell, and if it happens again, flash the firmware anew.",
                exception);
        }
    }
}
