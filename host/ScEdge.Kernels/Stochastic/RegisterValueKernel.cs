using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ScEdge.Kernels.Stochastic;

/// <summary>
/// From integer registers to FP32 values, or to wider integers.
/// </summary>
public static unsafe class RegisterValueKernel
{
    /// <summary>Multiplies each register by the value of its last digit.</summary>
    /// <param name="registers">Registers.</param>
    /// <param name="unit">Value of a register's last digit; a power of two keeps the product exact.</param>
    /// <param name="values">Receives a value for each register.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Convert(ReadOnlySpan<short> registers, float unit, Span<float> values)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(values.Length, registers.Length, nameof(values));
        int i = 0;
        fixed (short* source = registers)
        fixed (float* results = values)
        {
            Vector512<float> factor = Vector512.Create(unit);
            for (; i + LaneVector.Count <= registers.Length; i += LaneVector.Count)
            {
                (Vector256<int> lower, Vector256<int> upper) = Vector256.Widen(Vector256.Load(source + i));
                (Vector512.ConvertToSingle(Vector512.Create(lower, upper)) * factor).Store(results + i);
            }
        }

        for (; i < registers.Length; i++)
        {
            values[i] = registers[i] * unit;
        }
    }

    /// <summary>Widens registers to integers.</summary>
    /// <param name="registers">Registers.</param>
    /// <param name="values">Receives as many; may have more room.</param>
    public static void Widen(ReadOnlySpan<short> registers, Span<int> values)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(values.Length, registers.Length, nameof(values));
        ReadOnlySpan<Vector<short>> vectors = MemoryMarshal.Cast<short, Vector<short>>(registers);
        Span<Vector<int>> results = MemoryMarshal.Cast<int, Vector<int>>(values);
        for (int i = 0; i < vectors.Length; i++)
        {
            Vector.Widen(vectors[i], out results[2 * i], out results[(2 * i) + 1]);
        }

        for (int i = vectors.Length * Vector<short>.Count; i < registers.Length; i++)
        {
            values[i] = registers[i];
        }
    }
}
