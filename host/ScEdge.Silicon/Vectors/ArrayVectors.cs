using System;
using System.IO;
using System.Linq;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;
using ScEdge.Stochastic.Sources;
using ScEdge.Training.Data;

namespace ScEdge.Silicon.Vectors;

/// <summary>An MNIST image through layers of every kind, in the three passes: what an array computes and what comes out.</summary>
/// <remarks>Streams of 64 bits forward and 32 backward and for gradients, from cells that differ by 30 %; weights and errors are numbers of 12
/// bits, a quarter of them zero.</remarks>
public static class ArrayVectors
{
    private static readonly PassSettings Settings = new() { Seed = 11, ForwardLength = 64, BackwardLength = 32, GradientLength = 32 };

    /// <summary>Writes the tiles, as mac_array_bench reads them.</summary>
    /// <param name="tiles">Receives them.</param>
    /// <param name="side">Rows and columns of the array.</param>
    public static ArrayTrace Write(TextWriter tiles, int side)
    {
        ArrayTrace trace = new(tiles, side);
        ImageSet digits = MnistDataset.Load().Test;
        int[] image = [.. digits.Images.Take(digits.ImageLength).Select(static pixel => (int)pixel)];

        // As in the small network: 5 x 5 over an image and over 8 maps of it, then ten outputs.
        int[] first = Layer(trace, new WindowShape(1, 28, 28, 8, 5, 5, 0), layer: 0, image);
        int[] pooled = Pooled(first, 8, 24);
        int[] second = Layer(trace, new WindowShape(8, 12, 12, 16, 5, 5, 0), layer: 1, pooled);
        int[] flat = Pooled(second, 16, 8);
        Layer(trace, new WindowShape(256, 1, 1, 10, 1, 1, 0), layer: 2, flat);

        // With padding, where windows reach out of the map.
        Layer(trace, new WindowShape(2, 6, 6, 3, 3, 3, 1), layer: 3, [.. flat.Take(72)]);
        return trace;
    }

    /// <summary>Takes a map through a layer in the three passes, with weights and errors of its own; returns its outputs.</summary>
    private static int[] Layer(ArrayTrace trace, WindowShape shape, int layer, int[] map)
    {
        OperationCounts counts = new();
        NumberStreams inputs = Draw(layer, PassOperand.ForwardInput, map, 0);
        NumberStreams weights = Draw(layer, PassOperand.ForwardWeight, Numbers(shape.Outputs * shape.Taps, (uint)layer), 0);
        int[] outputs = new int[shape.OutputCount];
        ProductLayer.Forward(shape, inputs, weights, outputs, counts);
        trace.Forward(shape, inputs, weights, outputs);

        NumberStreams errors = Draw(layer, PassOperand.BackwardError, Numbers(shape.OutputCount, 100 + (uint)layer), 0);
        NumberStreams backward = Draw(layer, PassOperand.BackwardWeight, Numbers(shape.Outputs * shape.Taps, (uint)layer), 0);
        int[] inputErrors = new int[shape.InputCount];
        ProductLayer.Backward(shape, errors, backward, inputErrors, counts);
        if (shape.Positions == 1)
        {
            trace.BackwardDense(shape, errors, backward, inputErrors);
        }
        else
        {
            trace.BackwardConvolution(shape, errors, backward, inputErrors);
        }

        NumberStreams gradientInputs = Draw(layer, PassOperand.GradientInput, map, 0);
        NumberStreams gradientErrors = Draw(layer, PassOperand.GradientError, Numbers(shape.OutputCount, 100 + (uint)layer), 0);
        int[] gradients = new int[shape.Outputs * shape.Taps];
        ProductLayer.CountCoincidences(shape, gradientInputs, gradientErrors, digit: 3, gradients, counts);
        trace.Gradient(shape, gradientInputs, gradientErrors, digit: 3, gradients);
        MapLayers.Rectify(outputs);
        return outputs;
    }

    private static NumberStreams Draw(int layer, PassOperand operand, int[] values, uint serial)
    {
        int length = Settings.LengthOf(operand);
        CellBank bank = new(new CellBankSettings { Lanes = 16, CellsPerLane = length, DeviceToDevice = 0.3 }, 0x10000 + (uint)operand);
        CellStreamMaker maker = new(bank, Settings, PassKey.StreamNumber(PassKey.TrainingStream, 2 * (uint)layer, operand), length);
        NumberStreams streams = new(values.Length, length);
        streams.Draw(maker, serial, values, FullScale.Of((uint)values.Max(Math.Abs), 0), new OperationCounts());
        return streams;
    }

    private static int[] Pooled(int[] map, int channels, int side)
    {
        int[] pooled = new int[map.Length / 4];
        MapLayers.Pool(map, channels, side, side, pooled, new int[pooled.Length]);
        return pooled;
    }

    /// <summary>Signed numbers of 12 bits, a quarter of them zero.</summary>
    private static int[] Numbers(int count, uint stream) => [.. Enumerable.Range(0, count).Select(i =>
    {
        uint word = CounterGenerator.Word(stream, 17, (uint)i);
        int magnitude = (word & 3) == 0 ? 0 : (int)(word >> 20);
        return (word & 4) != 0 ? -magnitude : magnitude;
    })];
}
