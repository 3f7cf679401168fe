using System;
using System.IO;
using ScEdge.Device.Platform;

namespace ScEdge.Emulator.Storage;

/// <summary>Storage of a board in a file of the PC, which is replaced as a whole.</summary>
/// <remarks>
/// New contents are written to a hidden file beside it, flushed to the disk and moved over the old ones: whenever the
/// program or the PC stops, the file holds the old contents or the new.
/// </remarks>
public sealed class FileStorage : IBoardStorage, IDisposable
{
    private readonly FileStream? _guard;
    private readonly string _path;
    private readonly string _temporary;
    private FileStream? _next;
    private long _announced;

    /// <summary>Uses a file, which need not exist yet.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isExclusive">Whether other boards are kept from it until this is disposed of.</param>
    /// <exception cref="IOException">It cannot be one; the message is a sentence for the user.</exception>
    public FileStorage(string path, bool isExclusive = false)
    {
        _path = Path.GetFullPath(path);
        string folder = Path.GetDirectoryName(_path) ?? _path;
        _temporary = Path.Combine(folder, $".{Path.GetFileName(_path)}.tmp");
        if (Directory.Exists(_path) || !Directory.Exists(folder))
        {
            throw new IOException($"The board cannot store in '{path}': give a file in a folder that exists.");
        }

        _guard = isExclusive ? Guard(path, Path.Combine(folder, $".{Path.GetFileName(_path)}.lock")) : null;
    }

    /// <inheritdoc/>
    public int StoredLength()
    {
        FileInfo file = new(_path);
        return file.Exists ? (int)file.Length : 0;
    }

    /// <inheritdoc/>
    public bool Read(int position, byte[] buffer, int offset, int count) => Tries(() =>
    {
        using FileStream file = File.OpenRead(_path);
        file.Position = position;
        file.ReadExactly(buffer, offset, count);
    });

    /// <inheritdoc/>
    public bool Begin(int length)
    {
        Abandon();
        _announced = length;
        return Tries(() =>
        {
            // A new file, never into what stands in its place.
            File.Delete(_temporary);
            _next = new FileStream(_temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        });
    }

    /// <inheritdoc/>
    public bool Append(byte[] buffer, int offset, int count) => Tries(() => Writing().Write(buffer, offset, count));

    /// <inheritdoc/>
    public bool Commit() => Tries(() =>
    {
        FileStream next = Writing();
        if (next.Length != _announced)
        {
            throw new IOException("Not all that was announced was written.");
        }

        next.Flush(flushToDisk: true);
        Abandon();
        File.Move(_temporary, _path, overwrite: true);
    });

    /// <summary>Gives up what was not committed, and lets other boards use the file.</summary>
    public void Dispose()
    {
        Abandon();
        _guard?.Dispose();
    }

    private void Abandon()
    {
        _next?.Dispose();
        _next = null;
    }

    // Locked by the system, which frees it with the program, however that ends.
    private static FileStream Guard(string path, string guard)
    {
        try
        {
            return new FileStream(guard, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException(
                $"The board cannot keep '{path}' to itself ({exception.Message}): end the other emulated board that stores there, or give "
                + "another file.", exception);
        }
    }

    private FileStream Writing() => _next ?? throw new IOException("Nothing was begun.");

    private static bool Tries(Action access)
    {
        try
        {
            access();
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
