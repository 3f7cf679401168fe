using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;

namespace ScEdge.Training.Artifacts;

/// <summary>
/// A named array of numbers as a safetensors file holds it.
/// </summary>
public sealed class SafetensorsTensor
{
    private readonly byte[] _bytes;

    internal SafetensorsTensor(string name, ElementType type, IReadOnlyList<int> shape, byte[] bytes)
    {
        Name = name;
        Type = type;
        Shape = shape;
        _bytes = bytes;
    }

    /// <summary>Name.</summary>
    public string Name { get; }

    /// <summary>Type of the numbers as the format calls it, for example F32.</summary>
    public string ElementTypeName => Type.Safetensors;

    /// <summary>Sizes, outermost first; empty for a single number.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>Number of elements.</summary>
    public int Count => Shape.Aggregate(1, static (product, size) => product * size);

    internal ElementType Type { get; }

    internal ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Whether the numbers are of a type.</summary>
    /// <typeparam name="T">The type asked for.</typeparam>
    public bool Holds<T>()
        where T : unmanaged
        => ElementType.Of<T>() == Type;

    /// <summary>The numbers, last index fastest.</summary>
    /// <typeparam name="T">The type that the file holds.</typeparam>
    /// <exception cref="InvalidOperationException">The file holds another type.</exception>
    public ReadOnlySpan<T> Values<T>()
        where T : unmanaged
    {
        if (ElementType.Of<T>() != Type)
        {
            throw new InvalidOperationException($"Tensor '{Name}' holds {Type.Safetensors}, not {ElementType.Of<T>().Safetensors}.");
        }

        return MemoryMarshal.Cast<byte, T>(_bytes);
    }
}
