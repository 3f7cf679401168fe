using System;
using ScEdge.Protocol.Links;

namespace ScEdge.Emulator.Line;

/// <summary>Bytes on their way, each with the moment at which it arrives; moments never decrease. Grows as needed.</summary>
internal sealed class DelayQueue
{
    private byte[] _bytes = new byte[256];
    private long[] _due = new long[256];
    private int _first;

    public int Count { get; private set; }

    /// <summary>When the first byte arrives; <see cref="long.MaxValue"/> where there is none; us.</summary>
    public long DueMicroseconds => Count == 0 ? long.MaxValue : _due[_first];

    public void Add(byte value, long dueMicroseconds)
    {
        if (Count == _bytes.Length)
        {
            Grow();
        }

        int last = (_first + Count) & (_bytes.Length - 1);
        _bytes[last] = value;
        _due[last] = dueMicroseconds;
        Count++;
    }

    /// <summary>Takes bytes that have arrived.</summary>
    public int Take(long nowMicroseconds, byte[] buffer, int offset, int count)
    {
        int taken = 0;
        while (taken < count && Count > 0 && _due[_first] <= nowMicroseconds)
        {
            buffer[offset + taken++] = _bytes[_first];
            Remove(1);
        }

        return taken;
    }

    /// <summary>Hands bytes that have arrived to a link; what it does not accept stays.</summary>
    public void Flush(long nowMicroseconds, IByteLink target)
    {
        while (DueMicroseconds <= nowMicroseconds)
        {
            int end = Math.Min(_first + Count, _bytes.Length);
            int next = _first + 1;
            while (next < end && _due[next] <= nowMicroseconds)
            {
                next++;
            }

            int accepted = target.Write(_bytes, _first, next - _first);
            bool isBlocked = accepted < next - _first;
            Remove(accepted);
            if (isBlocked)
            {
                return;
            }
        }
    }

    private void Remove(int count)
    {
        _first = (_first + count) & (_bytes.Length - 1);
        Count -= count;
    }

    // The length stays a power of two, so that a position wraps by a mask.
    private void Grow()
    {
        byte[] bytes = new byte[2 * _bytes.Length];
        long[] due = new long[2 * _due.Length];
        for (int i = 0; i < Count; i++)
        {
            int from = (_first + i) & (_bytes.Length - 1);
            bytes[i] = _bytes[from];
            due[i] = _due[from];
        }

        (_bytes, _due, _first) = (bytes, due, 0);
    }
}
