using System;
using System.Numerics;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Sources;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Playground.Streams;

/// <summary>Streams from number sources and comparators.</summary>
internal static class ComparatorStreams
{
    private const int FullWidth = BernoulliWord.CounterStride;

    /// <summary>Makes the streams of some settings.</summary>
    public static StreamTriple Of(StreamSettings settings)
    {
        INumberSource b = SourceB(settings);
        if (settings.Correlation != 0)
        {
            INumberSource twin = settings.Correlation > 0 ? SourceA(settings) : new InvertedSource(SourceA(settings));
            b = new CorrelatedSource(
                b, twin, new CounterSource(settings.Seed, StreamTriple.StreamChoice, 0, FullWidth), Share(settings.Correlation));
        }

        INumberSource select = settings.Source == BitSource.Sobol
            ? new SobolSource(3, FullWidth)
            : new CounterSource(settings.Seed, StreamTriple.StreamSelect, 0, FullWidth);
        return new StreamTriple(
            Stream(SourceA(settings), settings.P, settings.Length),
            Stream(b, settings.Q, settings.Length),
            Stream(select, StreamSettings.One / 2, settings.Length),
            new OperationCounts());
    }

    /// <summary>Returns the share of cycles in which two streams have their number in common; units of 2^-16.</summary>
    public static uint Share(double correlation) => (uint)Math.Round(Math.Abs(correlation) * StreamSettings.One);

    private static Bitstream Stream(INumberSource source, int probability, int length)
    {
        int width = Math.Min(FullWidth, source.Width);
        long numerator = (long)Math.Round(probability * Math.Pow(2, width - FullWidth));
        return new StochasticNumberGenerator(source, width).GenerateUnipolar(numerator, length);
    }

    private static INumberSource SourceA(StreamSettings settings) => settings.Source switch
    {
        BitSource.Lfsr => new LfsrSource(FullWidth, 1 + (uint)(settings.Seed % 65535)),
        BitSource.Sobol => new SobolSource(1, FullWidth),
        BitSource.Ramp => new RampSource(RampWidth(settings)),
        _ => new CounterSource(settings.Seed, StreamTriple.StreamA, 0, FullWidth),
    };

    private static INumberSource SourceB(StreamSettings settings) => settings.Source switch
    {
        BitSource.Lfsr => new LfsrSource(FullWidth + 1, 1 + (uint)(settings.Seed % 131071)),
        BitSource.Sobol => new SobolSource(2, FullWidth),
        BitSource.Ramp => new VanDerCorputSource(RampWidth(settings)),
        _ => new CounterSource(settings.Seed, StreamTriple.StreamB, 0, FullWidth),
    };

    /// <summary>A ramp goes round once in a stream.</summary>
    private static int RampWidth(StreamSettings settings) => BitOperations.Log2((uint)settings.Length);
}
