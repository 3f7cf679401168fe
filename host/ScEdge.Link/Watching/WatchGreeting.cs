using System;
using System.Buffers.Binary;
using ScEdge.Link.Serial;

namespace ScEdge.Link.Watching;

/// <summary>Who has a line.</summary>
/// <param name="ProcessId">Its process.</param>
/// <param name="GivesWay">Whether it lets the line go when another program asks.</param>
public sealed record WatchGreeting(int ProcessId, bool GivesWay)
{
    private const byte Version = 1;
    private const int Length = 6;

    /// <summary>Gets the process in words, such as "process 15771 (scedge)".</summary>
    public string Name => ProcessText.Of(ProcessId) is { } text ? "process " + text : "another program";

    internal byte[] Encode()
    {
        byte[] content = new byte[Length];
        content[0] = Version;
        content[1] = GivesWay ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt32LittleEndian(content.AsSpan(2), ProcessId);
        return WatchRecord.Encode(WatchKind.Greeting, content);
    }

    /// <summary>Reads a greeting; null if the record is none of this version.</summary>
    internal static WatchGreeting? Of(WatchRecord record) =>
        record is { Kind: WatchKind.Greeting, Content: [Version, _, ..] and { Length: Length } }
            ? new WatchGreeting(BinaryPrimitives.ReadInt32LittleEndian(record.Content.AsSpan(2)), record.Content[1] != 0)
            : null;
}
