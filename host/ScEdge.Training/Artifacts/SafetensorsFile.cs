using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using ScEdge.Files.Reading;
using ScEdge.Files.Writing;
using ScEdge.Input;

namespace ScEdge.Training.Artifacts;

/// <summary>
/// A set of named tensors with text metadata in the safetensors format, which PyTorch, NumPy and others read.
/// </summary>
/// <remarks>
/// Length of the header as a little-endian 64-bit number; the header, a JSON object of names with dtype, shape and
/// data_offsets, filled up with spaces to a multiple of 8 bytes; then the numbers, little-endian, in the order of the
/// header and without gaps. The same contents give the same bytes. (Hugging Face, "Safetensors", format description.)
/// </remarks>
public sealed class SafetensorsFile
{
    /// <summary>Metadata by key, sorted.</summary>
    public SortedDictionary<string, string> Metadata { get; } = new(StringComparer.Ordinal);

    /// <summary>Tensors in the order of the file.</summary>
    public IReadOnlyList<SafetensorsTensor> Tensors => _tensors;

    private readonly List<SafetensorsTensor> _tensors = [];
    private readonly Dictionary<string, SafetensorsTensor> _byName = new(StringComparer.Ordinal);

    /// <summary>Finds a tensor.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The tensor, or null if there is none.</returns>
    public SafetensorsTensor? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Adds a copy of some numbers.</summary>
    /// <typeparam name="T">A number of 1, 2, 4 or 8 bytes.</typeparam>
    /// <param name="name">A name that is not taken yet.</param>
    /// <param name="shape">Sizes, outermost first.</param>
    /// <param name="values">As many numbers as the sizes say, last index fastest.</param>
    /// <exception cref="ArgumentException">The name is taken or the number of values does not match.</exception>
    public void Add<T>(string name, ReadOnlySpan<int> shape, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        SafetensorsTensor tensor = new(
            name, ElementType.Of<T>(), shape.ToArray(), MemoryMarshal.AsBytes(values).ToArray());
        if (tensor.Count != values.Length)
        {
            throw new ArgumentException($"Tensor '{name}' has {values.Length} values but its shape {tensor.Count}.", nameof(values));
        }

        Add(tensor);
    }

    /// <summary>Writes the file; see <see cref="AtomicFile"/>.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">The place cannot be written to.</exception>
    public void Write(string path) => AtomicFile.Write(path, Write);

    /// <summary>Writes to a stream.</summary>
    /// <param name="stream">Receives the bytes.</param>
    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        byte[] header = Header();
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        stream.Write(length);
        stream.Write(header);
        foreach (SafetensorsTensor tensor in _tensors)
        {
            stream.Write(tensor.Bytes);
        }
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">The file cannot be read or is not such a file.</exception>
    public static SafetensorsFile Read(string path) => SafetensorsReader.Read(BinaryFile.Read(path), path);

    /// <summary>Reads the metadata of a file and leaves its numbers where they are.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">The file cannot be read or is not such a file.</exception>
    public static IReadOnlyDictionary<string, string> ReadMetadata(string path) => SafetensorsReader.ReadMetadata(path);

    /// <summary>Returns the SHA-256 of the bytes that <see cref="Write(Stream)"/> gives, in hexadecimal digits.</summary>
    public string Check()
    {
        using HashAlgorithm hash = SHA256.Create();
        using (CryptoStream stream = new(Stream.Null, hash, CryptoStreamMode.Write))
        {
            Write(stream);
        }

        return Convert.ToHexStringLower(hash.Hash!);
    }

    internal void Add(SafetensorsTensor tensor)
    {
        _byName.Add(tensor.Name, tensor);
        _tensors.Add(tensor);
    }

    private byte[] Header()
    {
        using MemoryStream header = new();
        using (Utf8JsonWriter writer = new(header))
        {
            writer.WriteStartObject();
            WriteMetadata(writer);
            long offset = 0;
            foreach (SafetensorsTensor tensor in _tensors)
            {
                writer.WriteStartObject(tensor.Name);
                writer.WriteString("dtype", tensor.ElementTypeName);
                WriteNumbers(writer, "shape", tensor.Shape);
                WriteNumbers(writer, "data_offsets", [offset, offset + tensor.Bytes.Length]);
                writer.WriteEndObject();
                offset += tensor.Bytes.Length;
            }

            writer.WriteEndObject();
        }

        while (header.Length % 8 != 0)
        {
            header.WriteByte((byte)' ');
        }

        return header.ToArray();
    }

    private void WriteMetadata(Utf8JsonWriter writer)
    {
        if (Metadata.Count == 0)
        {
            return;
        }

        writer.WriteStartObject(SafetensorsReader.MetadataKey);
        foreach ((string key, string value) in Metadata)
        {
            writer.WriteString(key, value);
        }

        writer.WriteEndObject();
    }

    private static void WriteNumbers<T>(Utf8JsonWriter writer, string name, IEnumerable<T> numbers)
        where T : IConvertible
    {
        writer.WriteStartArray(name);
        foreach (T number in numbers)
        {
            writer.WriteNumberValue(number.ToInt64(null));
        }

        writer.WriteEndArray();
    }
}
