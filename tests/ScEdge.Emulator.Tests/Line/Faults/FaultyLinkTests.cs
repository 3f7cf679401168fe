using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Emulator.Clocks;
using ScEdge.Emulator.Line.Faults;
using ScEdge.Link.Links;

namespace ScEdge.Emulator.Tests.Line.Faults;

public sealed class FaultyLinkTests
{
    private readonly VirtualClock _clock = new();

    [Fact]
    [Trait("Kind", "Unit")]
    public void Write_NoFaults_PassesEveryByteAtOnce()
    {
        byte[] sent = [.. Frames(50), .. "text without an end"u8];
        Assert.Equal(sent, Through("drop=0@1", sent, portion: 7).Received);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Write_CertainFault_StrikesEveryFrame()
    {
        byte[] sent = Frames(3);
        Assert.Empty(Through("drop=1", sent).Received);
        Assert.Equal([.. Frame(0), .. Frame(0), .. Frame(1), .. Frame(1), .. Frame(2), .. Frame(2)], Through("duplicate=1", sent).Received);

        // While a frame is held the next one may pass unasked; the last frame waits for one that never comes.
        Assert.Equal([.. Frame(1), .. Frame(0)], Through("reorder=1", sent).Received);
        Assert.Equal([.. Frame(0), .. Frame(2)], Through("pattern=KD", sent).Received);
        Assert.Empty(Through("lose=1", sent).Received);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Write_Truncate_LeavesAnHonestPrefixAndTheDelimiter()
    {
        byte[][] received = Split(Through("truncate=1@3", Frames(40)).Received);
        Assert.Equal(40, received.Length);
        for (int i = 0; i < 40; i++)
        {
            Assert.True(received[i].Length < Frame(i).Length);
            Assert.Equal(Frame(i).Take(received[i].Length - 1), received[i].SkipLast(1));
        }
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Write_Corrupt_InvertsOneBitOfEachFrame()
    {
        byte[] sent = Frames(40);
        byte[] received = Through("corrupt=1@3", sent).Received;
        Assert.Equal(sent.Length, received.Length);
        int position = 0;
        for (int i = 0; i < 40; i++)
        {
            int length = Frame(i).Length;
            int inverted = Enumerable.Range(position, length).Sum(at => int.PopCount(sent[at] ^ received[at]));
            Assert.Equal(1, inverted);
            Assert.Equal(0, received[position + length - 1]);
            position += length;
        }
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Write_Stall_HoldsTheFrameForItsTime()
    {
        MemoryLinkPair pair = new();
        FaultyLink link = new(pair.First, _clock, FaultScript.Parse("stall=1:50ms"));
        link.Send([.. Frame(1), .. Frame(2)]);
        Assert.Equal(50_000, link.DueMicroseconds);
        Assert.Equal((0, Frame(1).Length, Frame(2).Length), (Next(49_999), Next(1), Next(50_000)));

        int Next(long microseconds)
        {
            _clock.Advance(microseconds);
            link.Advance();
            return pair.Second.ReadAll().Length;
        }
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Write_SlowReader_PacesAndHoldsTheSenderBack()
    {
        MemoryLinkPair pair = new();
        FaultyLink link = new(pair.First, _clock, FaultScript.Parse("slow=1000"));
        int accepted = link.Send(new byte[10_000]);
        Assert.Equal(4096, accepted);
        _clock.Advance(10_000);
        link.Advance();
        Assert.Equal(10, pair.Second.ReadAll().Length);
        Assert.Equal(10, link.Send(new byte[100]));
    }

    [Theory]
    [Trait("Kind", "Property")]
    [InlineData("drop=0.1,duplicate=0.1,reorder=0.1,truncate=0.1,corrupt=0.1,lose=0.001,flip=0.001,burst=0.001:8@5")]
    [InlineData("pattern=9KD,burst=0.01:3,reorder=0.5@6")]
    public void Write_SameScript_SameFaultsHoweverPortioned(string script)
    {
        byte[] sent = Frames(300);
        (byte[] received, FaultCounts counts) = Through(script, sent);
        Assert.NotEqual(sent, received);
        foreach (int portion in (int[])[1, 2, 17, 300])
        {
            (byte[] again, FaultCounts sameCounts) = Through(script, sent, portion);
            Assert.Equal(received, again);
            Assert.Equal(counts.ToString(), sameCounts.ToString());
        }

        Assert.NotEqual(received, Through(script[..^1] + "7", sent).Received);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Read_SameScript_HasDiceOfItsOwn()
    {
        MemoryLinkPair pair = new(1_000_000);
        FaultyLink link = new(pair.First, _clock, FaultScript.Parse("drop=0.5@9"));
        byte[] sent = Frames(100);
        pair.Second.Send(sent);
        byte[] inbound = link.ReadAll();
        Assert.Equal(100, link.InboundCounts.Seen(FaultKind.Drop));
        Assert.Equal(100 - Split(inbound).Length, link.InboundCounts.Struck(FaultKind.Drop));
        Assert.NotEqual(Through("drop=0.5@9", sent).Received, inbound);
    }

    [Theory]
    [Trait("Kind", "Statistical")]
    [InlineData(FaultKind.Drop, 0.01)]
    [InlineData(FaultKind.Duplicate, 0.01)]
    [InlineData(FaultKind.Reorder, 0.05)]
    [InlineData(FaultKind.Truncate, 0.01)]
    [InlineData(FaultKind.Corrupt, 0.01)]
    [InlineData(FaultKind.Stall, 0.01)]
    [InlineData(FaultKind.Lose, 0.002)]
    [InlineData(FaultKind.Flip, 0.002)]
    [InlineData(FaultKind.Burst, 0.002)]
    public void Write_StatedRate_IsKept(FaultKind kind, double probability)
    {
        FaultScript script = new([new FaultSetting(kind, probability, Amount: 4)], seed: 2021);
        byte[] sent = Frames(10_000);
        FaultCounts counts = Through(script, sent, portion: 4096).Counts;
        long seen = counts.Seen(kind);
        long struck = counts.Struck(kind);

        // Every frame is asked, but for those that overtake a held one; every byte, but for the three that a burst goes on for.
        long expected = kind switch
        {
            FaultKind.Reorder => 10_000 - struck,
            FaultKind.Lose or FaultKind.Flip => sent.Length,
            FaultKind.Burst => sent.Length - (3 * struck),
            _ => 10_000,
        };
        Assert.InRange(seen, expected - 3, expected + 3);

        // Either tail: the chance that one of nine sound filters fails here was below 2e-5 before the seed was fixed.
        Assert.True(BinomialTail.Of(seen, probability, struck) > 1e-6, $"{struck} of {seen} at {probability}");
    }

    private static byte[] Frame(int index) =>
        [.. Enumerable.Range(0, 5 + (index % 20)).Select(i => (byte)(1 + (((index * 7) + i) % 255))), 0];

    private static byte[] Frames(int count) => Enumerable.Range(0, count).SelectMany(Frame).ToArray();

    private static byte[][] Split(byte[] bytes)
    {
        List<byte[]> frames = [];
        int start = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == 0)
            {
                frames.Add(bytes[start..(i + 1)]);
                start = i + 1;
            }
        }

        return [.. frames];
    }

    private (byte[] Received, FaultCounts Counts) Through(string script, byte[] sent, int portion = 1024) =>
        Through(FaultScript.Parse(script), sent, portion);

    private (byte[] Received, FaultCounts Counts) Through(FaultScript script, byte[] sent, int portion)
    {
        MemoryLinkPair pair = new();
        FaultyLink link = new(pair.First, _clock, script);
        List<byte> received = [];
        int position = 0;
        while (position < sent.Length)
        {
            position += link.Write(sent, position, Math.Min(portion, sent.Length - position));
            _clock.Advance(1);
            received.AddRange(pair.Second.ReadAll());
        }

        _clock.Advance(1_000_000_000);
        link.Advance();
        received.AddRange(pair.Second.ReadAll());
        return ([.. received], link.OutboundCounts);
    }
}
