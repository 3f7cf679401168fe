using System;
using System.Linq;
using ScEdge.Stochastic.Sources;
using ScEdge.Stochastic.Streams;
using ScEdge.Stochastic.Tests.Streams;

namespace ScEdge.Stochastic.Tests.Sources;

public sealed class StochasticNumberGeneratorTests
{
    public static TheoryData<string> SourceNames => ["counter", "lfsr", "sobol", "corput", "ramp", "trace", "inverted", "shifted"];

    [Theory]
    [Trait("Kind", "Property")]
    [MemberData(nameof(SourceNames))]
    public void Generate_ProbabilityZeroAndOne_AreExactFromEverySource(string name)
    {
        foreach (int width in (int[])[3, 4, 8, 11, 16, 31, 32])
        {
            var generator = new StochasticNumberGenerator(Make(name, width));
            for (int length = 1; length <= 100; length++)
            {
                Bitstream ones = generator.GenerateUnipolar(1L << width, length);
                Assert.Equal(length, ones.CountOnes());
                Assert.True(BitPattern.TailIsClear(ones));
                Assert.Equal(0, generator.GenerateUnipolar(0, length).CountOnes());
                Assert.Equal(1.0, generator.GenerateBipolar(1L << (width - 1), length).Value);
                Assert.Equal(-1.0, generator.GenerateBipolar(-(1L << (width - 1)), length).Value);
                Assert.Equal(-1.0, generator.GenerateSignMagnitude(-(1L << width), length).Value);
            }
        }
    }

    /// <summary>The bit of a cycle is R below P, whatever the encoding, and the tail stays clear.</summary>
    [Theory]
    [Trait("Kind", "Property")]
    [MemberData(nameof(SourceNames))]
    public void Generate_EveryLength_ComparesOneNumberPerCycle(string name)
    {
        const int Width = 6;
        INumberSource reference = Make(name, Width);
        var generator = new StochasticNumberGenerator(Make(name, Width));
        for (int length = 1; length <= 100; length++)
        {
            long numerator = length % 65;
            Bitstream stream = generator.GenerateUnipolar(numerator, length);
            string expected = string.Concat(Enumerable.Range(0, length).Select(_ => reference.Next() < numerator ? '1' : '0'));
            Assert.Equal(expected, BitPattern.Text(stream));
            Assert.True(BitPattern.TailIsClear(stream));
        }

        generator.Reset();
        reference.Reset();
        Assert.Equal(reference.Next() < 32, generator.GenerateUnipolar(32, 1)[0]);
    }

    [Theory]
    [Trait("Kind", "Property")]
    [InlineData("sobol")]
    [InlineData("corput")]
    [InlineData("ramp")]
    public void Generate_PermutationOfAllNumbers_CountsExactly(string name)
    {
        var generator = new StochasticNumberGenerator(Make(name, 8));
        for (int numerator = 0; numerator <= 256; numerator++)
        {
            generator.Reset();
            Assert.Equal(numerator, generator.GenerateUnipolar(numerator, 256).CountOnes());
        }
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Generate_Encodings_MapTheNumeratorAsDocumented()
    {
        var generator = new StochasticNumberGenerator(new RampSource(4));
        for (int x = -8; x <= 8; x++)
        {
            Bitstream stream = generator.GenerateBipolar(x, 16);
            Assert.Equal(StreamEncoding.Bipolar, stream.Encoding);
            Assert.Equal(x / 8.0, stream.Value);
        }

        for (int x = -16; x <= 16; x++)
        {
            Bitstream stream = generator.GenerateSignMagnitude(x, 16);
            Assert.Equal(x < 0, stream.IsNegative);
            Assert.Equal(x / 16.0, stream.Value);
        }
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Generate_ComparatorNarrowerThanSource_ReadsTheTopBits()
    {
        var generator = new StochasticNumberGenerator(new RampSource(6), 4);
        Bitstream stream = generator.GenerateUnipolar(5, 64);
        Assert.Equal(4, generator.ComparatorWidth);
        Assert.Equal(new string('1', 20) + new string('0', 44), BitPattern.Text(stream));
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void BadArguments_EveryEntry_Throw()
    {
        var generator = new StochasticNumberGenerator(new RampSource(4));
        Assert.Throws<ArgumentException>(() => new StochasticNumberGenerator(new RampSource(4), 5));
        Assert.Throws<ArgumentException>(() => new StochasticNumberGenerator(new RampSource(4), 0));
        Assert.Throws<ArgumentException>(() => generator.GenerateUnipolar(-1, 8));
        Assert.Throws<ArgumentException>(() => generator.GenerateUnipolar(17, 8));
        Assert.Throws<ArgumentException>(() => generator.GenerateBipolar(9, 8));
        Assert.Throws<ArgumentException>(() => generator.GenerateSignMagnitude(-17, 8));
        Assert.Throws<ArgumentException>(() => generator.GenerateUnipolar(1, 0));
    }

    /// <summary>Independent bits: the count is binomial, 5 sigma for each of 17 probabilities.</summary>
    [Fact]
    [Trait("Kind", "Statistical")]
    public void Generate_CounterSource_IsBinomial()
    {
        const int Length = 1 << 17;
        for (int sixteenth = 0; sixteenth <= 16; sixteenth++)
        {
            var generator = new StochasticNumberGenerator(new CounterSource(21, (uint)sixteenth, 0, 16));
            double p = sixteenth / 16.0;
            double error = generator.GenerateUnipolar(sixteenth << 12, Length).CountOnes() - (p * Length);
            double bound = 5 * Math.Sqrt(Length * p * (1 - p));
            Assert.InRange(error, -bound, bound);
        }
    }

    private static INumberSource Make(string name, int width) => name switch
    {
        "counter" => new CounterSource(1, 2, 3, width),
        "lfsr" => new LfsrSource(width, 5),
        "sobol" => new SobolSource(3, width),
        "corput" => new VanDerCorputSource(width),
        "ramp" => new RampSource(width),
        "trace" => new TraceSource([.. Enumerable.Range(0, 97).Select(i => (uint)(i * 2654435761L) >> (32 - width))], width, TraceEnd.Wrap),
        "inverted" => new InvertedSource(new CounterSource(1, 2, 3, width)),
        _ => new PhaseShiftedSource(new LfsrSource(width, 5), 2),
    };
}
