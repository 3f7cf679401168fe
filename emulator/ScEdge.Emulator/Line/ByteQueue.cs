using System;

namespace ScEdge.Emulator.Line;

/// <summary>A ring of bytes of fixed capacity, first in, first out.</summary>
internal sealed class ByteQueue(int capacity)
{
    private readonly byte[] _bytes = new byte[capacity];
    private int _first;

    public int Count { get; private set; }

    public bool IsFull => Count == _bytes.Length;

    public void Add(byte value)
    {
        int last = _first + Count;
        _bytes[last < _bytes.Length ? last : last - _bytes.Length] = value;
        Count++;
    }

    public int Take(byte[] buffer, int offset, int count)
    {
        int taken = Math.Min(count, Count);
        int beforeWrap = Math.Min(taken, _bytes.Length - _first);
        Array.Copy(_bytes, _first, buffer, offset, beforeWrap);
        Array.Copy(_bytes, 0, buffer, offset + beforeWrap, taken - beforeWrap);
        _first = (_first + taken) % _bytes.Length;
        Count -= taken;
        return taken;
    }

    public void Clear() => Count = 0;
}
