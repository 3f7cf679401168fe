using System;
using System.IO;
using ScEdge.Silicon.Vectors;

namespace ScEdge.Rtl.Tests;

/// <summary>
/// The array in RTL against the plain code: an image through every kind of layer, forward, back and into the gradient.
/// </summary>
public sealed class ArrayTests
{
    [VerilatorFact]
    public void Sums_OfAnImageThroughConvolutionAndDenseLayer_AreThoseOfThePlainCode()
    {
        StringWriter tiles = new() { NewLine = "\n" };
        ArrayTrace trace = ArrayVectors.Write(tiles, side: 16);

        string result = Verilator.Simulate("mac_array_bench", "tiles", writer => writer.Write(tiles));
        Assert.Contains($" {trace.Sums} sums, 0 differences", result, StringComparison.Ordinal);
    }
}
