using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ScEdge.Kernels.Layers;

/// <summary>A row of four vectors; the compiler keeps each in a register.</summary>
internal unsafe struct VectorRow4 : IVectorRow<VectorRow4>
{
    private Vector512<float> _a;
    private Vector512<float> _b;
    private Vector512<float> _c;
    private Vector512<float> _d;

    public static int Length => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorRow4 Create(float value)
    {
        Vector512<float> all = Vector512.Create(value);
        return new VectorRow4 { _a = all, _b = all, _c = all, _d = all };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorRow4 Load(float* source) => new()
    {
        _a = Vector512.Load(source),
        _b = Vector512.Load(source + LaneVector.Count),
        _c = Vector512.Load(source + (2 * LaneVector.Count)),
        _d = Vector512.Load(source + (3 * LaneVector.Count)),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorRow4 Load(float* source, int* offsets) => new()
    {
        _a = Vector512.Load(source + offsets[0]),
        _b = Vector512.Load(source + offsets[1]),
        _c = Vector512.Load(source + offsets[2]),
        _d = Vector512.Load(source + offsets[3]),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorRow4 MultiplyAdd(Vector512<float> factor, VectorRow4 row, VectorRow4 sum) => new()
    {
        _a = Vector512.FusedMultiplyAdd(factor, row._a, sum._a),
        _b = Vector512.FusedMultiplyAdd(factor, row._b, sum._b),
        _c = Vector512.FusedMultiplyAdd(factor, row._c, sum._c),
        _d = Vector512.FusedMultiplyAdd(factor, row._d, sum._d),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(VectorRow4 row, float* destination)
    {
        row._a.Store(destination);
        row._b.Store(destination + LaneVector.Count);
        row._c.Store(destination + (2 * LaneVector.Count));
        row._d.Store(destination + (3 * LaneVector.Count));
    }
}
