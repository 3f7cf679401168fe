using System;
using System.IO;
using ScEdge.Input;

namespace ScEdge.Training.Artifacts;

/// <summary>
/// Writes files that are either complete or not there.
/// </summary>
public static class AtomicFile
{
    /// <summary>Writes to a temporary name in the same folder, flushes to the disk and moves into place.</summary>
    /// <param name="path">The file; an older one of that name is replaced.</param>
    /// <param name="write">Writes the contents; if it throws, nothing is left behind and an older file stays.</param>
    /// <exception cref="InputException">The place cannot be written to.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(write);
        try
        {
            string target = Path.GetFullPath(path);
            string temporary = Path.Combine(
                Path.GetDirectoryName(target) ?? target, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}.tmp");
            try
            {
                using (FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.ReadWrite))
                {
                    write(stream);
                    stream.Flush(flushToDisk: true);
                }

                File.Move(temporary, target, overwrite: true);
            }
            catch
            {
                File.Delete(temporary);
                throw;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputException($"Cannot write '{path}' ({exception.Message}); choose a folder that exists and may be written to.", exception);
        }
    }
}
