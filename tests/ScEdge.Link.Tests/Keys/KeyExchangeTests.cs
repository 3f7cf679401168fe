using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Emulator.Clocks;
using ScEdge.Link.Keys;
using ScEdge.Link.Links;

namespace ScEdge.Link.Tests.Keys;

[Trait("Kind", "Unit")]
public sealed class KeyExchangeTests
{
    private const int ChallengeBytes = 36;

    private static readonly PreSharedKey Key = TestKeys.Of("the right key of the tests");
    private static readonly PreSharedKey WrongKey = TestKeys.Of("the wrong key of the tests");

    private readonly VirtualClock _clock = new();

    [Theory]
    [InlineData(65536)]
    [InlineData(1)]
    public void Advance_SameKey_BothAreProvenAndFurtherBytesStay(int capacityBytes)
    {
        MemoryLinkPair pair = new(capacityBytes);
        KeyExchange client = new(pair.First, Key, KeyRole.Client, _clock);
        KeyExchange server = new(pair.Second, Key, KeyRole.Server, _clock);
        for (int i = 0; i < 1000 && (client.Advance(), server.Advance()) != (KeyExchangeState.Proven, KeyExchangeState.Proven); i++)
        {
        }

        Assert.Equal((KeyExchangeState.Proven, KeyExchangeState.Proven), (client.State, server.State));
        pair.First.Send(77);
        Assert.Equal([77], pair.Second.Receive(1));
        Assert.Equal(0, pair.First.Read(new byte[1], 0, 1));
    }

    [Fact]
    public void Advance_WrongKey_ServerRefusesAndProvesNothing()
    {
        MemoryLinkPair pair = new();
        KeyExchange client = new(pair.First, WrongKey, KeyRole.Client, _clock);
        KeyExchange server = new(pair.Second, Key, KeyRole.Server, _clock);
        server.Advance();
        client.Advance();
        Assert.Equal(KeyExchangeState.Refused, server.Advance());

        // The client took the challenge; a server that refuses has sent nothing after it.
        Assert.Equal(0, pair.First.Read(new byte[1], 0, 1));
        Assert.Equal(KeyExchangeState.Running, client.Advance());
    }

    [Fact]
    public void Advance_FalseServer_IsRefusedByTheClient()
    {
        MemoryLinkPair pair = new();
        KeyExchange client = new(pair.First, Key, KeyRole.Client, _clock);
        client.Advance();
        byte[] challenge = pair.Second.Receive(ChallengeBytes);
        pair.Second.Send(challenge);
        client.Advance();

        // The client's own challenge and proof come back to it: the role in the proof tells them apart.
        pair.Second.Send(pair.Second.Receive(KeyExchange.ProofBytes));
        Assert.Equal(KeyExchangeState.Refused, client.Advance());
    }

    [Fact]
    public void Advance_ReplayedClient_IsRefused()
    {
        MemoryLinkPair recorded = new();
        KeyExchange server = new(recorded.Second, Key, KeyRole.Server, _clock);
        List<byte> clientBytes = [];
        MemoryLinkPair tap = new();
        KeyExchange tapped = new(tap.First, Key, KeyRole.Client, _clock);
        for (int i = 0; i < 4; i++)
        {
            tapped.Advance();
            byte[] forward = ReadAll(tap.Second);
            clientBytes.AddRange(forward);
            recorded.First.Send(forward);
            server.Advance();
            tap.Second.Send(ReadAll(recorded.First));
        }

        Assert.Equal(KeyExchangeState.Proven, server.State);

        MemoryLinkPair again = new();
        KeyExchange fresh = new(again.Second, Key, KeyRole.Server, _clock);
        again.First.Send([.. clientBytes]);
        Assert.Equal(KeyExchangeState.Refused, fresh.Advance());
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: board.example and more\r\n\r\n")]
    [InlineData("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0")]
    public void Advance_SomethingElse_IsRefused(string text)
    {
        MemoryLinkPair pair = new();
        KeyExchange server = new(pair.Second, Key, KeyRole.Server, _clock);
        pair.First.Send(text.Select(c => (byte)c).ToArray());
        Assert.Equal(KeyExchangeState.Refused, server.Advance());
    }

    [Fact]
    public void Advance_Silence_IsRefusedAfterItsTime()
    {
        MemoryLinkPair pair = new();
        KeyExchange server = new(pair.Second, Key, KeyRole.Server, _clock);
        _clock.Advance((1000L * KeyExchange.PatienceMilliseconds) - 1);
        Assert.Equal(KeyExchangeState.Running, server.Advance());
        _clock.Advance(1);
        Assert.Equal(KeyExchangeState.Refused, server.Advance());
    }

    [Fact]
    public void Challenge_EachExchange_IsNewAndHoldsNoKey()
    {
        HashSet<string> challenges = [];
        for (int i = 0; i < 20; i++)
        {
            MemoryLinkPair pair = new();
            new KeyExchange(pair.First, Key, KeyRole.Client, _clock).Advance();
            challenges.Add(Convert.ToHexString(pair.Second.Receive(ChallengeBytes)));
        }

        Assert.Equal(20, challenges.Count);
        Assert.All(challenges, challenge => Assert.StartsWith("53434532", challenge, StringComparison.Ordinal));
    }

    private static byte[] ReadAll(IPortLink link)
    {
        byte[] buffer = new byte[256];
        return buffer[..link.Read(buffer, 0, buffer.Length)];
    }
}
