using System;
using System.Globalization;
using System.IO;
using System.Text.Unicode;
using ScEdge.Input;

namespace ScEdge.Training.Artifacts;

/// <summary>
/// A text file that only grows, and that a checkpoint can cut back to an earlier length.
/// </summary>
public sealed class AppendedFile : IDisposable
{
    private const int LongestPiece = 4096;

    private readonly FileStream _file;
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _used;

    /// <summary>Opens the file.</summary>
    /// <param name="path">Path; its folder exists.</param>
    /// <param name="length">Length in bytes to continue from; 0 starts anew.</param>
    /// <exception cref="InputException">The file is shorter than that: it is not the one of the checkpoint.</exception>
    public AppendedFile(string path, long length)
    {
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 0);
        if (_file.Length < length)
        {
            _file.Dispose();
            throw new InputException(
                $"{path} is shorter than when the checkpoint was written: put the file back or start a new run.");
        }

        _file.SetLength(length);
        _file.Position = length;
    }

    /// <summary>Adds bytes of UTF-8 text.</summary>
    /// <param name="text">At most 4096 bytes.</param>
    public void Append(ReadOnlySpan<byte> text)
    {
        text.CopyTo(Room());
        _used += text.Length;
    }

    /// <summary>Adds a whole number.</summary>
    public void Append(long number)
    {
        number.TryFormat(Room(), out int written, default, CultureInfo.InvariantCulture);
        _used += written;
    }

    /// <summary>Adds a whole number.</summary>
    public void Append(ulong number)
    {
        number.TryFormat(Room(), out int written, default, CultureInfo.InvariantCulture);
        _used += written;
    }

    /// <summary>Adds text.</summary>
    /// <param name="text">At most 4096 bytes in UTF-8.</param>
    public void Append(string text)
    {
        Utf8.FromUtf16(text, Room(), out _, out int written);
        _used += written;
    }

    /// <summary>Writes what has gathered to the disk and returns the length of the file in bytes.</summary>
    public long Flush()
    {
        WriteBuffer();
        _file.Flush(flushToDisk: true);
        return _file.Length;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Flush();
        _file.Dispose();
    }

    private Span<byte> Room()
    {
        if (_buffer.Length - _used < LongestPiece)
        {
            WriteBuffer();
        }

        return _buffer.AsSpan(_used);
    }

    private void WriteBuffer()
    {
        _file.Write(_buffer, 0, _used);
        _used = 0;
    }
}
