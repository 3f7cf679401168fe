using System;
using System.Collections.Generic;
using ScEdge.Fuzzing.Targets;
using ScEdge.Protocol.Messages;

namespace ScEdge.Fuzzing.Seeds;

/// <summary>Requests one after the other, as <see cref="BoardTarget"/> reads them.</summary>
internal sealed class RequestRow
{
    private readonly List<byte> _bytes = [];
    private readonly MessageWriter _writer = new(MessageLimits.SmallestPayload);

    public void Add(MessageCode code, Action<MessageWriter>? write = null)
    {
        _writer.Begin(code, false, 0, MessageLimits.SmallestPayload);
        write?.Invoke(_writer);
        ReadOnlySpan<byte> fields = _writer.Buffer.AsSpan(MessageLimits.HeaderLength, _writer.Length - MessageLimits.HeaderLength);
        _bytes.AddRange([(byte)fields.Length, (byte)((int)code & 0xFF), (byte)((int)code >> 8), .. fields]);
    }

    public byte[] ToArray() => [.. _bytes];
}
