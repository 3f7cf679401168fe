using System;
using System.Linq;
using ScEdge.Boards.Connections;
using ScEdge.Boards.Training;
using ScEdge.Emulator.Boards;
using ScEdge.Emulator.Entropy;
using ScEdge.Emulator.Line.Faults;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Capabilities;
using ScEdge.Protocol.Messages.Service;
using ScEdge.Protocol.Messages.Steps;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Training.Optimization;

namespace ScEdge.Emulator.Tests.Boards;

[Trait("Kind", "Unit")]
public sealed class EmulatedBoardTests
{
    private const int Parameters = 40;

    [Fact]
    public void Start_Always_TellsWhatItIsAsText()
    {
        VirtualBoard board = new(new EmulatorSettings { MemoryBytes = 12345 });
        board.Connection.Connect();
        board.Client.GetStatus();

        Assert.StartsWith("emulated board ready, 12345 bytes\r\n", board.Text, StringComparison.Ordinal);
        Assert.Contains("host connected", board.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EmulatedEntropy.Replay, 1)]
    [InlineData(EmulatedEntropy.Rng, 2)]
    public void Capabilities_Always_DeclareMemoryAndEntropy(EmulatedEntropy entropy, int quality)
    {
        VirtualBoard board = new(new EmulatorSettings { MemoryBytes = 60000, Entropy = entropy });
        board.Connection.Connect();
        GetCapabilitiesResponse capabilities = board.Client.GetCapabilities();

        Assert.Equal(60000u, capabilities.HeapBytes);
        Assert.True(capabilities.HasStorage);
        Assert.Equal(1, capabilities.EntropySourceCount);
        Assert.Equal(quality, capabilities.EntropyQualities[0]);
        Assert.Equal(65536u, capabilities.MinEntropies[0]);
        Assert.Equal(SelfTests.None, board.Client.RunSelfTest().Failed);
    }

    [Fact]
    public void Entropy_Replayed_IsTheSameAfterEveryStart()
    {
        VirtualBoard board = new();
        board.Connection.Connect();
        byte[] first = board.Client.GetEntropy(0, 64);
        byte[] second = board.Client.GetEntropy(0, 64);
        board.Board.CyclePower();
        Reconnect(board);

        Assert.Equal(first, board.Client.GetEntropy(0, 64));
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void CyclePower_AfterCheckpoint_LosesRegistersAndKeepsStorage()
    {
        VirtualBoard board = new();
        board.Connection.Connect();
        Configure(board);
        Step(board);
        GetStatusResponse before = board.Client.GetStatus();
        SaveCheckpointResponse saved = board.Client.SaveCheckpoint();
        board.Board.CyclePower();
        Reconnect(board);
        GetStatusResponse after = board.Client.GetStatus();
        RestoreCheckpointResponse restored = board.Client.RestoreCheckpoint();

        Assert.Equal(1u, before.StepsDone);
        Assert.Equal(RegisterMode.None, after.Mode);
        Assert.Equal(ResetCause.Power, after.ResetCause);
        Assert.Equal(before.StateCheck, saved.StateCheck);
        Assert.Equal(before.StateCheck, restored.StateCheck);
        Assert.Equal(before.ConfigurationCheck, restored.ConfigurationCheck);
        Assert.Equal(2, board.Board.Starts);
    }

    [Fact]
    public void Reset_OnRequest_StartsAnewAndSaysWhy()
    {
        VirtualBoard board = new();
        board.Connection.Connect();
        Configure(board);
        board.Client.Reset();
        while (board.Board.Starts == 1)
        {
            board.Connection.Pump();
        }

        Reconnect(board);
        GetStatusResponse status = board.Client.GetStatus();

        Assert.Equal(2, board.Board.Starts);
        Assert.Equal(ResetCause.Request, status.ResetCause);
        Assert.Equal(RegisterMode.None, status.Mode);
    }

    [Fact]
    public void SwitchBaudRate_OnPacedLine_ChangesThePaceUntilTheNextStart()
    {
        const int Bytes = 20_000;
        VirtualBoard board = new(new EmulatorSettings { BitsPerSecond = 115200, OtherSpeeds = [921600] });
        board.Connection.Connect();
        long slow = TimeOf(board, Bytes);
        board.Connection.Ask(MessageCode.SwitchBaudRate, new SwitchBaudRateRequest { BaudRate = 921600 }.Write);
        board.Pass(5000);
        long fast = TimeOf(board, Bytes);
        board.Board.CyclePower();
        Reconnect(board);

        // Ten bits for a byte; frames and requests take a little more.
        Assert.InRange(slow, Bytes * 10_000_000L / 115200, 2 * Bytes * 10_000_000L / 115200);
        Assert.InRange(fast, Bytes * 10_000_000L / 921600, 2 * Bytes * 10_000_000L / 921600);
        Assert.InRange(TimeOf(board, Bytes), slow * 9 / 10, slow * 11 / 10);
    }

    [Fact]
    public void Poll_WithResetsInTheScript_ResetsOnceInEveryInterval()
    {
        VirtualBoard board = new(new EmulatorSettings { Faults = FaultScript.Parse("reset=50ms@3") });
        VirtualBoard same = new(new EmulatorSettings { Faults = FaultScript.Parse("reset=50ms@3") });
        board.Pass(10 * 50_000);
        same.Pass(10 * 50_000);

        Assert.Equal(11, board.Board.Starts);
        Assert.Equal(11, same.Board.Starts);
    }

    [Fact]
    public void Requests_OnALineWithFaults_AreAnsweredAllTheSame()
    {
        VirtualBoard board = new(new EmulatorSettings
        {
            BitsPerSecond = 921600, LatencyMicroseconds = 5000, Faults = FaultScript.Parse("drop=0.05,corrupt=0.05,duplicate=0.05,reorder=0.05@9"),
        });
        board.Connection.Connect();
        Configure(board);
        Step(board);

        VirtualBoard clean = new();
        clean.Connection.Connect();
        Configure(clean);
        Step(clean);
        // Steps, scale and age, weights and momentum.
        const int Length = 8 + 12 + (4 * Parameters);
        Assert.Equal(clean.Client.PullState(StateImageKind.Full, Length), board.Client.PullState(StateImageKind.Full, Length));
    }

    private static long TimeOf(VirtualBoard board, int bytes)
    {
        long start = board.Clock.Microseconds;
        for (int i = 0; i < bytes; i += 1000)
        {
            board.Connection.Post(MessageCode.GetEntropySample, new GetEntropySampleRequest { Count = 1000 }.Write, null);
        }

        board.Connection.Drain();
        return board.Clock.Microseconds - start;
    }

    private static void Configure(VirtualBoard board)
    {
        CellBankSettings cells = new() { Lanes = 3 };
        OptimizerDescription optimizer = OptimizerDescription.Of(OptimizerKind.Momentum);
        OptimizerPlan plan = new(optimizer, new OptimizerSettings(), cells, [new TensorPlan(0, [5, 8], 14, cells.Lanes)]);
        new BoardTensors(plan, [0], [.. Enumerable.Repeat(10L, MessageLimits.Counts)]).Configure(board.Client, isResident: true);
    }

    private static void Step(VirtualBoard board)
    {
        BeginStepRequest begin = new() { RateFraction = 1 << 16, RateShift = 2, Format = GradientFormat.Int16, TensorCount = 1 };
        begin.FractionBits[0] = 14;
        begin.Maxima[0] = 9000;
        byte[] gradients = [.. Enumerable.Range(0, Parameters).SelectMany(i => BitConverter.GetBytes((short)((i * 411) - 8000)))];
        board.Connection.Ask(MessageCode.BeginStep, begin.Write);
        board.Connection.Ask(MessageCode.PutGradients, new PutGradientsRequest { Data = gradients, DataLength = gradients.Length }.Write);
        StepAccount account = new();
        board.Connection.Ask(MessageCode.RunStep, null, reader => account.Read(reader));
        Assert.Equal(1u, account.StepsDone);
        Assert.True(account.Counts[(int)CountKind.Bits] > 0);
    }

    private static void Reconnect(VirtualBoard board)
    {
        try
        {
            board.Client.GetStatus();
        }
        catch (BoardLostException)
        {
            // That is how a host learns of it.
        }

        board.Connection.Connect();
    }
}
