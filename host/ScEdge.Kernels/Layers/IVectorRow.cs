using System.Runtime.Intrinsics;

namespace ScEdge.Kernels.Layers;

/// <summary>
/// Some vectors side by side that one factor multiplies: the width of a block of sums held in registers.
/// </summary>
/// <typeparam name="TSelf">The row itself.</typeparam>
internal unsafe interface IVectorRow<TSelf>
    where TSelf : struct, IVectorRow<TSelf>
{
    /// <summary>Number of vectors.</summary>
    static abstract int Length { get; }

    /// <summary>The same number everywhere.</summary>
    static abstract TSelf Create(float value);

    /// <summary>Loads consecutive vectors.</summary>
    static abstract TSelf Load(float* source);

    /// <summary>Loads one vector at each offset, in floats.</summary>
    static abstract TSelf Load(float* source, int* offsets);

    /// <summary>sum + factor * row, rounded once.</summary>
    static abstract TSelf MultiplyAdd(Vector512<float> factor, TSelf row, TSelf sum);

    /// <summary>Stores consecutive vectors.</summary>
    static abstract void Store(TSelf row, float* destination);
}
