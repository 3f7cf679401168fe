using System;
using ScEdge.Protocol.Framing;

namespace ScEdge.Protocol.Tests.Framing;

public sealed class CobsTests
{
    [Theory]
    [Trait("Kind", "Golden")]
    [InlineData("00", "0101")]
    [InlineData("0000", "010101")]
    [InlineData("11220033", "0311220233")]
    [InlineData("11223344", "0511223344")]
    [InlineData("11000000", "0211010101")]
    public void Encode_ExamplesOfThePaper_GivesTheirBytes(string plain, string code)
    {
        Assert.Equal(code, Convert.ToHexString(Encoded(Convert.FromHexString(plain))));
    }

    [Fact]
    [Trait("Kind", "Property")]
    public void Decode_EncodedBytesOfEveryLength_GivesThemBack()
    {
        Random random = new(1);
        for (int length = 1; length <= 800; length++)
        {
            foreach (int zerosIn in new[] { int.MaxValue, 300, 20, 2, 1 })
            {
                byte[] plain = new byte[length];
                for (int i = 0; i < length; i++)
                {
                    plain[i] = random.Next(zerosIn) == 0 ? (byte)0 : (byte)random.Next(1, 256);
                }

                byte[] code = Encoded(plain);
                Assert.Equal(-1, Array.IndexOf(code, (byte)0));
                Assert.InRange(code.Length, length + 1, Cobs.MaximumLength(length));
                int end = Cobs.Decode(code, code.Length);
                Assert.True(code.AsSpan(1, end - 1).SequenceEqual(plain));
            }
        }
    }

    [Fact]
    [Trait("Kind", "Property")]
    public void Decode_ArbitraryBytes_StaysWithinThem()
    {
        Random random = new(2);
        for (int i = 0; i < 20000; i++)
        {
            byte[] code = new byte[random.Next(0, 600)];
            random.NextBytes(code);
            code.AsSpan().Replace((byte)0, (byte)1);
            Assert.InRange(Cobs.Decode(code, code.Length), 0, code.Length);
        }
    }

    private static byte[] Encoded(byte[] plain)
    {
        byte[] target = new byte[Cobs.MaximumLength(plain.Length)];
        return target[..Cobs.Encode(plain, plain.Length, target, 0)];
    }
}
