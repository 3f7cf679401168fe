using System;
using System.Linq;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Stochastic.Tests.Streams;

[Trait("Kind", "Unit")]
public sealed class BitstreamTests
{
    [Fact]
    public void Constants_EveryLength_AreExactWithClearTail()
    {
        for (int length = 1; length <= 100; length++)
        {
            Bitstream ones = Bitstream.Ones(length, StreamEncoding.Unipolar);
            Bitstream zeros = Bitstream.Zeros(length, StreamEncoding.Unipolar);
            Assert.Equal(length, ones.CountOnes());
            Assert.Equal(0, zeros.CountOnes());
            Assert.Equal(1.0, ones.Value);
            Assert.Equal(0.0, zeros.Value);
            Assert.Equal(1.0, Bitstream.Ones(length, StreamEncoding.Bipolar).Value);
            Assert.Equal(-1.0, Bitstream.Zeros(length, StreamEncoding.Bipolar).Value);
            Assert.True(BitPattern.TailIsClear(ones));
            Assert.Equal((length + 31) / 32, ones.Words.Length);
        }
    }

    [Fact]
    public void ToString_Bits_StandInTheOrderOfTheCycles() =>
        Assert.Equal("01100000000000000000000000000000101", Bitstream.FromWords([6u, 5u], 35, StreamEncoding.Unipolar, 0, false).ToString());

    [Fact]
    public void Indexer_Cycle_IsBitOfWordLeastSignificantFirst()
    {
        var stream = new Bitstream(70, StreamEncoding.Unipolar);
        stream[0] = true;
        stream[33] = true;
        stream[69] = true;
        Assert.Equal([0x00000001u, 0x00000002u, 0x00000020u], stream.Words);
        stream[33] = false;
        Assert.Equal([0x00000001u, 0x00000000u, 0x00000020u], stream.Words);
        Assert.True(stream[69]);
        Assert.False(stream[68]);
    }

    [Fact]
    public void FromWords_BitsPastTheLength_AreDroppedFromACopy()
    {
        for (int length = 1; length <= 100; length++)
        {
            uint[] words = [~0u, ~0u, ~0u, ~0u];
            Bitstream stream = Bitstream.FromWords(words, length, StreamEncoding.SignMagnitude, 3, true);
            Assert.True(BitPattern.TailIsClear(stream));
            Assert.Equal(length, stream.CountOnes());
            Assert.Equal(-8.0, stream.Value);
            stream[0] = false;
            Assert.Equal(~0u, words[0]);
        }
    }

    [Fact]
    public void Copy_Changed_LeavesTheOriginal()
    {
        Bitstream stream = BitPattern.Parse("1101", StreamEncoding.SignMagnitude, -2, true);
        Bitstream copy = stream.Copy();
        copy[0] = false;
        Assert.Equal("1101", BitPattern.Text(stream));
        Assert.Equal("0101", BitPattern.Text(copy));
        Assert.Equal((StreamEncoding.SignMagnitude, -2, true, 4), (copy.Encoding, copy.ScaleExponent, copy.IsNegative, copy.Length));
    }

    [Theory]
    [InlineData("1101", StreamEncoding.Unipolar, 0, false, 3, 0.75)]
    [InlineData("1101", StreamEncoding.Bipolar, 0, false, 2, 0.5)]
    [InlineData("0001", StreamEncoding.Bipolar, 2, false, -2, -2.0)]
    [InlineData("1101", StreamEncoding.SignMagnitude, -1, true, -3, -0.375)]
    public void Value_Stream_IsRatioTimesScale(
        string bits, StreamEncoding encoding, int scaleExponent, bool isNegative, long numerator, double value)
    {
        Bitstream stream = BitPattern.Parse(bits, encoding, scaleExponent, isNegative);
        Assert.Equal(numerator, stream.Numerator);
        Assert.Equal(4, stream.Denominator);
        Assert.Equal(value, stream.Value);
    }

    [Fact]
    public void CountOnes_EveryPrefix_CountsItsBits()
    {
        const string Bits = "110100011111010101010001000101110101010101000000111111101011101010010101";
        Bitstream stream = BitPattern.Parse(Bits);
        for (int cycles = 0; cycles <= Bits.Length; cycles++)
        {
            Assert.Equal(Bits[..cycles].Count(bit => bit == '1'), stream.CountOnes(cycles));
        }
    }

    [Fact]
    public void BadArguments_EveryEntry_Throw()
    {
        var stream = new Bitstream(40, StreamEncoding.Unipolar);
        Assert.Throws<ArgumentException>(() => new Bitstream(0, StreamEncoding.Unipolar));
        Assert.Throws<ArgumentException>(() => new Bitstream(8, StreamEncoding.Bipolar, 0, true));
        Assert.Throws<ArgumentException>(() => new Bitstream(8, StreamEncoding.Bipolar, 65, false));
        Assert.Throws<ArgumentException>(() => stream[40]);
        Assert.Throws<ArgumentException>(() => stream[-1] = true);
        Assert.Throws<ArgumentException>(() => stream.CountOnes(41));
        Assert.Throws<ArgumentException>(() => Bitstream.FromWords([0u], 33, StreamEncoding.Unipolar, 0, false));
    }

    [Fact]
    public void WordsFor_LongestStream_DoesNotOverflow()
    {
        Assert.Equal(1 << 26, Bitstream.WordsFor(int.MaxValue));
        Assert.Equal(0x7FFFFFFFu, Bitstream.TailMask(int.MaxValue));
        Assert.Equal(0xFFFFFFFFu, Bitstream.TailMask(32));
    }
}
