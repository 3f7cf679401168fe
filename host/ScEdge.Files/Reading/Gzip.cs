using System;
using System.IO;
using System.IO.Compression;

namespace ScEdge.Files.Reading;

/// <summary>
/// Unpacks gzip, and tells an end from a cut.
/// </summary>
/// <remarks>
/// <see cref="GZipStream"/> checks CRC-32 and length of what it unpacks if they are there, and takes a file without its last bytes for one that ends.
/// So a member of our own with known contents is put behind the file: it comes out whole only if all before it was whole
/// (P. Deutsch, RFC 1952, 1996: members follow each other).
/// </remarks>
public static class Gzip
{
    private static readonly byte[] Ending = "the end of a whole file"u8.ToArray();

    /// <summary>Returns whether a stream that can seek begins like gzip, and goes back to its start.</summary>
    public static bool IsPacked(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        bool packed = stream.ReadByte() == 0x1F && stream.ReadByte() == 0x8B;
        stream.Position = 0;
        return packed;
    }

    /// <summary>Unpacks a stream from where it is; its last contents must be asked for by <see cref="EndsHere"/>.</summary>
    public static Stream Open(Stream packed)
    {
        ArgumentNullException.ThrowIfNull(packed);
        MemoryStream whole = new();
        packed.CopyTo(whole);
        using (GZipStream packing = new(whole, CompressionLevel.Fastest, leaveOpen: true))
        {
            packing.Write(Ending);
        }

        whole.Position = 0;
        return new GZipStream(whole, CompressionMode.Decompress);
    }

    /// <summary>Reads on to see whether the contents end here.</summary>
    /// <param name="unpacked">What <see cref="Open"/> returned.</param>
    /// <returns>Whether they do; false where they go on.</returns>
    /// <exception cref="InvalidDataException">The file is cut off or damaged.</exception>
    public static bool EndsHere(Stream unpacked)
    {
        ArgumentNullException.ThrowIfNull(unpacked);
        byte[] rest = new byte[Ending.Length + 1];
        int length = unpacked.ReadAtLeast(rest, rest.Length, throwOnEndOfStream: false);
        return length == rest.Length ? false
            : rest.AsSpan(0, length).SequenceEqual(Ending) ? true
            : throw new InvalidDataException("The file is cut off.");
    }
}
