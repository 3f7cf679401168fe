using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using ScEdge.Training.Data;
using ScEdge.Training.Networks;

namespace ScEdge.Boards.Reading;

/// <summary>
/// A trained network as a board takes it: layers, what turns pixels into inputs, and registers by name.
/// </summary>
/// <param name="Model">Architecture.</param>
/// <param name="Normalization">What turns pixels into inputs.</param>
/// <param name="Tensors">The tensors of the model's parameters, in order; their identities are their indices.</param>
/// <param name="Registers">The registers of each.</param>
public sealed record ReadingNetwork(
    ModelDescription Model, InputNormalization Normalization, IReadOnlyList<BoardTensor> Tensors, IReadOnlyList<short[]> Registers)
{
    /// <summary>Returns the registers of a board's tensors, in its order, as bytes.</summary>
    /// <param name="tensors">The tensors; each is one of the network's.</param>
    public byte[] Image(IReadOnlyList<BoardTensor> tensors) =>
        [.. tensors.SelectMany(tensor => MemoryMarshal.AsBytes(Registers[(int)tensor.Identity].AsSpan()).ToArray())];

    /// <summary>Returns all registers as they pass through a board that keeps none: of every layer its biases, then its weights.</summary>
    public byte[] Stream()
    {
        List<byte> bytes = [];
        for (int weights = 0; weights < Registers.Count; weights += 2)
        {
            bytes.AddRange(MemoryMarshal.AsBytes(Registers[weights + 1].AsSpan()));
            bytes.AddRange(MemoryMarshal.AsBytes(Registers[weights].AsSpan()));
        }

        return [.. bytes];
    }

    /// <summary>Returns whether a board's tensors are those of the network: all of them, of the same names, shapes, widths and scales.</summary>
    /// <param name="tensors">What the board says of its tensors.</param>
    public bool IsOn(IReadOnlyList<BoardTensor> tensors)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        return tensors.Count == Tensors.Count
            && tensors.All(tensor => tensor.Identity < Tensors.Count && Equal(Tensors[(int)tensor.Identity], tensor));
    }

    private static bool Equal(BoardTensor one, BoardTensor other) => one.Name == other.Name && one.WeightBits == other.WeightBits
        && one.FractionBits == other.FractionBits && one.Shape.SequenceEqual(other.Shape);
}
