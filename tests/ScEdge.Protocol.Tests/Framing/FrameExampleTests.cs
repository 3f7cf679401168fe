using System;
using System.Linq;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Sessions;

namespace ScEdge.Protocol.Tests.Framing;

/// <summary>The worked example of hw-docs/protocol.md.</summary>
[Trait("Kind", "Golden")]
public sealed class FrameExampleTests
{
    [Fact]
    public void Encode_ExampleOfTheDocument_GivesItsBytes()
    {
        byte[] body = new byte[FrameFormat.BodyLength(4)];
        "Hi\0!"u8.CopyTo(body.AsSpan(FrameFormat.HeaderLength));
        FrameFormat.Seal(body, 1, 4, 0x3412, 5);
        Assert.Equal("0101040012340500486900213D43A54F", Convert.ToHexString(body));
        Assert.Equal("00040101040412340503486906213D43A54F00", Wire(body, 4));
    }

    [Fact]
    public void Encode_OpenOfTheDocument_GivesItsBytes()
    {
        OpenMessage open = new() { Epoch = 0x11223344, MaximumPayload = 1024, Window = 8, LineBufferBytes = 4096 };
        byte[] body = new byte[FrameFormat.BodyLength(OpenMessage.Length)];
        open.Write(body, FrameFormat.HeaderLength, ControlType.Open);
        FrameFormat.Seal(body, 0, OpenMessage.Length, 0, 0);
        Assert.Equal(
            "000201021201010101020101060444332211010101020801021001056FFE2E0200", Wire(body, OpenMessage.Length));
    }

    [Fact]
    public void Encode_AcknowledgementOfTheDocument_GivesItsBytes()
    {
        // Type 3, no flags, next 6, room up to 14, bit 1: number 8.
        byte[] body = new byte[FrameFormat.BodyLength(10)];
        Convert.FromHexString("030006000E0002000000").CopyTo(body, FrameFormat.HeaderLength);
        FrameFormat.Seal(body, 0, 10, 0x3412, 0);
        Assert.Equal("000201020A0312340102030206020E020201010587A7BD8100", Wire(body, 10));
    }

    [Fact]
    public void Of_CheckString_IsThePublishedValue()
    {
        byte[] digits = "123456789"u8.ToArray();
        Assert.Equal(0xCBF43926u, Crc32.Of(digits, 0, 9));
        Assert.Equal(0xCBF43926u, Crc32.Continue(Crc32.Of(digits, 0, 4), digits, 4, 5));
    }

    private static string Wire(byte[] body, int payload)
    {
        byte[] wire = new byte[FrameFormat.WireLength(payload)];
        int length = FrameFormat.Encode(body, payload, wire);
        return Convert.ToHexString(wire.Take(length).ToArray());
    }
}
