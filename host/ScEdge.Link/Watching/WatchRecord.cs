using System;
using System.Buffers.Binary;
using System.Text;

namespace ScEdge.Link.Watching;

/// <summary>One thing that a program tells those who watch its line.</summary>
/// <remarks>On the socket: the kind, the length of the content as u32, the content; little-endian.</remarks>
/// <param name="Kind">What it tells.</param>
/// <param name="Content">The bytes of the line, words in UTF-8, the number of missed bytes as i64, or the fields of
/// <see cref="WatchGreeting"/> and <see cref="WorkProgress"/>.</param>
public sealed record WatchRecord(WatchKind Kind, byte[] Content)
{
    internal const int HeaderLength = 5;

    /// <summary>No content is longer; who announces more does not speak this.</summary>
    internal const int LongestContent = 1 << 16;

    /// <summary>Gets the content as words.</summary>
    public string Words => Encoding.UTF8.GetString(Content);

    /// <summary>Gets the content as a number of bytes; 0 if it is none.</summary>
    public long Count => Content.Length == sizeof(long) ? BinaryPrimitives.ReadInt64LittleEndian(Content) : 0;

    internal static byte[] Encode(WatchKind kind, ReadOnlySpan<byte> content)
    {
        byte[] record = new byte[HeaderLength + content.Length];
        record[0] = (byte)kind;
        BinaryPrimitives.WriteInt32LittleEndian(record.AsSpan(1), content.Length);
        content.CopyTo(record.AsSpan(HeaderLength));
        return record;
    }

    internal static byte[] EncodeMissed(long count)
    {
        Span<byte> content = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(content, count);
        return Encode(WatchKind.Missed, content);
    }

    /// <summary>Takes the first record from bytes that have arrived.</summary>
    /// <returns>The record and its length with the header; null while it is not whole.</returns>
    /// <exception cref="FormatException">These bytes are no records.</exception>
    internal static (WatchRecord Record, int Length)? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength)
        {
            return null;
        }

        int length = BinaryPrimitives.ReadInt32LittleEndian(bytes[1..]);
        if (length is < 0 or > LongestContent || bytes[0] > (byte)WatchKind.Line)
        {
            throw new FormatException("The bytes are no records.");
        }

        int end = HeaderLength + length;
        return bytes.Length < end ? null : (new WatchRecord((WatchKind)bytes[0], bytes[HeaderLength..end].ToArray()), end);
    }
}
