using System;
using System.Collections.Generic;
using ScEdge.Protocol.Links;

namespace ScEdge.Playground.Boards;

/// <summary>
/// The bytes of a line between what the browser gives and takes and the link, which never waits.
/// </summary>
public sealed class SerialLine : IByteLink
{
    // As much as a serial port keeps before its sender has to wait.
    private const int MostUnsent = 16384;

    private readonly Queue<byte> _received = new();
    private readonly List<byte> _unsent = [];

    /// <summary>Gets whether there are bytes that nobody has read yet.</summary>
    public bool HasReceived => _received.Count > 0;

    /// <summary>Takes bytes that the browser received.</summary>
    public void Receive(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        foreach (byte one in bytes)
        {
            _received.Enqueue(one);
        }
    }

    /// <summary>Returns the bytes that the browser is to send, and forgets them.</summary>
    public byte[] TakeUnsent()
    {
        byte[] bytes = [.. _unsent];
        _unsent.Clear();
        return bytes;
    }

    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count)
    {
        int taken = 0;
        while (taken < count && _received.TryDequeue(out byte one))
        {
            buffer[offset + taken++] = one;
        }

        return taken;
    }

    /// <inheritdoc/>
    public int Write(byte[] buffer, int offset, int count)
    {
        int taken = Math.Min(count, MostUnsent - _unsent.Count);
        _unsent.AddRange(buffer.AsSpan(offset, taken));
        return taken;
    }
}
