using System;
using System.IO;
using ScEdge.Input;

namespace ScEdge.Files.Reading;

/// <summary>
/// Reads a whole file into memory, up to a bound: also one that has no length, as devices and pipes have none.
/// </summary>
public static class BinaryFile
{
    /// <summary>The most that is read where nothing else is said; bytes.</summary>
    public const long UsualLimit = 1L << 30;

    private const int Megabyte = 1 << 20;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="limit">The most bytes that it may have.</param>
    /// <exception cref="InputException">It cannot be read or is larger.</exception>
    public static byte[] Read(string path, long limit = UsualLimit)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            using MemoryStream contents = new();
            byte[] buffer = new byte[1 << 16];
            for (int read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
            {
                if (contents.Length + read > limit)
                {
                    throw new InputException($"'{path}' has more than {Size(limit)}, which is too large for what it should be: give another file.");
                }

                contents.Write(buffer, 0, read);
            }

            return contents.ToArray();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"Cannot read '{path}' ({exception.Message}); check the path and the permissions.", exception);
        }
    }

    private static string Size(long bytes) => bytes >= Megabyte ? $"{bytes / Megabyte} MiB" : $"{bytes} bytes";
}
