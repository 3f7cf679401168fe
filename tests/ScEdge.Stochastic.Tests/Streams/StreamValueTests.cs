using System;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Stochastic.Tests.Streams;

[Trait("Kind", "Unit")]
public sealed class StreamValueTests
{
    [Theory]
    [InlineData(StreamEncoding.Unipolar, false, 3, 8, 3)]
    [InlineData(StreamEncoding.Bipolar, false, 3, 8, -2)]
    [InlineData(StreamEncoding.Bipolar, false, 8, 8, 8)]
    [InlineData(StreamEncoding.Bipolar, false, 0, 8, -8)]
    [InlineData(StreamEncoding.SignMagnitude, false, 3, 8, 3)]
    [InlineData(StreamEncoding.SignMagnitude, true, 3, 8, -3)]
    [InlineData(StreamEncoding.Bipolar, false, 4_000_000_000L, 5_000_000_000L, 3_000_000_000L)]
    public void Numerator_Encoding_IsItsFormula(StreamEncoding encoding, bool isNegative, long ones, long cycles, long expected)
    {
        Assert.Equal(expected, StreamValue.Numerator(encoding, isNegative, ones, cycles));
    }

    [Fact]
    public void PowerOfTwo_EveryExponent_IsExact()
    {
        for (int exponent = -64; exponent <= 64; exponent++)
        {
            Assert.Equal(Math.ScaleB(1.0, exponent), StreamValue.PowerOfTwo(exponent));
        }
    }

    [Theory]
    [InlineData(-65)]
    [InlineData(65)]
    public void PowerOfTwo_OutOfRange_Throws(int exponent)
    {
        Assert.Throws<ArgumentException>(() => StreamValue.PowerOfTwo(exponent));
    }
}
