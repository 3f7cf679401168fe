using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScEdge.Cli.Calibration;
using ScEdge.Cli.Output;
using ScEdge.Entropy.Cells;
using ScEdge.Experiments.Quantities;
using ScEdge.Protocol.Messages.Cells;
using Spectre.Console;

namespace ScEdge.Cli.Tables;

/// <summary>
/// The cells of a board with their curves, as text and as JSON.
/// </summary>
/// <param name="port">Address of the board.</param>
/// <param name="board">Name of the board.</param>
/// <param name="cells">Its cells, at least one.</param>
internal sealed class CellSummary(string port, string board, IReadOnlyList<CellReport> cells)
{
    /// <summary>Gets which cells cannot serve; null if all can or will.</summary>
    public string? Failure
    {
        get
        {
            int faulty = cells.Count(cell => cell.Answer.State == CellState.Faulty);
            string which = faulty == cells.Count ? "None of these cells" : Text($"{faulty} of {cells.Count} cells");
            string can = faulty == cells.Count ? "can" : "cannot";
            return faulty == 0
                ? null
                : $"{which} of the board on {port} {can} be calibrated: look at what is said of each, repair that and repeat the command.";
        }
    }

    /// <summary>Returns an object to serialise.</summary>
    public object ToJson() => new
    {
        Port = port,
        Board = board,
        Cells = cells.Select(cell => new
        {
            cell.Answer.Cell,
            State = State(cell.Answer.State),
            Fault = CommandJson.Word(cell.Fault),
            cell.Answer.IsStored,
            cell.Answer.Calibrations,
            cell.Answer.Drifts,
            PulseWidthSeconds = cell.Answer.SetWidthNanoseconds / 1e9,
            cell.Answer.SetPulses,
            cell.Answer.ResetPulses,
            cell.Answer.Judgements,
            cell.Tolerance,
            Curve = cell.Curve.Select(point => new { point.Probability, VoltageVolts = point.Millivolts / 1e3, point.Bound }),
        }),
    };

    /// <summary>Writes what each cell does, then the curves.</summary>
    public void Write(IAnsiConsole console)
    {
        console.WriteLine(Text($"{board} on {port}, SET pulses of {QuantityText.Seconds(cells[0].Answer.SetWidthNanoseconds * 1e-9)}."));
        foreach (CellReport cell in cells)
        {
            console.WriteLine();
            WriteCell(console, cell);
        }

        int serving = cells.Count(cell => cell.Answer.State == CellState.Serving);
        console.WriteLine();
        console.WriteLine(Text($"{serving} of {cells.Count} cells serve."));
    }

    private static void WriteCell(IAnsiConsole console, CellReport cell)
    {
        GetCellResponse answer = cell.Answer;
        console.WriteLine($"Cell {answer.Cell} {Sentence(cell)}");
        if (answer.SetPulses > 0)
        {
            console.WriteLine(Text($"{answer.SetPulses:N0} SET and {answer.ResetPulses:N0} RESET pulses, {answer.Judgements:N0} judgements."));
        }

        if (cell.Curve.Count > 0)
        {
            console.Write(CurveTable.Of(cell.Curve));
            console.WriteLine(Text($"At the nine voltages that are kept the error is at most {cell.Tolerance:F4}."));
        }
    }

    private static string Sentence(CellReport cell) => cell.Answer.State switch
    {
        CellState.Due => "waits to be calibrated.",
        CellState.Calibrating => Text($"is being calibrated: {cell.Answer.NodesDone} of {cell.Answer.Millivolts.Length} voltages are found."),
        CellState.Serving =>
            (cell.Answer.IsStored ? "serves, its table is stored" : "serves, but its table could not be stored") + Drifts(cell.Answer.Drifts),
        _ => $"cannot be calibrated: {FaultText.Name(cell.Fault)}. {FaultText.Explanation(cell.Fault)}",
    };

    private static string Drifts(int count) => count == 0 ? "." : Text($"; it was found to drift {(count == 1 ? "once" : $"{count} times")}.");

    private static string State(CellState state) => state switch
    {
        CellState.Due => "due",
        CellState.Calibrating => "calibrating",
        CellState.Serving => "serving",
        _ => "faulty",
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
