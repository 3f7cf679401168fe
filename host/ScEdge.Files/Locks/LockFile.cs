using System;
using System.IO;

namespace ScEdge.Files.Locks;

/// <summary>
/// A lock that one program at a time holds. The system frees it with the program, however that ends.
/// </summary>
public sealed class LockFile : IDisposable
{
    private readonly FileStream _file;
    private readonly bool _isRemoved;

    private LockFile(FileStream file, bool isRemoved)
    {
        _file = file;
        _isRemoved = isRemoved;
    }

    /// <summary>Takes a lock.</summary>
    /// <param name="path">File that stands for it; made where there is none. A link or a pipe in its place is refused.</param>
    /// <param name="isRemoved">Whether the file goes with the lock.</param>
    /// <returns>The lock; null where another holds it.</returns>
    /// <exception cref="IOException">The file cannot be made or opened, or something else has its name.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be made or opened.</exception>
    public static LockFile? TryTake(string path, bool isRemoved)
    {
        if (new FileInfo(path).LinkTarget is not null)
        {
            throw new IOException($"{path} is a link");
        }

        FileStream? file = Open(path);
        if (file is null)
        {
            return null;
        }

        // Opened for both ways a pipe does not wait for its other end; it has no position.
        if (file.CanSeek && new FileInfo(path).LinkTarget is null)
        {
            return new LockFile(file, isRemoved);
        }

        file.Dispose();
        throw new IOException($"{path} is no regular file");
    }

    /// <summary>Returns whether a program holds a lock, as far as this one may look; nothing is made.</summary>
    /// <param name="path">File that stands for the lock.</param>
    public static bool IsHeld(string path)
    {
        try
        {
            // Looks for an instant as a reader, which others may be beside it, but no holder.
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            return false;
        }
        catch (IOException exception)
        {
            return IsTaken(exception);
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Frees the lock.</summary>
    public void Dispose()
    {
        if (_isRemoved)
        {
            File.Delete(_file.Name);
        }

        _file.Dispose();
    }

    private static FileStream? Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException exception) when (IsTaken(exception))
        {
            return null;
        }
    }

    // EWOULDBLOCK of flock on Linux and macOS; ERROR_SHARING_VIOLATION on Windows.
    private static bool IsTaken(IOException exception) =>
        exception.HResult is 11 or 35 or unchecked((int)0x80070020);
}
