using System;
using ScEdge.Device.Platform;

namespace ScEdge.Emulator.Storage;

/// <summary>Storage of a board that lasts as long as the program.</summary>
public sealed class MemoryStorage : IBoardStorage
{
    private byte[] _stored = [];
    private byte[] _next = [];
    private int _written;

    /// <inheritdoc/>
    public int StoredLength() => _stored.Length;

    /// <inheritdoc/>
    public bool Read(int position, byte[] buffer, int offset, int count)
    {
        if (position < 0 || position + count > _stored.Length)
        {
            return false;
        }

        Array.Copy(_stored, position, buffer, offset, count);
        return true;
    }

    /// <inheritdoc/>
    public bool Begin(int length)
    {
        (_next, _written) = (new byte[length], 0);
        return true;
    }

    /// <inheritdoc/>
    public bool Append(byte[] buffer, int offset, int count)
    {
        if (_written + count > _next.Length)
        {
            return false;
        }

        Array.Copy(buffer, offset, _next, _written, count);
        _written += count;
        return true;
    }

    /// <inheritdoc/>
    public bool Commit()
    {
        bool isWhole = _written == _next.Length;
        _stored = isWhole ? _next : _stored;
        _next = [];
        _written = 0;
        return isWhole;
    }
}
