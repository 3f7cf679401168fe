using System;
using System.Linq;
using ScEdge.Kernels.Passes;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Kernels.Tests.Passes;

/// <summary>
/// A product layer with random numbers in it, for the shared code and for the kernels.
/// </summary>
internal sealed class PassScene
{
    private readonly Random _random;
    private readonly PassEncoding _encoding;

    public PassScene(
        WindowShape shape, int length, int seed, bool signed = true, double zeros = 0.4, PassEncoding encoding = PassEncoding.SignMagnitude)
    {
        Shape = shape;
        _encoding = encoding;
        Length = length;
        _random = new Random(seed);
        Inputs = Numbers(shape.InputCount, signed, zeros);
        Errors = Numbers(shape.OutputCount, signed: true, 0.7);
        Weights = [.. Numbers(shape.Outputs * shape.Taps, signed: true, 0.05).Select(static value => (short)value)];
        InputStreams = Streams(Inputs);
        ErrorStreams = Streams(Errors);
        WeightStreams = Streams([.. Weights.Select(static value => (int)value)]);
    }

    public WindowShape Shape { get; }

    public int Length { get; }

    public int[] Inputs { get; }

    public int[] Errors { get; }

    public short[] Weights { get; }

    public NumberStreams InputStreams { get; }

    public NumberStreams ErrorStreams { get; }

    public NumberStreams WeightStreams { get; }

    /// <summary>Shapes that reach every path: channels beyond a group, windows beyond a vector, padding, a dense layer, one padded window.</summary>
    public static TheoryData<int, int> ShapesAndLengths
    {
        get
        {
            TheoryData<int, int> data = [];
            for (int shape = 0; shape < 7; shape++)
            {
                foreach (int length in new[] { 8, 16, 32, 64, 128, 256, 512 })
                {
                    data.Add(shape, length);
                }
            }

            return data;
        }
    }

    public static WindowShape ShapeOf(int index) => index switch
    {
        0 => new WindowShape(1, 8, 7, 6, 5, 5, 2),
        1 => new WindowShape(3, 6, 6, 18, 3, 3, 0),
        2 => new WindowShape(17, 4, 5, 5, 3, 3, 1),
        3 => new WindowShape(70, 1, 1, 33, 1, 1, 0),
        4 => new WindowShape(2, 12, 12, 4, 9, 9, 1),
        5 => new WindowShape(600, 1, 1, 3, 1, 1, 0),
        6 => new WindowShape(5, 2, 2, 3, 4, 4, 1),
        _ => new WindowShape(2, 3, 4, 3, 2, 3, 3),
    };

    public static WordBuffer Copy(uint[] words)
    {
        WordBuffer buffer = new(words.Length);
        words.CopyTo(buffer.Span);
        return buffer;
    }

    public WeightStreams Kernel(bool forward)
    {
        WeightStreams streams = new(Shape, Length, forward);
        int[] weights = [.. Weights.Select(weight => _encoding == PassEncoding.Bipolar ? 1 : (int)weight)];
        int half = weights.Length / 2;
        int stride = streams.WordsPerNumber;
        streams.Fill(0, weights.AsSpan(0, half), WeightStreams.Words.AsSpan(0, half * stride));
        streams.Fill(half, weights.AsSpan(half), WeightStreams.Words.AsSpan(half * stride));
        return streams;
    }

    private int[] Numbers(int count, bool signed, double zeros) =>
        [.. Enumerable.Range(0, count).Select(_ => _random.NextDouble() < zeros ? 0 : _random.Next(signed ? -30000 : 1, 30000))];

    private NumberStreams Streams(int[] values)
    {
        NumberStreams streams = new(values.Length, Length, _encoding);
        PassSettings settings = new() { Seed = (ulong)_random.NextInt64() };
        CellBank bank = new(new CellBankSettings { Lanes = 7, CellsPerLane = Length }, 0);
        CellStreamMaker maker = new(bank, settings, PassKey.StreamNumber(PassKey.TrainingStream, 0, PassOperand.ForwardInput), Length);
        streams.Draw(maker, 1, values, FullScale.Of(40000, 0), new OperationCounts());
        return streams;
    }
}
