using System;
using System.Runtime.InteropServices;

namespace ScEdge.Kernels;

/// <summary>
/// Floats that start on a cache line (64 bytes) and never move, zero at first.
/// </summary>
/// <remarks>
/// An ordinary array starts anywhere. The memory belongs to the garbage collector; there is nothing to dispose.
/// </remarks>
public sealed unsafe class LaneBuffer
{
    private readonly float[] _storage;
    private readonly int _start;

    /// <summary>Allocates the buffer.</summary>
    /// <param name="length">Number of floats.</param>
    public LaneBuffer(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Length = length;
        _storage = GC.AllocateArray<float>(length + (CacheLine.Bytes / sizeof(float)), pinned: true);
        byte* address = (byte*)Marshal.UnsafeAddrOfPinnedArrayElement(_storage, 0);
        _start = (int)(CacheLine.AtOrAfter(address) - address) / sizeof(float);
    }

    /// <summary>Number of floats.</summary>
    public int Length { get; }

    /// <summary>The floats.</summary>
    public Span<float> Span => _storage.AsSpan(_start, Length);
}
