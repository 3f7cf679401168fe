using System;
using ScEdge.Cli.Calibration;
using ScEdge.Input;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Cells;

namespace ScEdge.Cli.Tests;

/// <summary>Boards that do not do what the calibration over the line expects.</summary>
[Trait("Kind", "Unit")]
public sealed class BoardCalibrationTests
{
    [Fact]
    public void Read_OlderBoard_IsOneSentence()
    {
        using ScriptedBoard board = new((request, writer, most) =>
        {
            writer.Begin(ErrorResponse.Code, true, request.Number, most);
            new ErrorResponse { Request = (int)request.Code, Error = ErrorCode.UnknownMessage, Words = "?" }.Write(writer);
        });
        string message = Assert.Throws<InputException>(() => new BoardCalibration(board.Requests, null).Read()).Message;
        Assert.StartsWith("The firmware of the board on ", message, StringComparison.Ordinal);
        Assert.EndsWith("is older than the calibration over the line: flash a newer one (scedge flash).", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500, 400)]
    [InlineData(400, 400)]
    [InlineData(0, 1)]
    public void Read_TableThatDoesNotRise_IsOneSentence(int first, int others)
    {
        GetCellResponse cell = new() { Cells = 1, State = CellState.Serving, Tolerance = 2048 };
        Array.Fill(cell.Millivolts, others);
        cell.Millivolts[0] = first;
        using ScriptedBoard board = Showing(cell);
        Assert.Contains(
            "that cannot be one",
            Assert.Throws<InputException>(() => new BoardCalibration(board.Requests, null).Read()).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Calibrate_BoardForgetsTheRequest_SaysThatItWasReset()
    {
        using ScriptedBoard board = Showing(new GetCellResponse { Cells = 1, State = CellState.Serving });
        string message = Assert.Throws<InputException>(() => new BoardCalibration(board.Requests, 0).Calibrate()).Message;
        Assert.EndsWith("was reset before it had calibrated cell 0, and kept the old table: repeat the command.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FaultOfANewerBoard_IsKept()
    {
        using ScriptedBoard board = Showing(new GetCellResponse { Cells = 1, State = CellState.Faulty, Fault = 9 });
        CellReport report = Assert.Single(new BoardCalibration(board.Requests, null).Read());
        Assert.Equal("fault 9", Tables.FaultText.Name(report.Fault));
        Assert.Empty(report.Curve);
    }

    private static ScriptedBoard Showing(GetCellResponse cell) => new((request, writer, most) =>
    {
        writer.Begin(request.Code, true, request.Number, most);
        if (request.Code == MessageCode.GetCell)
        {
            cell.Write(writer);
        }
    });
}
