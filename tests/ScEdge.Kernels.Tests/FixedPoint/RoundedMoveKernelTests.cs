using System;
using System.Numerics;
using ScEdge.Kernels.FixedPoint;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Kernels.Tests.FixedPoint;

public sealed class RoundedMoveKernelTests
{
    private const uint Counter = 40;

    [Theory]
    [Trait("Kind", "Property")]
    [InlineData(58982, 1, 0)]
    [InlineData(65536, -49151, -25)]
    [InlineData(65521, -3, -9)]
    [InlineData(0, 1, 3)]
    public void Add_AnyLength_IsTheFloorOfTheExactSum(int keep, int gain, int gainExponent)
    {
        // At most 15 bits before and 32 after the point: the sums are exact in a double.
        RoundedMove move = new(keep / 65536.0, Math.ScaleB(gain, gainExponent), -9000, 12000, CounterGenerator.Key(3, 4, 5));
        for (int length = 0; length <= 257; length++)
        {
            short[] registers = RoundedMoveTrace.Integers(length + 1, 1);
            short[] before = [.. registers];
            short[] quantities = RoundedMoveTrace.Integers(length, 2);
            int saturations = 0;
            uint largest = RoundedMoveKernel.Add(registers.AsSpan(0, length), quantities, move, Counter, ref saturations);
            int expectedLargest = 0;
            int expectedSaturations = 0;
            for (int i = 0; i < length; i++)
            {
                int expected =
                    Floor((((BigInteger)keep * before[i]) << 16) + Scaled((BigInteger)gain * quantities[i], 32 + gainExponent) + Word(move.Key, i));
                expectedSaturations += Math.Abs(expected) > 12000 ? 1 : 0;
                expected = Math.Clamp(expected, -9000, 12000);
                Assert.Equal(expected, registers[i]);
                expectedLargest = Math.Max(expectedLargest, Math.Abs(expected));
            }

            Assert.Equal((uint)expectedLargest, largest);
            Assert.Equal(expectedSaturations, saturations);
            Assert.Equal(before[length], registers[length]);
        }
    }

    [Fact]
    [Trait("Kind", "Property")]
    public void AddMagnitudes_AnyLength_IsAddOfTheMagnitudes()
    {
        RoundedMove move = new(0.9921875, 0.0078125, 1, 32767, 77);
        for (int length = 0; length <= 257; length++)
        {
            short[] expected = RoundedMoveTrace.Integers(length, 1);
            short[] actual = [.. expected];
            short[] quantities = RoundedMoveTrace.Integers(length, 2);
            int saturations = 0;
            int sameSaturations = 0;
            uint largest = RoundedMoveKernel.Add(expected, Array.ConvertAll(quantities, Math.Abs), move, Counter, ref saturations);
            Assert.Equal(largest, RoundedMoveKernel.AddMagnitudes(actual, quantities, move, Counter, ref sameSaturations));
            Assert.Equal(saturations, sameSaturations);
            Assert.Equal(expected, actual);
            Assert.All(actual, value => Assert.InRange(value, 1, 32767));
        }
    }

    [Fact]
    [Trait("Kind", "Property")]
    public void AddQuotients_AnyLength_GivesTheIntegersOfTheFormula()
    {
        RoundedMove move = new(0.999, -64.0, -32767, 32767, 78);
        for (int length = 0; length <= 257; length++)
        {
            short[] registers = RoundedMoveTrace.Integers(length, 1);
            short[] before = [.. registers];
            short[] dividends = RoundedMoveTrace.Integers(length, 2);
            short[] divisors = Array.ConvertAll(RoundedMoveTrace.Integers(length, 3), value => (short)(1 + Math.Abs(value / 2)));
            int saturations = 0;
            RoundedMoveKernel.AddQuotients(registers, dividends, divisors, move, Counter, ref saturations);
            for (int i = 0; i < length; i++)
            {
                double quotient = Math.Clamp((double)dividends[i] / divisors[i], -1.0, 1.0);
                double sum = (before[i] * 0.999) + (quotient * -64.0) + (Word(move.Key, i) / 4294967296.0);
                Assert.Equal(Math.Clamp(Math.Floor(sum), -32767, 32767), registers[i]);
            }
        }
    }

    [Fact]
    [Trait("Kind", "Statistical")]
    public void Add_ManyWords_HasTheExactValueAsItsMean()
    {
        // Rounding up with probability f has the variance f (1 - f): five deviations over the registers.
        const int count = 1 << 16;
        const double exact = 100 + (0.3 * 7);
        short[] registers = new short[count];
        short[] quantities = new short[count];
        Array.Fill(registers, (short)100);
        Array.Fill(quantities, (short)7);
        int saturations = 0;
        RoundedMoveKernel.Add(registers, quantities, new RoundedMove(1.0, 0.3, -32767, 32767, CounterGenerator.Key(1, 2, 3)), 0, ref saturations);
        Assert.Equal(0, saturations);
        double mean = 0;
        foreach (short register in registers)
        {
            Assert.InRange(register, 102, 103);
            mean += (double)register / count;
        }

        double bound = 5 * Math.Sqrt(0.1 * 0.9 / count);
        Assert.InRange(mean, exact - bound, exact + bound);
    }

    private static uint Word(ulong key, int index) => CounterGenerator.Word((uint)key, (uint)(key >> 32), Counter + (uint)index);

    /// <summary>value x 2^exponent, which must be whole.</summary>
    private static BigInteger Scaled(BigInteger value, int exponent) => value << exponent;

    private static int Floor(BigInteger units) => (int)(units >> 32);
}
