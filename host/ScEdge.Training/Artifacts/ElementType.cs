using System;
using System.Collections.Generic;
using System.Linq;

namespace ScEdge.Training.Artifacts;

/// <summary>
/// A type of number that tensor files can hold, with its names in the file formats.
/// </summary>
/// <param name="Type">The type in .NET.</param>
/// <param name="Safetensors">Name in safetensors, for example F32.</param>
/// <param name="Numpy">Type string of NumPy, for example &lt;f4.</param>
/// <param name="Size">Bytes per number.</param>
internal sealed record ElementType(Type Type, string Safetensors, string Numpy, int Size)
{
    private static readonly ElementType[] All =
    [
        new(typeof(float), "F32", "<f4", 4), new(typeof(double), "F64", "<f8", 8),
        new(typeof(sbyte), "I8", "|i1", 1), new(typeof(byte), "U8", "|u1", 1),
        new(typeof(short), "I16", "<i2", 2), new(typeof(ushort), "U16", "<u2", 2),
        new(typeof(int), "I32", "<i4", 4), new(typeof(uint), "U32", "<u4", 4),
        new(typeof(long), "I64", "<i8", 8), new(typeof(ulong), "U64", "<u8", 8),
    ];

    /// <summary>Names of all types in safetensors.</summary>
    public static IEnumerable<string> SafetensorsNames => All.Select(static type => type.Safetensors);

    /// <summary>The entry of a .NET type.</summary>
    public static ElementType Of<T>()
        where T : unmanaged
        => All.FirstOrDefault(static type => type.Type == typeof(T))
            ?? throw new NotSupportedException($"Tensor files hold no {typeof(T)}.");

    /// <summary>The entry of a safetensors name, or null.</summary>
    public static ElementType? FromSafetensors(string? name)
        => All.FirstOrDefault(type => type.Safetensors == name);
}
