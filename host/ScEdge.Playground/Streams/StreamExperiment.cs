using System;
using System.Collections.Generic;
using ScEdge.Stochastic.Metrics;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Playground.Streams;

/// <summary>Streams through a circuit, and what can be said of the result.</summary>
public sealed class StreamExperiment
{
    private const int Repetitions = 24;
    private const int MostBitsOfRepetitions = 4096;

    /// <summary>Runs the experiment.</summary>
    /// <param name="settings">What is asked for.</param>
    public StreamExperiment(StreamSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Settings = settings;
        Definition = GateDefinition.Of(settings.Gate);
        Streams = StreamTriple.Of(settings);
        Result = Definition.Run(Streams);
    }

    /// <summary>Gets what was asked for.</summary>
    public StreamSettings Settings { get; }

    /// <summary>Gets the circuit.</summary>
    public GateDefinition Definition { get; }

    /// <summary>Gets the streams that went in.</summary>
    public StreamTriple Streams { get; }

    /// <summary>Gets the stream that came out.</summary>
    public Bitstream Result { get; }

    /// <summary>Gets p.</summary>
    public double P => Settings.P / (double)StreamSettings.One;

    /// <summary>Gets q.</summary>
    public double Q => Settings.EffectiveQ / (double)StreamSettings.One;

    /// <summary>Gets what the circuit is meant to compute.</summary>
    public double Meant => Definition.Meant(P, Q);

    /// <summary>Gets the mean of what it makes of streams of the wanted correlation.</summary>
    public double Expected => Definition.Expected(P, Q, Both);

    /// <summary>Gets what came out.</summary>
    public double Obtained => GateDefinition.Value(Result, Result.Length);

    /// <summary>Gets the stochastic cross correlation of the two streams as they are.</summary>
    public double Correlation => StochasticCrossCorrelation.Of(Streams.A, Streams.B);

    /// <summary>Gets the standard deviation of an estimate from one bit, for independent bits; sqrt(m (1 - m)) times the scale.</summary>
    public double DeviationOfABit
    {
        get
        {
            double share = Math.Clamp((Expected - Definition.Lowest) / Definition.Scale, 0, 1);
            return Definition.Scale * Math.Sqrt(share * (1 - share));
        }
    }

    /// <summary>Returns the estimate after more and more cycles.</summary>
    public IReadOnlyList<(int Cycles, double Value)> RunningEstimate()
    {
        List<(int Cycles, double Value)> points = [];
        double next = 1;
        for (int cycles = 1; cycles <= Result.Length; cycles++)
        {
            if (cycles >= next || cycles == Result.Length)
            {
                points.Add((cycles, GateDefinition.Value(Result, cycles)));
                next = Math.Max(cycles + 1, cycles * 1.06);
            }
        }

        return points;
    }

    /// <summary>Returns the root mean square error, to what is expected, of estimates from 1, 2, 4, ... cycles over other seeds.</summary>
    /// <remarks>Sources without a seed give the same stream every time; theirs is the error of that one.</remarks>
    public IReadOnlyList<(int Cycles, double Error)> ErrorsOverSeeds()
    {
        StreamSettings settings = Settings with { Length = Math.Min(Settings.Length, MostBitsOfRepetitions) };
        int count = ProgressivePrecision.PrefixCount(settings.Length);
        double[] squares = new double[count];
        for (int i = 0; i < Repetitions; i++)
        {
            StreamSettings repeated = settings with { Seed = settings.Seed + (ulong)i };
            Bitstream result = Definition.Run(StreamTriple.Of(repeated));
            for (int k = 0; k < count; k++)
            {
                double error = GateDefinition.Value(result, 1 << k) - Expected;
                squares[k] += error * error;
            }
        }

        (int, double)[] errors = new (int, double)[count];
        for (int k = 0; k < count; k++)
        {
            errors[k] = (1 << k, Math.Sqrt(squares[k] / Repetitions));
        }

        return errors;
    }

    /// <summary>Share of the cycles in which both streams are one, in the mean.</summary>
    private double Both
    {
        get
        {
            double c = Settings.Source == BitSource.FormatOne ? 0 : Settings.Correlation;
            double shared = c >= 0 ? Math.Min(P, Q) : Math.Max(P + Q - 1, 0);
            return ((1 - Math.Abs(c)) * P * Q) + (Math.Abs(c) * shared);
        }
    }
}
