using System;
using System.Runtime.InteropServices;

namespace ScEdge.Kernels;

/// <summary>
/// Words of 32 bits that start on a cache line (64 bytes) and never move, zero at first.
/// </summary>
/// <remarks>The memory belongs to the garbage collector; there is nothing to dispose.</remarks>
public sealed unsafe class WordBuffer
{
    private readonly uint[] _storage;

    /// <summary>Allocates the buffer.</summary>
    /// <param name="length">Number of words.</param>
    public WordBuffer(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Length = length;
        _storage = GC.AllocateArray<uint>(length + (CacheLine.Bytes / sizeof(uint)), pinned: true);
        Words = (uint*)CacheLine.AtOrAfter((byte*)Marshal.UnsafeAddrOfPinnedArrayElement(_storage, 0));
    }

    /// <summary>Number of words.</summary>
    public int Length { get; }

    /// <summary>The words.</summary>
    public Span<uint> Span => new(Words, Length);

    /// <summary>Where the words stand, as long as the buffer lives.</summary>
    internal uint* Words { get; }
}
