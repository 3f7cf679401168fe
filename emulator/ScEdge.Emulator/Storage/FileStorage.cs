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
    private readonly string _path;
    private readonly string _temporary;
    private FileStream? _next;
    private long _announced;

    /// <summary>Uses a file, which need not exist yet.</summary>
    /// <exception cref="IOException">It cannot be one; the message is a sentence for the user.</exception>
    public FileStorage(string path)
    {
        _path = Path.GetFullPath(path);
        string folder = Path.GetDirectoryName(_path) ?? _path;
        _temporary = Path.Combine(folder, $".{Path.GetFileName(_path)}.tmp");
        if (Directory.Exists(_path) || !Directory.Exists(folder))
        {
            throw new IOException($"The board cannot store in '{path}': give a file in a folder that exists.");
        }
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
        Dispose();
        _announced = length;
        return Tries(() => _next = new FileStream(_temporary, FileMode.Create, FileAccess.Write, FileShare.None));
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
        Dispose();
        File.Move(_temporary, _path, overwrite: true);
    });

    /// <summary>Gives up what was not committed.</summary>
    public void Dispose()
    {
        _next?.Dispose();
        _next = null;
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
