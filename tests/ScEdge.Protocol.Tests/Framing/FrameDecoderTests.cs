using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ScEdge.Protocol.Framing;

namespace ScEdge.Protocol.Tests.Framing;

public sealed class FrameDecoderTests
{
    private static readonly byte[] Small = DecoderTrace.Frame(1, 2, 3, [9, 0, 8]);
    private static readonly byte[] Large = DecoderTrace.Frame(2, 0xFFFF, 0x8000, Enumerable.Range(0, 300).Select(i => (byte)(i * 7)).ToArray());

    /// <summary>Bytes of a line, and what is to be found in them.</summary>
    private static readonly Dictionary<string, (byte[] Bytes, string[] Expected)> Vectors = MakeVectors();

    public static TheoryData<string> Names => [.. Vectors.Keys];

    [Theory]
    [Trait("Kind", "Unit")]
    [MemberData(nameof(Names))]
    public void Push_VectorWholeByteByByteAndSplitEverywhere_FindsTheSame(string name)
    {
        (byte[] bytes, string[] expected) = Vectors[name];
        Assert.Equal(expected, DecoderTrace.Of(bytes));
        Assert.Equal(expected, DecoderTrace.Of(bytes, Enumerable.Range(1, bytes.Length - 1).ToArray()));
        for (int cut = 1; cut < bytes.Length; cut++)
        {
            Assert.Equal(expected, DecoderTrace.Of(bytes, cut));
        }
    }

    [Fact]
    [Trait("Kind", "Property")]
    public void Push_ArbitraryBytes_NeverThrowsAndFindsTheNextFrame()
    {
        Random random = new(3);
        FrameDecoder decoder = new(DecoderTrace.MaximumPayload);
        List<string> events = [];
        for (int i = 0; i < 20000; i++)
        {
            byte[] garbage = new byte[random.Next(0, 700)];
            random.NextBytes(garbage);
            if ((i & 1) != 0)
            {
                // Few zeros and a version in its place: garbage that looks like frames.
                garbage = garbage.Where(value => value != 0).ToArray();
                if (garbage.Length > 1)
                {
                    garbage[1] = FrameFormat.Version;
                }
            }

            DecoderTrace.Push(decoder, garbage, events);
            events.Clear();
            DecoderTrace.Push(decoder, Small, events);
            Assert.Equal("frame 1 2 3 090008", events[^1]);
        }
    }

    [Fact]
    [Trait("Kind", "Property")]
    public void Push_EveryFlippedBit_YieldsNoFrame()
    {
        // The bits of the leading zero stand before the frame and may be anything.
        for (int bit = 8; bit < (Small.Length - 1) * 8; bit++)
        {
            byte[] flipped = Small.ToArray();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.DoesNotContain(DecoderTrace.Of(flipped), found => found.StartsWith("frame", StringComparison.Ordinal));
        }
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Push_HostileLengths_AllocatesNothing()
    {
        FrameDecoder decoder = new(DecoderTrace.MaximumPayload);
        byte[] hostile = [.. Resealed(lengthField: 0xFFFF), .. Large, .. new byte[5000].Select(_ => (byte)1), .. "text\n"u8];
        Drain(decoder, hostile);

        Assert.Equal(0, AllocatedBytes.Of(() => Drain(decoder, hostile)));
    }

    private static void Drain(FrameDecoder decoder, byte[] bytes)
    {
        for (int offset = 0; offset < bytes.Length;)
        {
            offset += decoder.Push(bytes, offset, bytes.Length - offset);
        }
    }

    /// <summary>A frame with a wrong field and a right check.</summary>
    private static byte[] Resealed(int lengthField = 3, byte version = FrameFormat.Version)
    {
        byte[] body = new byte[FrameFormat.BodyLength(3)];
        FrameFormat.Seal(body, 1, 3, 2, 3);
        body[0] = version;
        LittleEndian.WriteUInt16(body, FrameFormat.LengthOffset, lengthField);
        LittleEndian.WriteUInt32(body, FrameFormat.HeaderLength + 3, Crc32.Of(body, 0, FrameFormat.HeaderLength + 3));
        byte[] wire = new byte[FrameFormat.WireLength(3)];
        return wire[..FrameFormat.Encode(body, 3, wire)];
    }

    private static Dictionary<string, (byte[] Bytes, string[] Expected)> MakeVectors()
    {
        string small = "frame 1 2 3 090008";
        string large = "frame 2 65535 32768 " + Convert.ToHexString(Enumerable.Range(0, 300).Select(i => (byte)(i * 7)).ToArray());
        byte[] flipped = Small.ToArray();
        flipped[6] ^= 4;
        return new()
        {
            ["empty payload"] = (DecoderTrace.Frame(0, 0, 0, []), ["frame 0 0 0 "]),
            ["two frames"] = ([.. Small, .. Large], [small, large]),
            ["shared zero"] = ([.. Small, .. Large[1..]], [small, large]),
            ["without leading zero"] = (Small[1..], [small]),
            ["text before, between, after"] = (
                [.. "boot\r\n"u8, .. Small, .. "ready\n"u8, .. Small, .. "> "u8],
                ["text boot\r\n", small, "text ready\n", small, "text > "]),
            ["text cut off by a frame"] = ([.. "half a li"u8, .. Small], ["text half a li", small]),
            ["one letter"] = ([.. "x"u8, .. Small], ["text x", small]),
            ["flipped bit"] = ([.. flipped, .. Small], ["damaged", small]),
            ["cut short"] = ([.. Small[..^4], .. Small], ["damaged", small]),
            ["too long"] = ([.. DecoderTrace.Frame(1, 1, 1, new byte[400].Select(_ => (byte)65).ToArray()), .. Small], ["damaged", small]),
            ["length that lies"] = ([.. Resealed(lengthField: 0xFFFF), .. Small], ["damaged", small]),
            ["unknown version"] = ([.. Resealed(version: 2), .. Small], ["damaged", small]),
            ["noise"] = ([0xFF, 0xFE, 0x02, 0x0A, .. "ok\n"u8, .. Small], ["noise 4", "text ok\n", small]),
            ["long text"] = (Encoding.ASCII.GetBytes(new string('a', 130) + "\n"), ["text " + new string('a', 128), "text aa\n"]),
            ["zeros"] = (new byte[50], []),
        };
    }
}
