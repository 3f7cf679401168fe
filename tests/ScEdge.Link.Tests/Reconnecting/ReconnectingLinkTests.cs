using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScEdge.Emulator.Clocks;
using ScEdge.Emulator.Line.Terminals;
using ScEdge.Input;
using ScEdge.Link.Addresses;
using ScEdge.Link.Links;
using ScEdge.Link.Reconnecting;

namespace ScEdge.Link.Tests.Reconnecting;

[Trait("Kind", "Unit")]
public sealed class ReconnectingLinkTests
{
    private readonly VirtualClock _clock = new();
    private readonly List<LineTransition> _transitions = [];

    [Fact]
    public void Read_NobodyThere_TriesAgainWithTimesThatDoubleUpToTheLongest()
    {
        using ReconnectingLink link = Watched(static () => throw new InputException("Nobody."), new BackOff(100, 1000));
        for (int attempt = 1; attempt <= 6; attempt++)
        {
            UseUntil(link, () => _transitions.Count == attempt);
            _clock.AdvanceTo(_transitions[^1].RetryMicroseconds);
        }

        Assert.Equal([0, 200_000, 600_000, 1_400_000, 2_400_000, 3_400_000], _transitions.Select(t => t.Microseconds));
        Assert.Equal([1, 2, 3, 4, 5, 6], _transitions.Select(t => t.FailedAttempts));
        Assert.All(_transitions, t => Assert.Equal((LineState.Waiting, "Nobody."), (t.State, t.Reason)));
    }

    [Fact]
    public void Read_LineLost_GivesItsLastBytesReportsAndOpensAgain()
    {
        Queue<MemoryLinkPair> pairs = new([new MemoryLinkPair(), new MemoryLinkPair()]);
        MemoryLinkPair[] all = [.. pairs];
        using ReconnectingLink link = Watched(() => pairs.Dequeue().First, new BackOff(100, 1000));
        UseUntil(link, () => link.State == LineState.Connected);

        all[0].Second.Send(1, 2);
        all[0].Second.Dispose();
        Assert.Equal([1, 2], link.Receive(2));
        Assert.Equal(0, link.Read(new byte[1], 0, 1));
        Assert.Equal(LineState.Lost, link.State);
        Assert.Equal(0, link.Write([9], 0, 1));

        _clock.Advance(99_999);
        Assert.Equal(0, link.Read(new byte[1], 0, 1));
        Assert.Single(pairs);
        _clock.Advance(1);
        UseUntil(link, () => link.State == LineState.Connected);
        Assert.Equal([3], Lines.Carry(link, all[1].Second, [3]));
        Assert.Null(link.Loss);
        Assert.Equal([LineState.Connected, LineState.Lost, LineState.Connected], _transitions.Select(t => t.State));
        Assert.Equal("the other end has closed", _transitions[1].Reason);
        Assert.Equal(100_000, _transitions[1].RetryMicroseconds);
    }

    [Fact]
    public void Read_OpeningHasADefect_IsNotTakenForAnAbsentLine()
    {
        using ReconnectingLink link = Watched(static () => throw new InvalidOperationException("defect"), new BackOff());
        Assert.Throws<InvalidOperationException>(() => UseUntil(link, () => false));
    }

    [Fact]
    public void Dispose_WhileOpening_ClosesWhatOpensTooLate()
    {
        using System.Threading.ManualResetEventSlim gate = new();
        MemoryLinkPair pair = new();
        ReconnectingLink link = Watched(
            () =>
            {
                gate.Wait();
                return pair.First;
            },
            new BackOff());
        link.Read(new byte[1], 0, 1);
        Lines.MustEnd(link.Dispose);
        gate.Set();
        Lines.Until(() => pair.Second.Loss is not null);
        Assert.Equal("it was closed here", link.Loss);
    }

    [Fact]
    public void Keep_PseudoterminalTakenAwayAndBack_WorksAgain()
    {
        if (!PseudoTerminalLink.IsSupported)
        {
            Assert.Throws<PlatformNotSupportedException>(() => new PseudoTerminalLink());
            return;
        }

        string path = Path.Combine(Path.GetTempPath(), $"scedge-board-{Guid.NewGuid():N}");
        PortOpener opener = new(new PortSettings(), new SystemClock());
        using ReconnectingLink host = opener.Keep(PortAddress.Parse(path), new BackOff(1, 20));
        host.Changed += _transitions.Add;
        for (int round = 0; round < 3; round++)
        {
            UseUntil(host, () => _transitions.LastOrDefault()?.State == LineState.Waiting);
            using PseudoTerminalLink board = new(path);
            UseUntil(host, () => host.State == LineState.Connected);
            Assert.Equal([1, 2, 3], Lines.Carry(host, board, [1, 2, 3]));
            Assert.Equal([4, 5], Lines.Carry(board, host, [4, 5]));
        }

        UseUntil(host, () => host.State != LineState.Connected);
        Assert.Equal(3, _transitions.Count(t => t.State == LineState.Connected));
        Assert.Equal(3, _transitions.Count(t => t is { State: LineState.Lost, Reason: "the device is gone" }));
    }

    [Fact]
    public void Keep_LinkOfAPseudoterminalThatIsGone_LeadsNowhereUntilItIsMadeAnew()
    {
        if (!PseudoTerminalLink.IsSupported)
        {
            Assert.Throws<PlatformNotSupportedException>(() => new PseudoTerminalLink());
            return;
        }

        // What a killed emulator leaves: its link, and a number that the next pseudo-terminal of any program gets.
        string path = Path.Combine(Path.GetTempPath(), $"scedge-board-{Guid.NewGuid():N}");
        using ReconnectingLink host = new PortOpener(new PortSettings(), new SystemClock()).Keep(PortAddress.Parse(path), new BackOff(1, 20));
        using (PseudoTerminalLink killed = new())
        {
            File.CreateSymbolicLink(path, killed.DevicePath);
            UseUntil(host, () => host.State == LineState.Connected);
        }

        using PseudoTerminalLink next = new();
        UseUntil(host, () => host.Hindrance is not null);
        Assert.Equal($"{path} leads to a pseudo-terminal that is gone: start the emulated board again.", host.Hindrance);

        File.Delete(path);
        File.CreateSymbolicLink(path, next.DevicePath);
        UseUntil(host, () => host.State == LineState.Connected);
        Assert.Equal([1, 2, 3], Lines.Carry(host, next, [1, 2, 3]));
        Assert.Null(host.Hindrance);
        File.Delete(path);
    }

    private static void UseUntil(ReconnectingLink link, Func<bool> condition) =>
        Lines.Until(condition, () => link.Wait(0));

    private ReconnectingLink Watched(Func<IPortLink> open, BackOff backOff)
    {
        ReconnectingLink link = new("memory", open, _clock, backOff);
        link.Changed += _transitions.Add;
        return link;
    }
}
