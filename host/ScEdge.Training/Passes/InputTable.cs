using System;
using ScEdge.Training.Data;

namespace ScEdge.Training.Passes;

/// <summary>
/// The integer that the passes take for each pixel 0 to 255: the normalised input in steps of 2^-<see cref="FractionBits"/>.
/// </summary>
internal sealed class InputTable
{
    /// <summary>Fraction bits of an input.</summary>
    public const int FractionBits = 12;

    private readonly int[] _values = new int[256];

    public InputTable(InputNormalization normalization)
    {
        for (int pixel = 0; pixel < _values.Length; pixel++)
        {
            double value = ((double)pixel * normalization.Scale) + normalization.Shift;
            _values[pixel] = (int)Math.Round(Math.ScaleB(value, FractionBits));
        }
    }

    public void Convert(ReadOnlySpan<byte> pixels, Span<int> inputs)
    {
        for (int i = 0; i < pixels.Length; i++)
        {
            inputs[i] = _values[pixels[i]];
        }
    }
}
