using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ScEdge.Cli.Monitoring;

namespace ScEdge.Cli.Tests;

[Trait("Kind", "Unit")]
public sealed class DebuggerPacketFilterTests
{
    private readonly List<byte> _others = [];
    private readonly List<string> _packets = [];

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Push_PacketsAmongOtherBytes_AreTakenOutHoweverTheyArePortioned(int portion)
    {
        byte[] bytes =
        [
            .. "ready\n"u8, .. Packet("NFPKTV1", 0, 0, 0), .. "NFNFPKTV1"u8, .. Packet("NFPKTV1", 0x20004, 2, 300), .. "NF"u8,
            .. Packet("NFDBGV1", 7, 0, 4), 0, 1,
        ];
        DebuggerPacketFilter filter = Filter();
        foreach (byte[] part in bytes.Chunk(portion))
        {
            filter.Push(part, 0, part.Length);
        }

        Assert.Equal("ready\nNFNFPKTV1NF\0\u0001", Encoding.Latin1.GetString([.. _others]));
        Assert.Equal(
            [
                "nanoFramework debugger: ping, 0 bytes", "nanoFramework debugger: command 0x00020004 reply, 300 bytes",
                "nanoFramework debugger: reboot, 4 bytes",
            ],
            _packets);
    }

    [Fact]
    public void Push_ASizeThatNoPacketHas_IsNoPacket()
    {
        byte[] bytes = Packet("NFPKTV1", 0, 0, 0);
        bytes[31] = 0x80;
        Filter().Push(bytes, 0, bytes.Length);

        Assert.Equal(bytes, _others);
        Assert.Empty(_packets);
    }

    [Theory]
    [InlineData("N")]
    [InlineData("prompt NFPKT")]
    public void Flush_WhatMightHaveBecomeAPacket_IsGivenBack(string text)
    {
        DebuggerPacketFilter filter = Filter();
        filter.Push(Encoding.ASCII.GetBytes(text), 0, text.Length);
        filter.Flush();
        Assert.Equal(text, Encoding.ASCII.GetString([.. _others]));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(32)]
    [InlineData(60)]
    public void Flush_APacketThatWasCut_DoesNotTakeTheBytesThatFollow(int length)
    {
        DebuggerPacketFilter filter = Filter();
        filter.Push(Packet("NFPKTV1", 2, 0, 1000), 0, length);
        filter.Flush();
        _others.Clear();
        filter.Push("ready\n"u8.ToArray(), 0, 6);
        Assert.Equal("ready\n", Encoding.ASCII.GetString([.. _others]));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(32)]
    [InlineData(60)]
    public void Reset_InAPacket_ForgetsItAndGivesNothingBack(int length)
    {
        DebuggerPacketFilter filter = Filter();
        filter.Push(Packet("NFPKTV1", 2, 0, 1000), 0, length);
        filter.Reset();
        filter.Push("ready\n"u8.ToArray(), 0, 6);
        Assert.Equal("ready\n", Encoding.ASCII.GetString([.. _others]));
    }

    [Fact]
    public void Push_AnyBytes_ComeOutAgain()
    {
        Random random = new(14);
        byte[] bytes = [.. Enumerable.Range(0, 20000).Select(_ => "NFPKTV1\0DBG"u8[random.Next(11)])];
        DebuggerPacketFilter filter = Filter();
        foreach (byte[] part in bytes.Chunk(5))
        {
            filter.Push(part, 0, part.Length);
        }

        filter.Flush();
        Assert.Equal(bytes, _others);
    }

    private static byte[] Packet(string signature, uint command, uint flags, int size)
    {
        byte[] packet = new byte[32 + size];
        Encoding.ASCII.GetBytes(signature, packet);
        BinaryPrimitives.WriteUInt32LittleEndian(packet.AsSpan(16), command);
        BinaryPrimitives.WriteUInt32LittleEndian(packet.AsSpan(24), flags);
        BinaryPrimitives.WriteInt32LittleEndian(packet.AsSpan(28), size);
        packet.AsSpan(32).Fill((byte)'N');
        return packet;
    }

    private DebuggerPacketFilter Filter() =>
        new((buffer, offset, count) => _others.AddRange(buffer.AsSpan(offset, count)), _packets.Add);
}
