using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Silicon.Vectors;

/// <summary>
/// Writes the passes of product layers as tiles of the array, with the sums that the plain code has, as mac_array_bench reads them.
/// </summary>
/// <param name="writer">Receives the tiles.</param>
/// <param name="side">Rows and columns of the array.</param>
public sealed class ArrayTrace(TextWriter writer, int side)
{
    /// <summary>Gets the sums written.</summary>
    public long Sums { get; private set; }

    /// <summary>Writes a forward pass: rows weights of outputs, columns inputs of windows, a step for every tap.</summary>
    /// <param name="shape">Windows.</param>
    /// <param name="inputs">Streams of the input map.</param>
    /// <param name="weights">Streams of the weights.</param>
    /// <param name="expected">The sums without a bias.</param>
    public void Forward(WindowShape shape, NumberStreams inputs, NumberStreams weights, int[] expected) => Write(
        ArrayPass.Forward, shape.Outputs, shape.Positions, shape.Taps, digit: 0,
        (output, tap) => new(weights, (output * shape.Taps) + tap),
        (position, tap) => new(inputs, shape.InputIndex(position, tap)),
        (output, position) => expected[(output * shape.Positions) + position]);

    /// <summary>Writes a backward pass through a dense layer: rows weights of an input, one column of errors, a step for every output.</summary>
    public void BackwardDense(WindowShape shape, NumberStreams errors, NumberStreams weights, int[] expected) => Write(
        ArrayPass.Backward, shape.InputCount, 1, shape.Outputs, digit: 0,
        (input, output) => new(weights, (output * shape.Taps) + input),
        (_, output) => new(errors, output),
        (input, _) => expected[input]);

    /// <summary>Writes a backward pass through a convolution: rows weights of input channels, columns errors around places.</summary>
    public void BackwardConvolution(WindowShape shape, NumberStreams errors, NumberStreams weights, int[] expected)
    {
        int area = shape.Height * shape.Width;
        int kernel = shape.KernelHeight * shape.KernelWidth;
        Write(
            ArrayPass.Backward, shape.Channels, area, shape.Outputs * kernel, digit: 0,
            (channel, step) => new(weights, (step / kernel * shape.Taps) + (channel * kernel) + (step % kernel)),
            (place, step) => new(errors, ErrorIndex(shape, place, step / kernel, step % kernel)),
            (channel, place) => expected[(channel * area) + place]);
    }

    /// <summary>Writes coincidences: rows inputs at taps, columns errors of outputs, a step for every window.</summary>
    public void Gradient(WindowShape shape, NumberStreams inputs, NumberStreams errors, int digit, int[] expected) => Write(
        ArrayPass.Gradient, shape.Taps, shape.Outputs, shape.Positions, digit,
        (tap, position) => new(inputs, shape.InputIndex(position, tap)),
        (output, position) => new(errors, (output * shape.Positions) + position),
        (tap, output) => expected[(output * shape.Taps) + tap]);

    /// <summary>Returns the output whose window meets a place of the input with a tap of the kernel, or -1.</summary>
    private static int ErrorIndex(WindowShape shape, int place, int output, int tap)
    {
        int y = (place / shape.Width) - (tap / shape.KernelWidth) + shape.Padding;
        int x = (place % shape.Width) - (tap % shape.KernelWidth) + shape.Padding;
        return y < 0 || y >= shape.OutputHeight || x < 0 || x >= shape.OutputWidth
            ? -1
            : (output * shape.Positions) + (y * shape.OutputWidth) + x;
    }

    private void Write(
        ArrayPass pass, int rows, int columns, int steps, int digit,
        Func<int, int, Operand> row, Func<int, int, Operand> column, Func<int, int, int> expected)
    {
        for (int firstRow = 0; firstRow < rows; firstRow += side)
        {
            for (int firstColumn = 0; firstColumn < columns; firstColumn += side)
            {
                int words = row(firstRow, 0).Streams.WordsPerNumber;
                writer.WriteLine($"{steps} {words} {digit} {(int)pass}");
                for (int step = 0; step < steps; step++)
                {
                    Operand[] operands =
                    [
                        .. Enumerable.Range(firstRow, side).Select(i => i < rows ? row(i, step) : row(0, 0) with { Index = -1 }),
                        .. Enumerable.Range(firstColumn, side).Select(i => i < columns ? column(i, step) : column(0, 0) with { Index = -1 }),
                    ];
                    writer.WriteLine(string.Join(' ', operands.Select(static operand => operand.Sign)));
                    for (int word = 0; word < words; word++)
                    {
                        writer.WriteLine(string.Join(' ', operands.Select(operand => operand.Word(word).ToString("x"))));
                    }
                }

                writer.WriteLine(string.Join(' ', Tile(firstRow, firstColumn).Select(
                    place => place.Row < rows && place.Column < columns ? expected(place.Row, place.Column) : 0)));
                Sums += side * side;
            }
        }
    }

    private IEnumerable<(int Row, int Column)> Tile(int firstRow, int firstColumn) =>
        from row in Enumerable.Range(firstRow, side)
        from column in Enumerable.Range(firstColumn, side)
        select (row, column);

    /// <summary>A number of a tensor; none, as in the padding, below 0.</summary>
    private readonly record struct Operand(NumberStreams Streams, int Index)
    {
        public int Sign => Index < 0 ? 0 : Streams.Signs[Index];

        public uint Word(int word) => Index < 0 ? 0 : Streams.Words[(Index * Streams.WordsPerNumber) + word];
    }
}

/// <summary>Passes of the array; 0 is left for none.</summary>
public enum ArrayPass
{
    /// <summary>Inputs times weights.</summary>
    Forward = 1,

    /// <summary>Errors times weights.</summary>
    Backward,

    /// <summary>Inputs times errors.</summary>
    Gradient,
}
