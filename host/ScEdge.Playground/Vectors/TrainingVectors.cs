using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using ScEdge.Kernels.Threading;
using ScEdge.Training.Data;
using ScEdge.Training.Networks;
using ScEdge.Training.Optimization;

namespace ScEdge.Playground.Vectors;

/// <summary>What a training draws beside its streams: rounding of gradients, first weights, order of images, images set aside.</summary>
/// <remarks>The code is that of a training itself; the page loads its assemblies when these are asked for.</remarks>
internal static class TrainingVectors
{
    // Batches have no part in the order.
    private const int AnyBatchSize = 64;

    private static Network? _network;

    /// <summary>Scale, largest magnitude and integers of a gradient.</summary>
    public static string? Gradient(string line)
    {
        GradientCase one = JsonSerializer.Deserialize(line, VectorJson.Default.GradientCase)!;
        float[] entries = [.. one.Entries.Select(static text => BitConverter.UInt32BitsToSingle(Bits(text)))];
        QuantizedGradient gradient = new(entries.Length, one.Bits, one.Seed, one.Tensor);
        gradient.BeginStep(entries, one.Step);
        gradient.Quantize(entries, 0, entries.Length);
        return gradient.FractionBits != one.FractionBits ? $"{gradient.FractionBits} fraction bits instead of {one.FractionBits}"
            : gradient.Maximum != one.Maximum ? $"a maximum of {gradient.Maximum} instead of {one.Maximum}"
            : Difference(gradient.Values.Select(static value => (int)value), one.Integers);
    }

    /// <summary>Name, shape and first weights of a tensor of LeNet-5.</summary>
    public static string? InitialWeights(string line)
    {
        InitialWeightCase one = JsonSerializer.Deserialize(line, VectorJson.Default.InitialWeightCase)!;
        _network ??= new Network(ModelCatalogue.LeNet5(1, 28, 28, 10), new InputNormalization(1f, 0f), new WorkerTeam(1), 1);
        _network.Initialize(one.Seed);
        Parameter tensor = _network.Parameters[one.Tensor];
        return tensor.Name != one.Name || tensor.FanIn != one.FanIn || !tensor.Shape.SequenceEqual(one.Shape)
            ? $"{tensor.Name} of another shape"
            : Difference(
                tensor.Values.Take(one.Values.Count).Select(BitConverter.SingleToUInt32Bits), [.. one.Values.Select(Bits)]);
    }

    /// <summary>Order of the images of an epoch.</summary>
    public static string? ImageOrder(string line)
    {
        ImageOrderCase one = JsonSerializer.Deserialize(line, VectorJson.Default.ImageOrderCase)!;
        BatchSampler sampler = new(one.Images, AnyBatchSize, one.Seed);
        sampler.Shuffle(one.Epoch);
        return Difference(sampler.Order.ToArray(), one.Order);
    }

    /// <summary>Images set aside.</summary>
    public static string? Validation(string line)
    {
        ValidationCase one = JsonSerializer.Deserialize(line, VectorJson.Default.ValidationCase)!;
        ImageSet validation = ValidationSplit.Apply(Numbered(one.Images), null).Validation;
        return validation.Count != one.SetAside
            ? $"{validation.Count} set aside instead of {one.SetAside}"
            : Difference(Enumerable.Range(0, one.First.Count).Select(place => Number(validation, place)), one.First);
    }

    /// <summary>Images of two pixels that hold their own place in the file.</summary>
    private static Dataset Numbered(int images)
    {
        byte[] pixels = [.. Enumerable.Range(0, images).SelectMany(static place => new[] { (byte)place, (byte)(place >> 8) })];
        ImageSet training = new("numbered", 1, 1, 1, 2, pixels, new byte[images]);
        return new Dataset("numbered", training, training.First(0), ["any"]);
    }

    private static int Number(ImageSet images, int place) => images.Images[2 * place] | (images.Images[(2 * place) + 1] << 8);

    private static uint Bits(string text) => uint.Parse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static string? Difference<T>(IEnumerable<T> computed, IReadOnlyList<T> wanted)
        where T : IEquatable<T>
    {
        foreach ((int place, T value) in computed.Index())
        {
            if (!value.Equals(wanted[place]))
            {
                return string.Create(CultureInfo.InvariantCulture, $"{value} instead of {wanted[place]} at {place}");
            }
        }

        return null;
    }
}
