using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ScEdge.Kernels.Layers;

/// <summary>A row of one vector, for what is left over from rows of four.</summary>
internal unsafe struct VectorRow1 : IVectorRow<VectorRow1>
{
    private Vector512<float> _a;

    public static int Length => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorRow1 Create(float value) => new() { _a = Vector512.Create(value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorRow1 Load(float* source) => new() { _a = Vector512.Load(source) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorRow1 Load(float* source, int* offsets) => new() { _a = Vector512.Load(source + offsets[0]) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorRow1 MultiplyAdd(Vector512<float> factor, VectorRow1 row, VectorRow1 sum)
        => new() { _a = Vector512.FusedMultiplyAdd(factor, row._a, sum._a) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(VectorRow1 row, float* destination) => row._a.Store(destination);
}
