using System;
using System.Numerics;
using System.Runtime.InteropServices;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Kernels.Passes;

/// <summary>
/// Whole maps of integers: largest magnitude, probabilities, scale, rectifier. The twin of <see cref="MapLayers.Maximum"/>,
/// <see cref="FullScale.Probability"/>, <see cref="BipolarNumber.Probability"/>, <see cref="MapLayers.Scale"/>,
/// <see cref="MapLayers.Rectify(int[])"/> and
/// <see cref="MapLayers.RectifyErrors"/>.
/// </summary>
public static class MapKernel
{
    /// <summary>Returns the largest magnitude of a map.</summary>
    public static uint Maximum(ReadOnlySpan<int> map)
    {
        Vector<uint> largest = Vector<uint>.Zero;
        ReadOnlySpan<Vector<int>> vectors = MemoryMarshal.Cast<int, Vector<int>>(map);
        foreach (Vector<int> vector in vectors)
        {
            largest = Vector.Max(largest, Vector.AsVectorUInt32(Vector.Abs(vector)));
        }

        uint maximum = 0;
        for (int lane = 0; lane < Vector<uint>.Count; lane++)
        {
            maximum = Math.Max(maximum, largest[lane]);
        }

        foreach (int value in map[(vectors.Length * Vector<int>.Count)..])
        {
            maximum = Math.Max(maximum, (uint)Math.Abs(value));
        }

        return maximum;
    }

    /// <summary>Turns the magnitudes of a map into probabilities.</summary>
    /// <param name="map">Integers.</param>
    /// <param name="scale">Their scale.</param>
    /// <param name="probabilities">Receives P of each.</param>
    public static void Probabilities(ReadOnlySpan<int> map, FullScale scale, Span<uint> probabilities)
    {
        ReadOnlySpan<Vector<int>> vectors = MemoryMarshal.Cast<int, Vector<int>>(map);
        Span<Vector<uint>> results = MemoryMarshal.Cast<uint, Vector<uint>>(probabilities);
        int shift = scale.Shift;
        Vector<uint> one = new(BernoulliWord.One);
        Vector<uint> half = new(16384);
        for (int i = 0; i < vectors.Length; i++)
        {
            Vector<uint> magnitude = Vector.AsVectorUInt32(Vector.Abs(vectors[i]));
            Vector<uint> part = shift >= 0 ? Vector.ShiftLeft(magnitude, shift)
                : shift < -32 ? Vector<uint>.Zero
                : Vector.ShiftRightLogical(Vector.ShiftRightLogical(magnitude, -shift - 1) + Vector<uint>.One, 1);
            results[i] = Vector.Min(Vector.ShiftRightLogical((Vector.Min(part, one) * scale.Reciprocal) + half, 15), one);
        }

        for (int i = vectors.Length * Vector<int>.Count; i < map.Length; i++)
        {
            probabilities[i] = scale.Probability((uint)Math.Abs(map[i]));
        }
    }

    /// <summary>Turns a map into probabilities of bipolar streams.</summary>
    /// <param name="map">Integers.</param>
    /// <param name="scale">Their scale.</param>
    /// <param name="probabilities">Receives P of each.</param>
    public static void BipolarProbabilities(ReadOnlySpan<int> map, FullScale scale, Span<uint> probabilities)
    {
        Probabilities(map, scale, probabilities);
        ReadOnlySpan<Vector<int>> vectors = MemoryMarshal.Cast<int, Vector<int>>(map);
        Span<Vector<uint>> results = MemoryMarshal.Cast<uint, Vector<uint>>(probabilities);
        Vector<uint> zero = new(BipolarNumber.Zero);
        for (int i = 0; i < vectors.Length; i++)
        {
            Vector<uint> half = Vector.ShiftRightLogical(results[i] + Vector<uint>.One, 1);
            results[i] = Vector.ConditionalSelect(Vector.AsVectorUInt32(Vector.LessThan(vectors[i], Vector<int>.Zero)), zero - half, zero + half);
        }

        for (int i = vectors.Length * Vector<int>.Count; i < map.Length; i++)
        {
            probabilities[i] = BipolarNumber.Probability(map[i], scale);
        }
    }

    /// <summary>Turns counts into sums in place: times what a one is worth, plus the bias.</summary>
    /// <param name="map">Counts.</param>
    /// <param name="factor">Steps of the sum that a one is worth.</param>
    /// <param name="bias">Bias in steps of the sum.</param>
    public static void Scale(Span<int> map, int factor, int bias)
    {
        Span<Vector<int>> vectors = MemoryMarshal.Cast<int, Vector<int>>(map);
        Vector<int> added = new(bias);
        for (int i = 0; i < vectors.Length; i++)
        {
            vectors[i] = (vectors[i] * factor) + added;
        }

        for (int i = vectors.Length * Vector<int>.Count; i < map.Length; i++)
        {
            map[i] = (map[i] * factor) + bias;
        }
    }

    /// <summary>Returns the largest magnitude of registers.</summary>
    public static uint Maximum(ReadOnlySpan<short> registers)
    {
        Vector<short> largest = Vector<short>.Zero;
        Vector<short> smallest = Vector<short>.Zero;
        ReadOnlySpan<Vector<short>> vectors = MemoryMarshal.Cast<short, Vector<short>>(registers);
        foreach (Vector<short> vector in vectors)
        {
            largest = Vector.Max(largest, vector);
            smallest = Vector.Min(smallest, vector);
        }

        int maximum = 0;
        for (int lane = 0; lane < Vector<short>.Count; lane++)
        {
            maximum = Math.Max(maximum, Math.Max((int)largest[lane], -smallest[lane]));
        }

        foreach (short value in registers[(vectors.Length * Vector<short>.Count)..])
        {
            maximum = Math.Max(maximum, Math.Abs((int)value));
        }

        return (uint)maximum;
    }

    /// <summary>Rectifies a map in place: negative counts become zero.</summary>
    public static void Rectify(Span<int> map)
    {
        Span<Vector<int>> vectors = MemoryMarshal.Cast<int, Vector<int>>(map);
        for (int i = 0; i < vectors.Length; i++)
        {
            vectors[i] = Vector.Max(vectors[i], Vector<int>.Zero);
        }

        for (int i = vectors.Length * Vector<int>.Count; i < map.Length; i++)
        {
            map[i] = Math.Max(map[i], 0);
        }
    }

    /// <summary>Passes errors back through the rectifier: those whose output is zero vanish.</summary>
    /// <param name="outputs">The rectified map.</param>
    /// <param name="errors">Errors of the outputs, which become those of the inputs.</param>
    public static void RectifyErrors(ReadOnlySpan<int> outputs, Span<int> errors)
    {
        ReadOnlySpan<Vector<int>> positive = MemoryMarshal.Cast<int, Vector<int>>(outputs);
        Span<Vector<int>> vectors = MemoryMarshal.Cast<int, Vector<int>>(errors);
        for (int i = 0; i < vectors.Length; i++)
        {
            vectors[i] &= Vector.GreaterThan(positive[i], Vector<int>.Zero);
        }

        for (int i = vectors.Length * Vector<int>.Count; i < errors.Length; i++)
        {
            errors[i] = outputs[i] > 0 ? errors[i] : 0;
        }
    }
}
