using System;
using System.Linq;
using ScEdge.Boards;
using ScEdge.Boards.Connections;
using ScEdge.Boards.Training;
using ScEdge.Cli.Boards;
using ScEdge.Emulator.Boards;
using ScEdge.Emulator.Clocks;
using ScEdge.Link.Addresses;
using ScEdge.Link.Tcp;
using ScEdge.Protocol.Messages;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Training.Optimization;

namespace ScEdge.Cli.Tests;

/// <summary>
/// An emulated board of this process behind a TCP line, so that one command after the other finds the same board.
/// </summary>
internal sealed class EmulatedTcpBoard : IDisposable
{
    private readonly TcpListenerLink _listener;
    private readonly BoardThread _thread;

    public EmulatedTcpBoard(EmulatorSettings settings)
    {
        SystemClock clock = new();
        _listener = TcpListenerLink.Listen(PortAddress.ParseTcp("127.0.0.1:0"), key: null, clock);
        _thread = new BoardThread(new EmulatedBoard(settings, _listener, clock));
    }

    public string Address => _listener.Address.ToString();

    /// <summary>Configures the board for a training with sc-momentum on tensors of some lengths.</summary>
    public void Configure(params int[] lengths)
    {
        CellBankSettings cells = new() { Lanes = 3 };
        TensorPlan[] plans = [.. lengths.Select((length, i) => new TensorPlan((uint)i, [length], 14, cells.Lanes, $"tensor{i}"))];
        OptimizerPlan plan = new(OptimizerDescription.Of(OptimizerKind.Momentum), new OptimizerSettings(), cells, plans);
        BoardTensors tensors = new(plan, [.. Enumerable.Range(0, lengths.Length)], new long[MessageLimits.Counts]);
        using BoardConnection connection = BoardPorts.Open(Address);
        connection.Connect();
        tensors.Configure(new BoardClient(connection), isResident: true);
    }

    public void Dispose()
    {
        _thread.Dispose();
        _listener.Dispose();
    }
}
