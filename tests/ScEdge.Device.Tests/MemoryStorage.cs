using System;
using System.Collections.Generic;
using ScEdge.Device.Platform;

namespace ScEdge.Device.Tests;

/// <summary>Storage in memory that can fail.</summary>
internal sealed class MemoryStorage : IBoardStorage
{
    private List<byte>? _written;
    private int _announced;

    public byte[] Stored { get; set; } = [];

    /// <summary>Appending fails after so many bytes.</summary>
    public int FailsAfter { get; set; } = int.MaxValue;

    public int StoredLength() => Stored.Length;

    public bool Read(int position, byte[] buffer, int offset, int count)
    {
        if (position + count > Stored.Length)
        {
            return false;
        }

        Array.Copy(Stored, position, buffer, offset, count);
        return true;
    }

    public bool Begin(int length)
    {
        _written = [];
        _announced = length;
        return true;
    }

    public bool Append(byte[] buffer, int offset, int count)
    {
        if (_written!.Count + count > FailsAfter)
        {
            return false;
        }

        _written.AddRange(buffer[offset..(offset + count)]);
        return true;
    }

    public bool Commit()
    {
        Assert.Equal(_announced, _written!.Count);
        Stored = _written.ToArray();
        return true;
    }
}
