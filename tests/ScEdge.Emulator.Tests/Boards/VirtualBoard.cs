using System;
using ScEdge.Boards;
using ScEdge.Boards.Connections;
using ScEdge.Emulator.Boards;
using ScEdge.Emulator.Clocks;
using ScEdge.Link.Links;
using ScEdge.Protocol.Sessions;

namespace ScEdge.Emulator.Tests.Boards;

/// <summary>An emulated board and a host in virtual time: time passes and the board runs while the host waits.</summary>
internal sealed class VirtualBoard : IPortLink, IConsoleSink
{
    private const int StepMicroseconds = 200;

    private readonly MemoryLinkPair _pair = new();
    private uint _epoch = 100;

    public VirtualBoard(EmulatorSettings? settings = null)
    {
        settings ??= new EmulatorSettings();
        Board = new EmulatedBoard(settings with { DrawEpoch = () => _epoch++ }, _pair.Second, Clock);
        Connection = new BoardConnection(this, Clock, new LinkSettings(), 7, this, TimeSpan.FromMinutes(1));
        Client = new BoardClient(Connection);
    }

    public VirtualClock Clock { get; } = new();

    public EmulatedBoard Board { get; }

    public BoardConnection Connection { get; }

    public BoardClient Client { get; }

    /// <summary>Console text of the board.</summary>
    public string Text { get; private set; } = "";

    public string Name => "virtual";

    public string? Loss => null;

    public int Read(byte[] buffer, int offset, int count) => _pair.First.Read(buffer, offset, count);

    public int Write(byte[] buffer, int offset, int count) => _pair.First.Write(buffer, offset, count);

    public void TakeText(byte[] text, int count) => Text += System.Text.Encoding.ASCII.GetString(text, 0, count);

    public void Wait(int milliseconds)
    {
        Clock.Advance(StepMicroseconds);
        Board.Poll();
    }

    /// <summary>Lets time pass without a host.</summary>
    public void Pass(long microseconds)
    {
        for (long end = Clock.Microseconds + microseconds; Clock.Microseconds < end;)
        {
            Wait(0);
        }
    }

    public void Dispose() => _pair.First.Dispose();
}
