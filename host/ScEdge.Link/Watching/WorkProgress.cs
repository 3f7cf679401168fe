using System;
using System.Buffers.Binary;

namespace ScEdge.Link.Watching;

/// <summary>How far the work on a line is.</summary>
/// <param name="Step">Steps done, all trainings of the work together.</param>
/// <param name="Steps">Steps of the whole work.</param>
/// <param name="Loss">Running mean of the training loss; nats; NaN before it is known.</param>
public sealed record WorkProgress(long Step, long Steps, double Loss)
{
    private const int Length = 24;

    /// <summary>Returns the content of a record.</summary>
    public byte[] Encode()
    {
        byte[] content = new byte[Length];
        BinaryPrimitives.WriteInt64LittleEndian(content, Step);
        BinaryPrimitives.WriteInt64LittleEndian(content.AsSpan(8), Steps);
        BinaryPrimitives.WriteDoubleLittleEndian(content.AsSpan(16), Loss);
        return content;
    }

    /// <summary>Reads the content of a record; null if it has another form.</summary>
    public static WorkProgress? Of(WatchRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record is { Kind: WatchKind.Progress, Content.Length: Length }
            ? new WorkProgress(
                BinaryPrimitives.ReadInt64LittleEndian(record.Content),
                BinaryPrimitives.ReadInt64LittleEndian(record.Content.AsSpan(8)),
                BinaryPrimitives.ReadDoubleLittleEndian(record.Content.AsSpan(16)))
            : null;
    }
}
