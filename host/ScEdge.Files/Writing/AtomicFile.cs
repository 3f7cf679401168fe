using System;
using System.IO;
using System.Text;
using ScEdge.Input;

namespace ScEdge.Files.Writing;

/// <summary>
/// Writes files that are either complete or not there.
/// </summary>
/// <remarks>
/// A symbolic link is followed and stays one; the file keeps its mode. What is no regular file, a device or a pipe, cannot be replaced and
/// is written to, once all that there is to write is at hand.
/// </remarks>
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
            if (OpenSpecial(path) is { } special)
            {
                using (special)
                {
                    WriteThrough(special, write);
                }

                return;
            }

            string target = Path.GetFullPath(path);
            Replace(new FileInfo(target).LinkTarget is null ? target : File.ResolveLinkTarget(target, returnFinalTarget: true)!.FullName, write);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"Cannot write '{path}' ({exception.Message}); choose a folder that exists and may be written to.", exception);
        }
    }

    /// <summary>Writes text in UTF-8.</summary>
    /// <param name="path">The file; an older one of that name is replaced.</param>
    /// <param name="text">The contents.</param>
    /// <exception cref="InputException">The place cannot be written to.</exception>
    public static void WriteText(string path, string text) => Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    private static void Replace(string target, Action<Stream> write)
    {
        string temporary = Path.Combine(Path.GetDirectoryName(target) ?? target, TemporaryName.New());
        try
        {
            using (FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.ReadWrite))
            {
                // Before the first byte: what others may not read in the old file they may not read in the new one either.
                if (!OperatingSystem.IsWindows() && File.Exists(target))
                {
                    File.SetUnixFileMode(stream.SafeFileHandle, File.GetUnixFileMode(target));
                }

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

    /// <summary>Opens what is there and cannot be replaced; null where it can, and where there is nothing.</summary>
    private static Stream? OpenSpecial(string path)
    {
        // What this program writes to already, a regular file maybe: opened again it would have another end.
        if (path is "/dev/stdout" or "/dev/fd/1" or "/proc/self/fd/1")
        {
            return Console.OpenStandardOutput();
        }

        if (path is "/dev/stderr" or "/dev/fd/2" or "/proc/self/fd/2")
        {
            return Console.OpenStandardError();
        }

        FileStream stream;
        try
        {
            stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        }
        catch (FileNotFoundException)
        {
            return null;
        }

        try
        {
            // To give a file the length that it has is refused for all but regular ones.
            stream.SetLength(stream.Length);
        }
        catch (Exception exception) when (exception is IOException or NotSupportedException)
        {
            return stream;
        }

        stream.Dispose();
        return null;
    }

    private static void WriteThrough(Stream special, Action<Stream> write)
    {
        using MemoryStream contents = new();
        write(contents);
        special.Write(contents.GetBuffer(), 0, (int)contents.Length);
    }
}
