using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;
using ScEdge.Files.Writing;
using ScEdge.Input;

namespace ScEdge.Training.Artifacts;

/// <summary>
/// A set of named arrays in NumPy's npz format: a zip archive of npy files (version 1.0), for numpy.load.
/// </summary>
/// <remarks>The same contents give the same bytes: the archive's times are fixed. Numbers are little-endian, last index
/// fastest. (NumPy documentation, "numpy.lib.format".)</remarks>
public sealed class NpzFile
{
    private static readonly DateTimeOffset ArchiveTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, byte[]> _arrays = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];

    /// <summary>Names of the arrays in the order of the file.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Adds a copy of some numbers.</summary>
    /// <typeparam name="T">A number of 1, 2, 4 or 8 bytes.</typeparam>
    /// <param name="name">A name that is not taken yet.</param>
    /// <param name="shape">Sizes, outermost first; empty for a single number.</param>
    /// <param name="values">As many numbers as the sizes say.</param>
    /// <exception cref="ArgumentException">The name is taken or the number of values does not match.</exception>
    public void Add<T>(string name, ReadOnlySpan<int> shape, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        int[] sizes = shape.ToArray();
        int count = sizes.Aggregate(1, static (product, size) => product * size);
        if (count != values.Length)
        {
            throw new ArgumentException($"Array '{name}' has {values.Length} values but its shape {count}.", nameof(values));
        }

        _arrays.Add(name, [.. Header(ElementType.Of<T>(), sizes), .. MemoryMarshal.AsBytes(values)]);
        _names.Add(name);
    }

    /// <summary>Writes the file; see <see cref="AtomicFile"/>.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">The place cannot be written to.</exception>
    public void Write(string path) => AtomicFile.Write(path, Write);

    /// <summary>Writes to a stream.</summary>
    /// <param name="stream">Receives the bytes.</param>
    public void Write(Stream stream)
    {
        using ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (string name in _names)
        {
            ZipArchiveEntry entry = archive.CreateEntry($"{name}.npy", CompressionLevel.Fastest);
            entry.LastWriteTime = ArchiveTime;
            using Stream content = entry.Open();
            content.Write(_arrays[name]);
        }
    }

    private static byte[] Header(ElementType type, int[] shape)
    {
        string sizes = shape.Length == 1 ? $"{shape[0]}," : string.Join(", ", shape);
        string text = $"{{'descr': '{type.Numpy}', 'fortran_order': False, 'shape': ({sizes}), }}";

        // Magic, version and length take 10 bytes; the whole is a multiple of 64 and ends with a newline.
        const int PreambleLength = 10;
        int length = (PreambleLength + text.Length + 1 + 63) & -64;
        byte[] header = new byte[length];
        ReadOnlySpan<byte> magic = [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0];
        magic.CopyTo(header);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(magic.Length), (ushort)(length - PreambleLength));
        Encoding.ASCII.GetBytes(text.PadRight(length - PreambleLength - 1) + "\n", header.AsSpan(PreambleLength));
        return header;
    }
}
