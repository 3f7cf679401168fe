using System;
using System.Runtime.InteropServices;

namespace ScEdge.Kernels;

/// <summary>
/// Floats that start on a cache line (64 bytes) and never move, zero at first.
/// </summary>
/// <remarks>
/// Vectors of 64 bytes that straddle two cache lines cost two loads, and an ordinary array starts anywhere. The memory
/// belongs to the garbage collector; there is nothing to dispose.
/// </remarks>
public sealed class LaneBuffer
{
    private const int AlignmentBytes = 64;

    private readonly float[] _storage;
    private readonly int _start;

    /// <summary>Allocates the buffer.</summary>
    /// <param name="length">Number of floats.</param>
    public LaneBuffer(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Length = length;
        _storage = GC.AllocateArray<float>(length + (AlignmentBytes / sizeof(float)), pinned: true);
        long address = Marshal.UnsafeAddrOfPinnedArrayElement(_storage, 0);
        _start = (int)((AlignmentBytes - (address & (AlignmentBytes - 1))) & (AlignmentBytes - 1)) / sizeof(float);
    }

    /// <summary>Number of floats.</summary>
    public int Length { get; }

    /// <summary>The floats.</summary>
    public Span<float> Span => _storage.AsSpan(_start, Length);
}
