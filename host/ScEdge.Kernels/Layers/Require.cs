using System;
using System.Runtime.CompilerServices;

namespace ScEdge.Kernels.Layers;

/// <summary>
/// Guards at the door of the kernels: behind it pointers are not checked.
/// </summary>
internal static class Require
{
    /// <summary>Throws unless the span holds at least so many floats.</summary>
    public static void Length(
        ReadOnlySpan<float> span, int length, [CallerArgumentExpression(nameof(span))] string? name = null)
    {
        if (span.Length < length)
        {
            throw new ArgumentException($"{length} floats are needed, {span.Length} were given.", name);
        }
    }
}
