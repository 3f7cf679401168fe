using System;
using ScEdge.Emulator.Clocks;
using ScEdge.Input;
using ScEdge.Link.Addresses;
using ScEdge.Link.Links;
using ScEdge.Link.Reconnecting;
using ScEdge.Link.Tcp;

namespace ScEdge.Link.Tests;

[Trait("Kind", "Unit")]
public sealed class PortOpenerTests
{
    private readonly PortOpener _opener = new(new PortSettings(), new SystemClock());

    [Fact]
    public void Open_Tcp_Connects()
    {
        using TcpListenerLink board = TcpListenerLink.Listen(PortAddress.ParseTcp("localhost:0"), null, new SystemClock());
        using IPortLink host = _opener.Open(PortAddress.Parse($"tcp://localhost:{board.Address.TcpPort}"));
        Assert.Equal([1], Lines.Carry(host, board, [1]));
        Assert.StartsWith("tcp://localhost:", host.Name, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_Emulator_IsLeftToTheCommandLine()
    {
        Assert.Throws<ArgumentException>(() => _opener.Open(PortAddress.Parse("emulator:")));
    }

    [Fact]
    public void Open_MissingDevice_SaysSo()
    {
        PortAddress address = PortAddress.Parse(OperatingSystem.IsWindows() ? "COM250" : "/dev/ttyNone0");
        Assert.Contains(address.Device, Assert.Throws<InputException>(() => _opener.Open(address)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Keep_BoardComesLater_Connects()
    {
        using ReservedPort port = new();
        PortAddress address = port.Address;
        using ReconnectingLink host = _opener.Keep(address, new BackOff(1, 20));
        bool hasFailed = false;
        host.Changed += transition => hasFailed |= transition.State == LineState.Waiting;
        Lines.Until(() => hasFailed, () => host.Wait(1));
        port.Dispose();
        using TcpListenerLink board = TcpListenerLink.Listen(address, null, new SystemClock());
        Lines.Until(() => host.State == LineState.Connected, () => host.Wait(1));
        Assert.Equal([1, 2], Lines.Carry(board, host, [1, 2]));
    }
}
