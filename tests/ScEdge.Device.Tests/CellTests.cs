using System;
using System.Linq;
using ScEdge.Cbram.Presets;
using ScEdge.Device.Cells;
using ScEdge.Entropy.Calibration;
using ScEdge.Entropy.Cells;
using ScEdge.Entropy.Sources;
using ScEdge.FrontEnd;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Capabilities;
using ScEdge.Protocol.Messages.Cells;
using ScEdge.Protocol.Messages.Service;
using ScEdge.Protocol.Sessions;
using Xunit.Abstractions;

namespace ScEdge.Device.Tests;

/// <summary>Calibration of a board's cells over the line, between the other requests.</summary>
public sealed class CellTests(ITestOutputHelper output)
{
    private const int Sound = 0;
    private const int Other = 1;

    private readonly SimulatedBench _bench = new(PresetCatalog.Find("jo2009"), cells: 2, seed: 21, tolerance: 2048);
    private readonly MemoryStorage[] _files = [new(), new()];

    [Fact]
    [Trait("Kind", "Statistical")]
    public void CalibrateCells_NewBoard_ShowsProgressThenTheTableAndStoresIt()
    {
        TestHost host = NewHost();
        Assert.Equal(CellState.Due, Cell(host, Other).State);
        GetCellResponse during = Await(host, Sound, cell => cell.NodesDone >= 4);
        Assert.Equal((CellState.Calibrating, false), (during.State, during.IsStored));
        Assert.True(during.SetPulses > 0);
        Assert.Equal(BoardActivity.CalibratingCell, Status(host).Activity);
        Assert.Equal(2, Capabilities(host).EntropyQualities[0]);

        GetCellResponse done = AwaitEnd(host, Sound, before: 0);
        Assert.Equal((2, Sound, CellState.Serving, 0, 1), (done.Cells, done.Cell, done.State, done.Fault, done.Calibrations));
        Assert.True(done.IsStored);
        Assert.Equal((2048, 1000u), (done.Tolerance, done.SetWidthNanoseconds));
        CalibrationTable table = new(done.Millivolts, done.Tolerance);
        for (uint probability = 4096; probability <= 61440; probability += 4096)
        {
            double error = Math.Abs(_bench.TrueProbability(Sound, table.MillivoltsFor(probability)) - (probability / 65536.0));
            Assert.InRange(error, 0, table.Bound(probability) / 65536.0);
        }

        // The cells take over from the fallback.
        Assert.Equal(3, Capabilities(host).EntropyQualities[0]);
        Assert.Equal(done.Millivolts, Enumerable.Range(0, 9).Select(CalibrationTableCodec.Decode(_files[Sound].Stored, Sound).MillivoltsOfNode));
        AwaitEnd(host, Other, before: 0);
        Assert.Equal(BoardActivity.Idle, Status(host).Activity);

        // At the next start the tables are there, and no pulse of a calibration is given.
        long pulses = _bench.Driver.SetPulses;
        host.ResetBoard();
        Assert.Equal(2, host.Cells!.Source.CellsInService);
        host.Connect();
        GetCellResponse kept = Cell(host, Sound);
        Assert.Equal((CellState.Serving, 0, 0u), (kept.State, kept.Calibrations, kept.SetPulses));
        Assert.Equal(done.Millivolts, kept.Millivolts);
        Assert.Equal(pulses + (32 * Entropy.Monitoring.EntropyMonitor.StartupWords), _bench.Driver.SetPulses);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void CalibrateCells_WhileItRuns_EveryRequestIsAnsweredAndTheSessionHolds()
    {
        TestHost host = NewHost();
        host.Do(MessageCode.Subscribe, new SubscribeRequest { IntervalMicroseconds = 50_000 }.Write);
        AwaitEnd(host, Other, before: 0);
        int events = host.Events.Count;
        int session = host.Link.Sessions;
        Request(host, Sound, 1);
        for (GetCellResponse cell = Cell(host, Sound); cell.Calibrations < 2; cell = Cell(host, Sound))
        {
            // The other cell serves between the slices.
            GetEntropySampleResponse sample = new();
            Assert.True(sample.Read(host.Do(MessageCode.GetEntropySample, new GetEntropySampleRequest { Count = 4 }.Write)));
            Assert.Equal(3, sample.Quality);
            host.PollFor(20_000);
        }

        Assert.Equal((session, LinkState.Open), (host.Link.Sessions, host.Link.State));
        Assert.True(host.Events.Count > events);
        Assert.Contains("cell 0 calibrated", host.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void CalibrateCells_PulsesTakeTheirTime_TheSessionHoldsAndAnswersComeSoon()
    {
        SlowFrontEnd slow = new(_bench.FrontEnd);
        CellDriver driver = new(slow, _bench.Limits, _bench.Drive);
        TestHost host = new(cells: () => new BoardCells(
            new CbramEntropySource(driver, _bench.Calibration, EntropyQuality.True), new CellStore([.. _files]), new PseudoWords(), 30));
        slow.Clock = host.Clock;
        host.Connect();
        long start = host.Clock.Microseconds;
        long longest = 0;
        for (GetCellResponse cell = Cell(host, Sound); cell.Calibrations == 0;)
        {
            // A host that is slow to ask, so that keep-alives are needed.
            host.PollFor(3_000_000);
            long asked = host.Clock.Microseconds;
            cell = Cell(host, Sound);
            longest = Math.Max(longest, host.Clock.Microseconds - asked);
        }

        output.WriteLine($"{(host.Clock.Microseconds - start) / 1e6:F1} s of the board's time for a cell, answers within {longest / 1e3:F0} ms");
        Assert.Equal(1, host.Link.Sessions);
        Assert.Equal(LinkState.Open, host.Link.State);

        // Three slices of 32 bits, or one and the 1,024 bits that are tested when the cells come into force; a bit takes two reads, two pulses and
        // drives at most, and these once more where one RESET in twenty fails. A session ends after 10 s.
        Assert.InRange(longest, 1, 1_100 * 1_000);
    }

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData(CellCondition.Disconnected, 1)]
    [InlineData(CellCondition.StuckSet, 2)]
    [InlineData(CellCondition.StuckReset, 3)]
    [InlineData(CellCondition.Reversed, 4)]
    public void CalibrateCells_CellThatHasFailed_IsNamedAndItsTableForgotten(CellCondition condition, int fault)
    {
        TestHost host = NewHost();
        AwaitEnd(host, Sound, before: 0);
        AwaitEnd(host, Other, before: 0);
        _bench.FrontEnd[Other].Condition = condition;
        Request(host, Sound, 2);
        GetCellResponse failed = AwaitEnd(host, Other, before: 1);
        Assert.Equal((CellState.Faulty, fault, false), (failed.State, failed.Fault, failed.IsStored));
        Assert.All(failed.Millivolts, voltage => Assert.Equal(0, voltage));
        Assert.Empty(_files[Other].Stored);
        Assert.Equal(CellState.Serving, AwaitEnd(host, Sound, before: 1).State);
        Assert.Equal(3, Capabilities(host).EntropyQualities[0]);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void CalibrateCells_BoardIsResetInTheMiddle_KeepsTheOldTable()
    {
        TestHost host = NewHost();
        AwaitEnd(host, Sound, before: 0);
        int[] before = [.. AwaitEnd(host, Other, before: 0).Millivolts];
        Request(host, Other, 1);
        Await(host, Other, cell => cell.State == CellState.Calibrating);
        host.ResetBoard();
        host.Connect();
        GetCellResponse cell = Cell(host, Other);
        Assert.Equal((CellState.Serving, 0), (cell.State, cell.Calibrations));
        Assert.Equal(before, cell.Millivolts);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void CalibrateCells_StorageIsFull_ServesWithoutBeingStored()
    {
        _files[Sound].FailsAfter = 10;
        TestHost host = NewHost();
        GetCellResponse cell = AwaitEnd(host, Sound, before: 0);
        Assert.Equal((CellState.Serving, false), (cell.State, cell.IsStored));
    }

    [Fact]
    [Trait("Kind", "Statistical")]
    public void Poll_CellDrifts_IsCalibratedAnewAndServesAgain()
    {
        TestHost host = NewHost();
        AwaitEnd(host, Sound, before: 0);
        AwaitEnd(host, Other, before: 0);
        _bench.FrontEnd[Sound].DriftVolts = 0.1;
        GetCellResponse cell = Cell(host, Sound);
        for (int i = 0; i < 1000 && cell.Drifts == 0; i++)
        {
            host.Do(MessageCode.GetEntropySample, new GetEntropySampleRequest { Count = 200 }.Write);
            cell = Cell(host, Sound);
        }

        Assert.Equal(1, cell.Drifts);
        int before = CalibrationTableCodec.Decode(_files[Sound].Stored, Sound).MillivoltsOfNode(4);
        cell = AwaitEnd(host, Sound, before: 1);
        Assert.Equal((CellState.Serving, true), (cell.State, cell.IsStored));
        Assert.InRange(cell.Millivolts[4] - before, 80, 120);
        Assert.Equal(3, Capabilities(host).EntropyQualities[0]);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Cells_RequestsThatCannotBe_AreRefused()
    {
        TestHost host = NewHost();
        Assert.Equal(ErrorCode.OutOfRange, host.Refused(MessageCode.GetCell, new GetCellRequest { Cell = 2 }.Write).Error);
        Assert.Equal(ErrorCode.OutOfRange, host.Refused(MessageCode.CalibrateCells, new CalibrateCellsRequest { First = 1, Count = 2 }.Write).Error);
        Assert.Equal(ErrorCode.Malformed, host.Refused(MessageCode.CalibrateCells, new CalibrateCellsRequest().Write).Error);
        Assert.Equal(ErrorCode.Malformed, host.Refused(MessageCode.GetCell).Error);
    }

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData(MessageCode.GetCell)]
    [InlineData(MessageCode.CalibrateCells)]
    public void Cells_BoardWithoutAny_SaysSo(MessageCode code)
    {
        ErrorResponse error = new TestHost().Refused(code, new CalibrateCellsRequest { Count = 1 }.Write);
        Assert.Equal((ErrorCode.NotAvailable, "The board has no cells to calibrate."), (error.Error, error.Words));
    }

    private TestHost NewHost() => new(cells: () => new BoardCells(
        new CbramEntropySource(_bench.Driver, _bench.Calibration, EntropyQuality.True), new CellStore([.. _files]), new PseudoWords(), 30));

    private static void Request(TestHost host, int first, int count) =>
        host.Do(MessageCode.CalibrateCells, new CalibrateCellsRequest { First = first, Count = count }.Write);

    private static GetCellResponse Cell(TestHost host, int cell)
    {
        GetCellResponse answer = new();
        Assert.True(answer.Read(host.Do(MessageCode.GetCell, new GetCellRequest { Cell = cell }.Write)));
        return answer;
    }

    private static GetCellResponse AwaitEnd(TestHost host, int cell, int before) => Await(host, cell, answer => answer.Calibrations > before);

    private static GetCellResponse Await(TestHost host, int cell, Func<GetCellResponse, bool> isIt)
    {
        for (int i = 0; i < 20_000; i++)
        {
            GetCellResponse answer = Cell(host, cell);
            if (isIt(answer))
            {
                return answer;
            }

            host.PollFor(5_000);
        }

        throw new TimeoutException("The calibration does not come to it.");
    }

    private static GetStatusResponse Status(TestHost host)
    {
        GetStatusResponse status = new();
        Assert.True(status.Read(host.Do(MessageCode.GetStatus)));
        return status;
    }

    private static GetCapabilitiesResponse Capabilities(TestHost host)
    {
        GetCapabilitiesResponse capabilities = new();
        GetCapabilitiesRequest request = new() { LowestVersion = 1, HighestVersion = 1 };
        Assert.True(capabilities.Read(host.Do(MessageCode.GetCapabilities, request.Write)));
        return capabilities;
    }

    private sealed class PseudoWords : IEntropySource
    {
        private readonly ReplaySource _words = new(5, 6);

        public EntropyQuality Quality => EntropyQuality.Pseudo;

        public uint MinEntropy => _words.MinEntropy;

        public uint NextWord() => _words.NextWord();
    }
}
