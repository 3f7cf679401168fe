using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net.Sockets;
using System.Text;
using ScEdge.Emulator.Line.Terminals;
using ScEdge.Input;
using ScEdge.Link.Addresses;
using ScEdge.Link.Links;
using ScEdge.Link.Watching;

namespace ScEdge.Link.Tests.Watching;

[Trait("Kind", "Unit")]
public sealed class LineWatchTests : IDisposable
{
    private const int Portion = 4096;

    private readonly string _folder = Directory.CreateTempSubdirectory("scedge-watch-").FullName;
    private readonly PortAddress _address;
    private readonly MemoryLinkPair _pair = new();

    public LineWatchTests() => _address = PortAddress.Parse(Path.Combine(_folder, "board"));

    [Fact]
    public void Read_WhatPassesBothWays_IsWhatEveryWatcherSees()
    {
        using PublishedLine line = Publish(givesWay: false);
        using LineWatch first = Watch();
        using LineWatch second = Watch();
        Assert.Equal(Environment.ProcessId, first.Host.ProcessId);
        Assert.False(first.Host.GivesWay);

        _pair.Second.Send(1, 2, 3);
        line.Send(4, 5);
        Assert.Equal([1, 2, 3], line.Receive(3));
        line.Tell(new WorkProgress(7, 9, 0.5));

        foreach (LineWatch watch in new[] { first, second })
        {
            Assert.Equal([4, 5], Next(watch, WatchKind.ToBoard).Content);
            Assert.Equal([1, 2, 3], Next(watch, WatchKind.FromBoard).Content);
            Assert.Equal(new WorkProgress(7, 9, 0.5), WorkProgress.Of(Next(watch, WatchKind.Progress)));
        }
    }

    [Theory]
    [InlineData("tcp://127.0.0.1:4000", "tcp://localhost:4000")]
    [InlineData("tcp://127.0.0.1:4001", "tcp://[::1]:4001")]
    [InlineData("tcp://Board.example:4002", "tcp://board.EXAMPLE:4002")]
    public void TryOpen_AnotherNameOfThePort_FindsIt(string name, string other)
    {
        using LinePublisher publisher = LinePublisher.Start(PortAddress.Parse(name), givesWay: false)!;
        using LineWatch? watch = LineWatch.TryOpen(PortAddress.Parse(other));
        Assert.NotNull(watch);
    }

    [Fact]
    public void TryOpen_ALinkToTheDevice_FindsIt()
    {
        string device = Path.Combine(_folder, "ttyX0");
        File.WriteAllText(device, "");
        File.CreateSymbolicLink(Path.Combine(_folder, "by-id"), device);
        using LinePublisher publisher = LinePublisher.Start(PortAddress.Parse(device), givesWay: false)!;
        using LineWatch? watch = LineWatch.TryOpen(PortAddress.Parse(Path.Combine(_folder, "by-id")));
        Assert.NotNull(watch);
    }

    [Fact]
    public void TryOpen_PseudoterminalThatIsGone_FindsNobodyUntilTheLineIsBack()
    {
        if (!PseudoTerminalLink.IsSupported)
        {
            Assert.Throws<PlatformNotSupportedException>(() => new PseudoTerminalLink());
            return;
        }

        string link = Path.Combine(_folder, "board");
        using PseudoTerminalLink first = new(link);
        using LinePublisher publisher = LinePublisher.Start(_address, givesWay: false)!;
        using LineWatch before = Watch();

        // The name is free for whoever gets the number next; who watches already goes on.
        publisher.OnLost();
        Assert.Null(LineWatch.TryOpen(PortAddress.Parse(first.DevicePath)));
        publisher.Tell(WatchKind.Line, "lost");
        Assert.Equal("lost", Encoding.UTF8.GetString(Next(before, WatchKind.Line).Content));

        using PseudoTerminalLink second = new(link);
        publisher.OnConnected();
        using LineWatch? after = LineWatch.TryOpen(PortAddress.Parse(second.DevicePath));
        Assert.NotNull(after);
        Assert.Null(LineWatch.TryOpen(PortAddress.Parse(first.DevicePath)));
    }

    [Fact]
    public void TryOpen_DeviceThatIsUnplugged_FindsWhoWaitsForIt()
    {
        using LinePublisher publisher = LinePublisher.Start(_address, givesWay: false)!;
        publisher.OnLost();
        using LineWatch? watch = LineWatch.TryOpen(_address);
        Assert.NotNull(watch);
    }

    [Theory]
    [InlineData("emulator:")]
    [InlineData("/dev/ttyNobodyHasIt")]
    public void TryOpen_NobodyTells_IsNull(string name) => Assert.Null(LineWatch.TryOpen(PortAddress.Parse(name)));

    [Fact]
    public void Tell_ToOneWhoReadsNothing_WaitsForNobodyAndCountsWhatHeMissed()
    {
        using PublishedLine line = Publish(givesWay: false);
        using LineWatch stuck = Watch();
        using LineWatch brisk = Watch();
        byte[] bytes = new byte[Portion];
        long sent = 0;
        long seen = 0;
        TimeSpan longest = TimeSpan.Zero;
        for (int i = 0; i < 4000; i++)
        {
            long start = Stopwatch.GetTimestamp();
            sent += line.Write(bytes, 0, Portion);
            longest = longest > Stopwatch.GetElapsedTime(start) ? longest : Stopwatch.GetElapsedTime(start);
            _pair.Second.Receive(Portion);
            seen += i % 64 == 0 ? Drain(brisk).Bytes : 0;
        }

        Assert.Equal(4000L * Portion, sent);
        Assert.True(longest < TimeSpan.FromSeconds(1), $"A write took {longest}.");

        // What is told next tells first what was left out.
        Drain(brisk);
        (long bytesOfStuck, long missed) = Drain(stuck);
        line.Tell(new WorkProgress(1, 1, 0));
        missed += Next(stuck, WatchKind.Missed).Count;
        Assert.True(missed > 0);
        Assert.Equal(sent, bytesOfStuck + missed);
    }

    [Fact]
    public void Tell_AfterAWatcherHasLeft_GoesOnForTheOther()
    {
        using PublishedLine line = Publish(givesWay: false);
        LineWatch first = Watch();
        using LineWatch second = Watch();
        first.Dispose();
        for (int i = 0; i < 100; i++)
        {
            line.Send((byte)i);
        }

        List<byte> seen = [];
        Lines.Until(() => seen.Count == 100, () => seen.AddRange(second.Read(10)?.Content ?? []));
        Assert.Equal(Enumerable.Range(0, 100).Select(i => (byte)i), seen);
    }

    [Fact]
    public void TryOpen_MoreThanEightWatchers_TurnsTheOthersAwayUntilOneLeaves()
    {
        using PublishedLine line = Publish(givesWay: false);
        List<LineWatch> watches = [.. Enumerable.Range(0, 8).Select(_ => Watch())];
        Assert.Null(LineWatch.TryOpen(_address));

        watches[3].Dispose();
        LineWatch? next = null;
        Lines.Until(() => (next = LineWatch.TryOpen(_address)) is not null);
        next!.Dispose();
        watches.ForEach(static watch => watch.Dispose());
    }

    // A training heeds nothing that a watcher sends, and one that sends much is let go.
    [Fact]
    public void TryOpen_AWatcherThatSends_IsHeededInNothingAndCut()
    {
        using PublishedLine line = Publish(givesWay: false);
        using Socket noisy = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) { SendTimeout = 1000, ReceiveTimeout = 10000 };
        noisy.Connect(WatchSocket.Of(_address)!);
        noisy.Send(new byte[64]);
        byte[] greeting = new byte[64];
        Lines.MustEnd(() =>
        {
            try
            {
                while (noisy.Receive(greeting) > 0)
                {
                }
            }
            catch (SocketException)
            {
                // Cut with bytes of it unread.
            }
        });
        Assert.False(line.IsAskedToLetGo);
        line.Send(1);
    }

    [Fact]
    public void Start_AfterAProgramThatWasKilled_TakesItsPlace()
    {
        // A socket that nobody listens to, as kill -9 leaves it.
        using Socket dead = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        dead.Bind(WatchSocket.Of(_address)!);
        Assert.Null(LineWatch.TryOpen(_address));
        using PublishedLine next = Publish(givesWay: false);
        using LineWatch watch = Watch();
        Assert.False(watch.IsEnded);
    }

    [Fact]
    public void AskToLetGo_OneWhoGivesWay_IsDoneWhenThePortIsFree()
    {
        PublishedLine line = Publish(givesWay: true);
        System.Threading.Tasks.Task asking = System.Threading.Tasks.Task.Run(() => PortHolder.Ask(_address));
        Lines.Until(() => line.IsAskedToLetGo);
        Assert.False(asking.IsCompleted);
        line.Dispose();
        Lines.MustEnd(asking.Wait);
    }

    [Fact]
    public void AskToLetGo_ATraining_IsRefusedAndGoesOn()
    {
        using PublishedLine line = Publish(givesWay: false);
        using LineWatch watch = Watch();
        string message = Assert.Throws<InputException>(() => PortHolder.Ask(_address)).Message;
        Assert.Contains($"is in use by process {Environment.ProcessId}", message, StringComparison.Ordinal);
        Assert.False(line.IsAskedToLetGo);
        line.Send(1);
        Assert.Equal([1], Next(watch, WatchKind.ToBoard).Content);
    }

    [Fact]
    public void Read_AfterTheOtherHasEnded_GivesTheRestAndSaysSo()
    {
        using LineWatch watch = Watch(out PublishedLine line);
        line.Send(1, 2);
        line.Dispose();
        Assert.Equal([1, 2], Next(watch, WatchKind.ToBoard).Content);
        Lines.Until(() => watch.IsEnded, () => watch.Read(10));
        Assert.Null(LineWatch.TryOpen(_address));
    }

    [Theory]
    [InlineData(new byte[] { 9, 0, 0, 0, 0 })]
    [InlineData(new byte[] { 1, 255, 255, 255, 255 })]
    [InlineData(new byte[] { 1, 0, 0, 1, 1 })]
    public void Decode_WhatIsNoRecord_IsRefused(byte[] bytes) => Assert.Throws<FormatException>(() => WatchRecord.Decode(bytes));

    [Fact]
    public void Decode_EveryPartOfARecord_WaitsForTheRest()
    {
        byte[] bytes = WatchRecord.Encode(WatchKind.Line, Encoding.UTF8.GetBytes("gone"));
        for (int length = 0; length < bytes.Length; length++)
        {
            Assert.Null(WatchRecord.Decode(bytes.AsSpan(0, length)));
        }

        Assert.Equal("gone", WatchRecord.Decode(bytes)!.Value.Record.Words);
    }

    public void Dispose()
    {
        _pair.First.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private PublishedLine Publish(bool givesWay) => new(_pair.First, LinePublisher.Start(_address, givesWay));

    private LineWatch Watch() => LineWatch.TryOpen(_address)!;

    private LineWatch Watch(out PublishedLine line)
    {
        line = Publish(givesWay: false);
        return Watch();
    }

    private static WatchRecord Next(LineWatch watch, WatchKind kind)
    {
        WatchRecord? record = null;
        Lines.Until(() => record?.Kind == kind, () => record = watch.Read(10));
        return record!;
    }

    private static (long Bytes, long Missed) Drain(LineWatch watch)
    {
        long bytes = 0;
        long missed = 0;
        while (watch.Read(50) is { } record)
        {
            bytes += record.Kind == WatchKind.ToBoard ? record.Content.Length : 0;
            missed += record.Kind == WatchKind.Missed ? record.Count : 0;
        }

        return (bytes, missed);
    }
}
