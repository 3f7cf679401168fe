using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using ScEdge.Cbram.Presets;
using ScEdge.Cli.Commands;
using ScEdge.Cli.Emulation;
using ScEdge.Cli.Parsing;
using ScEdge.Emulator.Line.Terminals;
using ScEdge.FrontEnd;
using ScEdge.Input;

namespace ScEdge.Cli.Tests;

/// <summary>Calibration of the cells of an emulated board, over lines in memory and on a pseudo-terminal.</summary>
public sealed class DeviceCalibrateOnBoardTests
{
    private const string Port = "emulator:front-end=jo2009+1=stuck-set+2=reversed+7=disconnected";

    [Theory]
    [Trait("Kind", "Statistical")]
    [InlineData(Port)]
    [InlineData(Port + ",drop=0.05,corrupt=0.05,duplicate=0.05@3")]
    public void Calibrate_EmulatedBoard_ShowsCurvesWithinTheirBoundsAndNamesTheFaults(string port)
    {
        using TemporaryFolder folder = new();

        // Some cells do not serve, which the exit code tells.
        JsonElement json = CliProcess.Run(folder.Path, "device", "calibrate", "--port", port, "--json").AssertExit(3).Json;

        Assert.Equal("emulated board, simulated cells of jo2009", json.GetProperty("board").GetString());
        JsonElement[] cells = [.. json.GetProperty("cells").EnumerateArray()];
        Assert.Equal(FrontEndText.CellCount, cells.Length);
        Assert.Equal(
            ["none", "stuck-set", "reversed", "none", "none", "none", "none", "disconnected"],
            cells.Select(cell => cell.GetProperty("fault").GetString()!));
        SimulatedBench bench = new(PresetCatalog.Find("jo2009"), cells: 1, seed: 1, tolerance: 2048);
        foreach (JsonElement cell in cells)
        {
            bool isSound = cell.GetProperty("fault").GetString() == "none";
            Assert.Equal(isSound ? "serving" : "faulty", cell.GetProperty("state").GetString());
            Assert.Equal(isSound, cell.GetProperty("is_stored").GetBoolean());
            Assert.True(cell.GetProperty("calibrations").GetInt32() >= 1);
            JsonElement[] curve = [.. cell.GetProperty("curve").EnumerateArray()];
            Assert.Equal(isSound ? 15 : 0, curve.Length);
            Assert.All(curve, point => Assert.InRange(
                Math.Abs(bench.TrueProbability(0, (int)Math.Round(1e3 * point.GetProperty("voltage_volts").GetDouble()))
                    - point.GetProperty("probability").GetDouble()),
                0,
                point.GetProperty("bound").GetDouble()));
        }
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Calibrate_OneCell_ShowsItsTableAndNoOther()
    {
        string text = Run("--port", Port, "--cell", "3").Output;
        Assert.StartsWith("emulated board, simulated cells of jo2009 on emulator:", text, StringComparison.Ordinal);
        Assert.Contains("Cell 3 serves, its table is stored.", text, StringComparison.Ordinal);
        Assert.Contains("At the nine voltages that are kept the error is at most 0.0312.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Cell 4", text, StringComparison.Ordinal);
        Assert.DoesNotContain("p true", text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Calibrate_CellsThatAreAllFaulty_FailsAfterNamingThem()
    {
        InputException failure = Assert.Throws<InputException>(() => Run("--port", Port, "--cell", "1"));
        Assert.StartsWith("None of these cells of the board on emulator:", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Calibrate_BoardOnAPseudoTerminal_KeepsItsTablesWhenItIsKilled()
    {
        if (!PseudoTerminalLink.IsSupported)
        {
            return;
        }

        using TemporaryFolder folder = new();
        string[] emulate = ["emulate", "--link", "board", "--front-end", "jo2009+1=stuck-reset", "--storage", "state.bin"];
        string port = folder.At("board");
        string[] measured;
        using (EmulatorProcess first = EmulatorProcess.Start(folder.Path, emulate))
        {
            first.Await("board ready on ");
            JsonElement[] cells = [.. CliProcess.Run(folder.Path, "device", "calibrate", "--port", port, "--json").AssertExit(3).Json
                .GetProperty("cells").EnumerateArray()];
            Assert.Equal("stuck-reset", cells[1].GetProperty("fault").GetString());
            measured = [.. cells.Select(cell => cell.GetProperty("curve").ToString())];
            first.AwaitText("cell 0 calibrated");
            first.AwaitText("cell 1 has fault 3");
            first.End("KILL");
        }

        Assert.Equal(27, new FileInfo(folder.At("state.bin.cell0")).Length);
        using EmulatorProcess second = EmulatorProcess.Start(folder.Path, emulate);
        second.Await("board ready on ");
        JsonElement[] kept = Cells("--port", port, "--show");
        Assert.Equal((0, 0), (kept[0].GetProperty("calibrations").GetInt32(), kept[0].GetProperty("set_pulses").GetInt32()));
        Assert.Equal(measured, kept.Select(cell => cell.GetProperty("curve").ToString()));
        JsonElement information = CommandInvocation.Run(DeviceCommand.Create(), "info", "--port", port, "--json").Json;
        Assert.Equal("replay", information.GetProperty("entropy")[0].GetProperty("quality").GetString());
        Assert.Equal(0, second.End("TERM"));
    }

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData("has no cells to calibrate: connect the front end", "--port", "emulator:")]
    [InlineData("has no cells to calibrate: connect the front end", "--port", "emulator:", "--show")]
    [InlineData("has no cell 8: give --cell a number from 0 to 7.", "--port", Port, "--cell", "8")]
    [InlineData("has no cell -1: give --cell a number from 0 to 7.", "--port", Port, "--cell", "-1", "--show")]
    [InlineData(
        "The fault \"9=stuck-set\" of a cell cannot be used: give CELL=FAULT, a number from 0 to 7",
        "--port", "emulator:front-end=jo2009+9=stuck-set")]
    [InlineData("The fault \"1=broken\" of a cell cannot be used", "--port", "emulator:front-end=jo2009+1=broken")]
    public void Calibrate_BadInput_SaysWhatIsWrong(string sentence, params string[] arguments)
    {
        string message = Assert.Throws<InputException>(() => Run(arguments)).Message;
        Assert.Contains(sentence, message, StringComparison.Ordinal);
        Assert.EndsWith(".", message, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData("--seed is about the simulated cell: leave it out, or --port.", "--port", Port, "--seed", "3")]
    [InlineData("--show is about the cells of a board: give its --port.", "--show")]
    [InlineData("--cell is about the cells of a board: give its --port.", "--cell", "1")]
    public void Calibrate_OptionsOfTheOtherKind_AreUsageMistakes(string sentence, params string[] arguments) =>
        Assert.Equal(sentence, Assert.Throws<UsageException>(() => Run(arguments)).Message);

    private static JsonElement[] Cells(params string[] arguments) =>
        [.. CommandInvocation.Run(DeviceCalibrateCommand.Create(), [.. arguments, "--json"]).Json.GetProperty("cells").EnumerateArray()];

    private static CommandInvocation Run(params string[] arguments) => CommandInvocation.Run(DeviceCalibrateCommand.Create(), arguments);
}
