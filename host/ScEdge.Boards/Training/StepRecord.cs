using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using ScEdge.Protocol.Messages.Steps;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Training.Optimization;

namespace ScEdge.Boards.Training;

/// <summary>
/// What a board needs to repeat a step.
/// </summary>
internal sealed class StepRecord
{
    /// <summary>Copies a step's gradients.</summary>
    public StepRecord(IReadOnlyList<StepTensor> tensors, IReadOnlyList<int> indices, uint step, LearningRate rate)
    {
        Step = step;
        Rate = rate;
        Gradients = [.. indices.Select(index => (short[])tensors[index].Gradient.Values.Clone())];
        FractionBits = [.. indices.Select(index => tensors[index].Gradient.FractionBits)];
        Maxima = [.. indices.Select(index => tensors[index].Gradient.Maximum)];
    }

    /// <summary>Gets the index of the step.</summary>
    public uint Step { get; }

    /// <summary>Gets the learning rate.</summary>
    public LearningRate Rate { get; }

    /// <summary>Gets the format in which the gradients go to the board: bytes where all of them fit.</summary>
    public GradientFormat Format => Maxima.All(static maximum => maximum <= (uint)sbyte.MaxValue) ? GradientFormat.Int8 : GradientFormat.Int16;

    /// <summary>Gets the integer gradients, tensor by tensor.</summary>
    public IReadOnlyList<short[]> Gradients { get; }

    /// <summary>Gets the fraction bits of the gradients.</summary>
    public IReadOnlyList<int> FractionBits { get; }

    /// <summary>Gets the largest magnitudes that the gradients can have.</summary>
    public IReadOnlyList<uint> Maxima { get; }

    /// <summary>Returns all gradients as they stand on the line.</summary>
    public byte[] Write() => Format == GradientFormat.Int8
        ? [.. Gradients.SelectMany(static tensor => tensor.Select(static value => (byte)value))]
        : [.. Gradients.SelectMany(static tensor => MemoryMarshal.AsBytes(tensor.AsSpan()).ToArray())];
}
