using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Playground.Vectors;
using ScEdge.Training.Optimization;

namespace ScEdge.Vectors.Tests.Files;

/// <summary>FP32 gradients and the integers that they become.</summary>
internal static class GradientFile
{
    public const string Name = "gradients.jsonl";

    private static readonly (uint Step, int Bits, float[] Entries)[] Cases =
    [
        (0, 16, [1f, 0.5f, -0.25f, 1e-3f, -1e-3f, 3e-8f, -3e-8f, 0f]),
        (1, 16, [0.99999994f, -0.99999994f, 0.3333333f, 1e-9f]),
        (2, 16, [1.0000001f, -0.7f, 0.6999999f, 1e-4f]),
        (3, 8, [123.4f, -0.5f, 77.7f, 1.5f, -1.5f]),
        (4, 8, [0.015625f, 0.0155f, -0.0001f, 0.007f]),
        (5, 16, [3e-33f, -1e-34f, 1e-35f, -1e-40f]),
        (6, 16, [0f, -0f, 0f]),
    ];

    public static string Text() => VectorText.JsonLines(Cases.Select(Case));

    private static GradientCase Case((uint Step, int Bits, float[] Entries) inputs)
    {
        const ulong Seed = 9;
        const uint Tensor = 4;
        QuantizedGradient gradient = new(inputs.Entries.Length, inputs.Bits, Seed, Tensor);
        gradient.BeginStep(inputs.Entries, inputs.Step);
        gradient.Quantize(inputs.Entries, 0, inputs.Entries.Length);
        return new(
            Seed, Tensor, inputs.Step, inputs.Bits, [.. inputs.Entries.Select(Hex)], gradient.FractionBits, gradient.Maximum,
            [.. gradient.Values.Select(value => (int)value)]);
    }

    /// <summary>The bits of a float.</summary>
    public static string Hex(float value) => FormattableString.Invariant($"0x{BitConverter.SingleToUInt32Bits(value):x8}");
}
