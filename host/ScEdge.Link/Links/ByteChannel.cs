using System;
using System.Threading;

namespace ScEdge.Link.Links;

/// <summary>A bounded queue of bytes between two threads; a closed one gives what it holds and accepts no more.</summary>
internal sealed class ByteChannel(int capacityBytes)
{
    private readonly object _gate = new();
    private readonly byte[] _bytes = new byte[capacityBytes];
    private int _first;
    private int _count;
    private bool _isClosed;

    public bool IsClosed => Volatile.Read(ref _isClosed);

    /// <summary>Adds as many as there is room for; returns how many.</summary>
    public int Add(byte[] buffer, int offset, int count)
    {
        lock (_gate)
        {
            int added = _isClosed ? 0 : Math.Min(count, _bytes.Length - _count);
            int last = (_first + _count) % _bytes.Length;
            int beforeWrap = Math.Min(added, _bytes.Length - last);
            Array.Copy(buffer, offset, _bytes, last, beforeWrap);
            Array.Copy(buffer, offset + beforeWrap, _bytes, 0, added - beforeWrap);
            _count += added;
            if (added > 0)
            {
                Monitor.PulseAll(_gate);
            }

            return added;
        }
    }

    /// <summary>Takes as many as are there; returns how many.</summary>
    public int Take(byte[] buffer, int offset, int count)
    {
        lock (_gate)
        {
            int taken = Math.Min(count, _count);
            int beforeWrap = Math.Min(taken, _bytes.Length - _first);
            Array.Copy(_bytes, _first, buffer, offset, beforeWrap);
            Array.Copy(_bytes, 0, buffer, offset + beforeWrap, taken - beforeWrap);
            _first = (_first + taken) % _bytes.Length;
            _count -= taken;
            if (taken > 0)
            {
                Monitor.PulseAll(_gate);
            }

            return taken;
        }
    }

    /// <summary>Returns when there is a byte, the channel is closed, or the time is over; perhaps sooner.</summary>
    public void AwaitBytes(int milliseconds)
    {
        lock (_gate)
        {
            if (_count == 0 && !_isClosed)
            {
                Monitor.Wait(_gate, milliseconds);
            }
        }
    }

    /// <summary>Returns when there is a byte or the channel is closed; whether it is open.</summary>
    public bool AwaitBytes()
    {
        lock (_gate)
        {
            while (_count == 0 && !_isClosed)
            {
                Monitor.Wait(_gate);
            }

            return !_isClosed;
        }
    }

    /// <summary>Returns when there is room or the channel is closed; whether it is open.</summary>
    public bool AwaitRoom()
    {
        lock (_gate)
        {
            while (_count == _bytes.Length && !_isClosed)
            {
                Monitor.Wait(_gate);
            }

            return !_isClosed;
        }
    }

    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            Monitor.PulseAll(_gate);
        }
    }
}
