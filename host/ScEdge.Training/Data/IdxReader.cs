using System;
using System.Buffers.Binary;
using System.IO;
using ScEdge.Files.Reading;
using ScEdge.Input;

namespace ScEdge.Training.Data;

/// <summary>
/// Reads IDX files of images (three dimensions) and labels (one dimension) of bytes, plain or compressed by gzip.
/// </summary>
/// <remarks>
/// Format: 0, 0, 8 (unsigned bytes), number of dimensions, then each dimension as a big-endian 32-bit number, then the
/// bytes, last dimension fastest (Y. LeCun, C. Cortes, C. Burges, "The MNIST database of handwritten digits"). Gzip is
/// recognised by its first two bytes, not by the name of the file.
/// </remarks>
public static class IdxReader
{
    private const long LargestLength = 1L << 30;

    // Handwriting unpacks to some five times its size, deflate can give a thousand.
    private const long MostRatio = 20;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="dimensionCount">Dimensions that are expected: 3 for images, 1 for labels.</param>
    /// <exception cref="InputException">The file cannot be read or is not such a file.</exception>
    public static IdxArray Read(string path, int dimensionCount)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            return Read(stream, path, dimensionCount);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"Cannot read '{path}' ({exception.Message}); check the path and the permissions.", exception);
        }
    }

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">A stream that can seek.</param>
    /// <param name="name">Name of the source for messages.</param>
    /// <param name="dimensionCount">Dimensions that are expected: 3 for images, 1 for labels.</param>
    /// <exception cref="InputException">The stream holds something else.</exception>
    public static IdxArray Read(Stream stream, string name, int dimensionCount)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!Gzip.IsPacked(stream))
        {
            return Parse(stream, name, dimensionCount, LargestLength, static rest => rest.ReadByte() < 0);
        }

        try
        {
            long most = Math.Max(MostRatio * stream.Length, InputLimit.Megabytes.Value << 20);
            using Stream unpacked = Gzip.Open(stream);
            return Parse(unpacked, name, dimensionCount, most, Gzip.EndsHere);
        }
        catch (InvalidDataException exception)
        {
            throw new InputException(
                $"'{name}' is damaged: it begins like a gzip file but cannot be unpacked to its end; fetch it again.",
                exception);
        }
    }

    private static IdxArray Parse(Stream stream, string name, int dimensionCount, long most, Predicate<Stream> endsHere)
    {
        Span<byte> header = stackalloc byte[4 * (dimensionCount + 1)];
        int length = stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        if (length < 4 || header[0] != 0 || header[1] != 0 || header[2] != 8)
        {
            throw new InputException($"'{name}' is not an IDX file of bytes: it does not begin with 0, 0, 8; give an IDX file, plain or gzip.");
        }

        if (header[3] != dimensionCount)
        {
            string kind = dimensionCount == 1 ? "labels have 1" : $"images have {dimensionCount}";
            throw new InputException($"'{name}' has {header[3]} dimensions where {kind}; check that images and labels are not mixed up.");
        }

        int[] sizes = new int[dimensionCount];
        long total = 1;
        for (int i = 0; i < dimensionCount && length == header.Length; i++)
        {
            uint size = BinaryPrimitives.ReadUInt32BigEndian(header[(4 * (i + 1))..]);
            total = size == 0 || size > LargestLength ? 0 : Math.Min(total * size, LargestLength + 1);
            if (total is 0 or > LargestLength)
            {
                throw new InputException($"'{name}' claims an impossible size ({size} in dimension {i + 1}); the file is damaged, fetch it again.");
            }

            sizes[i] = (int)size;
        }

        // Before there is memory for it: a file of some kilobytes can announce a gigabyte.
        if (total > most)
        {
            throw new InputException(
                $"'{name}' announces {string.Join(" x ", sizes)} bytes, more than a file of its size is expected to hold: fetch it again, "
                + $"or set {InputLimit.Megabytes.Variable} to more megabytes.");
        }

        bool isCut = length < header.Length || (stream.CanSeek && stream.Length - stream.Position < total);
        byte[] values = isCut ? [] : new byte[total];
        if (isCut || stream.ReadAtLeast(values, values.Length, throwOnEndOfStream: false) < values.Length)
        {
            throw new InputException($"'{name}' is cut off: it ends before the {string.Join(" x ", sizes)} bytes it announces; fetch it again.");
        }

        if (!endsHere(stream))
        {
            throw new InputException(
                $"'{name}' goes on after the {string.Join(" x ", sizes)} bytes it announces; the file is damaged, fetch it again.");
        }

        return new IdxArray(name, sizes, values);
    }
}
