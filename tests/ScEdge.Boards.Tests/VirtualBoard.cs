using System;
using ScEdge.Boards.Connections;
using ScEdge.Emulator.Boards;
using ScEdge.Emulator.Clocks;
using ScEdge.Link.Links;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Configuration;
using ScEdge.Protocol.Sessions;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Boards.Tests;

/// <summary>
/// An emulated board and the host's connection to it on one thread in virtual time, which passes while the host waits and stands still while
/// the board computes.
/// </summary>
internal sealed class VirtualBoard : IPortLink, ISpeedLink
{
    // 18 bytes at 921600 baud, less than the transmit FIFO holds.
    private const long StepMicroseconds = 200;

    // Of a line that loses bytes: one in so many, some frames of a test of 12 KB.
    private const int LostOf = 1000;

    // What a serial port of a PC holds.
    private readonly MemoryLinkPair _pair = new(capacityBytes: 4096);
    private readonly byte[] _arrived = new byte[4096];
    private int _first;
    private int _end;

    private int _carried;

    public VirtualBoard(EmulatorSettings settings, params int[] speeds)
    {
        uint epoch = 1000;
        HostSpeed = settings.BitsPerSecond;
        LineSpeed? speed = speeds.Length == 0 ? null : new LineSpeed(this, speeds, Clock);
        Board = new EmulatedBoard(settings with { DrawEpoch = () => epoch++ }, _pair.Second, Clock);
        Client = new BoardClient(
            new BoardConnection(this, Clock, new LinkSettings(), epoch: 7, console: null, TimeSpan.FromSeconds(60), speed: speed));
    }

    public VirtualClock Clock { get; } = new();

    public EmulatedBoard Board { get; }

    public BoardClient Client { get; }

    /// <summary>Called after every poll of the board.</summary>
    public Action? AfterPoll { get; set; }

    /// <summary>Gets the speed of the host's port; baud.</summary>
    public int HostSpeed { get; private set; }

    /// <summary>Gets the speed from which on the line loses bytes; baud.</summary>
    public int LosesFrom { get; init; } = int.MaxValue;

    public string Name => "virtual";

    public string? Loss => null;

    /// <summary>Gets why the line cannot be opened; null where it can.</summary>
    public string? Hindrance { get; init; }

    /// <summary>Configures the board for one tensor, updated by sc-sgd.</summary>
    public void Configure(int parameters)
    {
        byte[] data = OptimizerPlan.Write(
            new OptimizerSettings { Seed = 9, DecayLength = 16, MomentumBits = 12, LaneRotation = 0 },
            new CellBankSettings { Lanes = 64, EnduranceCycles = 1_000_000 });
        BeginConfigurationRequest settings = new()
        {
            Mode = RegisterMode.Resident, Optimizer = (int)OptimizerKind.Sgd, Data = data, DataLength = data.Length,
        };
        AddTensorRequest tensor = new() { Rank = 1, WeightFractionBits = 14, Lanes = 64 };
        tensor.Shape[0] = (uint)parameters;
        Client.Connection.Post(MessageCode.BeginConfiguration, settings.Write, null);
        Client.Connection.Post(MessageCode.AddTensor, tensor.Write, null);
        Client.Connection.Ask(MessageCode.ApplyConfiguration);
    }

    public int Read(byte[] buffer, int offset, int count)
    {
        int taken = Math.Min(count, _end - _first);
        Array.Copy(_arrived, _first, buffer, offset, taken);
        _first += taken;
        return taken;
    }

    public int Write(byte[] buffer, int offset, int count)
    {
        byte[] bytes = buffer.AsSpan(offset, count).ToArray();
        int carried = Carry(bytes, count);
        return carried == count ? _pair.First.Write(bytes, 0, count) : Lose(bytes, carried, count);
    }

    public bool TrySwitchTo(int bitsPerSecond)
    {
        HostSpeed = bitsPerSecond;
        return true;
    }

    public void Wait(int milliseconds)
    {
        for (long end = Clock.Microseconds + (1000L * milliseconds); _first == _end && Clock.Microseconds < end;)
        {
            Clock.Advance(StepMicroseconds);
            do
            {
                Board.Poll();
            }
            while (Board.Board.IsBusy);
            AfterPoll?.Invoke();
            _first = 0;
            _end = Carry(_arrived, _pair.First.Read(_arrived, 0, _arrived.Length));
        }
    }

    public void Dispose()
    {
        _pair.First.Dispose();
        _pair.Second.Dispose();
    }

    /// <summary>Does to bytes what speeds that differ or are too high do to them.</summary>
    /// <returns>How many are left.</returns>
    private int Carry(byte[] bytes, int count)
    {
        int left = 0;
        for (int i = 0; i < count; i++)
        {
            bytes[left] = HostSpeed == Board.BitsPerSecond ? bytes[i] : (byte)(bytes[i] ^ 0x5A);
            _carried++;
            left += HostSpeed >= LosesFrom && _carried % LostOf == 0 ? 0 : 1;
        }

        return left;
    }

    private int Lose(byte[] bytes, int left, int count)
    {
        _pair.First.Write(bytes, 0, left);
        return count;
    }
}
