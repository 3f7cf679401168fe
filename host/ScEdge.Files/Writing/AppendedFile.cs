using System;
using System.Globalization;
using System.IO;
using System.Security.Cryptography;
using System.Text.Unicode;
using ScEdge.Input;

namespace ScEdge.Files.Writing;

/// <summary>
/// A text file that only grows, and that a checkpoint can cut back to an earlier length.
/// </summary>
/// <remarks>
/// A new one is made, never written into what stands in its place; one that goes on must be what the checkpoint left, byte for byte.
/// </remarks>
public sealed class AppendedFile : IDisposable
{
    private const int LongestPiece = 4096;

    private readonly FileStream _file;
    private readonly IncrementalHash _check = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _used;

    /// <summary>Opens the file.</summary>
    /// <param name="path">Path; its folder exists.</param>
    /// <param name="mark">Where to continue; null starts anew, and what had the name is removed.</param>
    /// <exception cref="InputException">The file is not the one of the checkpoint.</exception>
    public AppendedFile(string path, FileMark? mark)
    {
        _file = mark is null ? Create(path) : Open(path);
        if (mark is null || Continues(mark))
        {
            return;
        }

        Close();
        throw new InputException(
            $"{path} is not as it was when the checkpoint was written: put it back as it was, line ends included, or start a new run.");
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

    /// <summary>Writes what has gathered to the disk and returns how far the file has come.</summary>
    public FileMark Flush()
    {
        WriteBuffer();
        _file.Flush(flushToDisk: true);
        return new FileMark(_file.Length, Convert.ToHexStringLower(_check.GetCurrentHash()));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Flush();
        Close();
    }

    // A new file and no other: the system refuses a name that is taken, by a link too.
    private static FileStream Create(string path)
    {
        File.Delete(path);
        return new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
    }

    private static FileStream Open(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget is null
                ? new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0)
                : throw new InputException($"{path} is a link and not the file of the checkpoint: put that back or start a new run.");
        }
        catch (FileNotFoundException exception)
        {
            throw new InputException($"{path} is missing, which the checkpoint goes on from: put it back or start a new run.", exception);
        }
    }

    private bool Continues(FileMark mark)
    {
        if (mark.Length < 0 || _file.Length < mark.Length)
        {
            return false;
        }

        for (long left = mark.Length; left > 0;)
        {
            int read = _file.Read(_buffer, 0, (int)Math.Min(left, _buffer.Length));
            if (read == 0)
            {
                return false;
            }

            _check.AppendData(_buffer, 0, read);
            left -= read;
        }

        if (!Convert.ToHexStringLower(_check.GetCurrentHash()).Equals(mark.Check, StringComparison.Ordinal))
        {
            return false;
        }

        _file.SetLength(mark.Length);
        return true;
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
        _check.AppendData(_buffer, 0, _used);
        _used = 0;
    }

    private void Close()
    {
        _file.Dispose();
        _check.Dispose();
    }
}
