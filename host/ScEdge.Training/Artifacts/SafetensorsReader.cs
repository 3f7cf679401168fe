using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using ScEdge.Input;

namespace ScEdge.Training.Artifacts;

/// <summary>
/// Reads safetensors and rejects whatever is not exactly in the format.
/// </summary>
internal static class SafetensorsReader
{
    public const string MetadataKey = "__metadata__";

    private const long MostHeaderBytes = 1L << 28;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static SafetensorsFile Read(byte[] bytes, string name)
    {
        if (bytes.Length < sizeof(long))
        {
            throw Damaged(name, "it is shorter than the length of its header");
        }

        long headerLength = BinaryPrimitives.ReadInt64LittleEndian(bytes);
        if (headerLength < 2 || headerLength > bytes.Length - sizeof(long))
        {
            throw Damaged(name, "its header does not fit in it");
        }

        int dataStart = sizeof(long) + (int)headerLength;
        try
        {
            using JsonDocument header = JsonDocument.Parse(bytes.AsMemory(sizeof(long), (int)headerLength), Strict);
            return Parse(header.RootElement, bytes.AsSpan(dataStart), name);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            // What the JSON elements throw when a number is asked for and a text is there, and the like.
            throw new InputException(Sentence(name, "its header is not the JSON it should be"), exception);
        }
    }

    /// <summary>Reads the metadata alone; what a file of the same name that takes its place holds is not mixed in.</summary>
    public static IReadOnlyDictionary<string, string> ReadMetadata(string path)
    {
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            Span<byte> length = stackalloc byte[sizeof(long)];
            file.ReadExactly(length);
            long headerLength = BinaryPrimitives.ReadInt64LittleEndian(length);
            if (headerLength < 2 || headerLength > Math.Min(file.Length - sizeof(long), MostHeaderBytes))
            {
                throw Damaged(path, "its header does not fit in it");
            }

            byte[] header = new byte[headerLength];
            file.ReadExactly(header);
            using JsonDocument document = JsonDocument.Parse(header, Strict);
            return document.RootElement.TryGetProperty(MetadataKey, out JsonElement metadata) && metadata.ValueKind == JsonValueKind.Object
                ? metadata.EnumerateObject().ToDictionary(static entry => entry.Name, static entry => entry.Value.GetString() ?? "")
                : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path} cannot be read ({exception.Message}): check that it is there and readable.", exception);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new InputException(Sentence(path, "its header is not the JSON it should be"), exception);
        }
    }

    private static SafetensorsFile Parse(JsonElement header, ReadOnlySpan<byte> data, string name)
    {
        SafetensorsFile file = new();
        long end = 0;
        JsonProperty[] entries = [.. header.EnumerateObject().Where(static entry => entry.Name != MetadataKey)];
        foreach (JsonProperty entry in entries.OrderBy(static entry => Offset(entry.Value, 0)).ThenBy(static entry => Offset(entry.Value, 1)))
        {
            if (Offset(entry.Value, 0) != end)
            {
                throw Damaged(name, $"tensor '{entry.Name}' does not begin where the one before it ends");
            }

            end = Offset(entry.Value, 1);
            file.Add(Tensor(entry, data, name));
        }

        if (end != data.Length)
        {
            throw Damaged(name, $"it has {data.Length} bytes of numbers where its header announces {end}");
        }

        // Some writers give null where they have nothing to tell.
        if (header.TryGetProperty(MetadataKey, out JsonElement metadata) && metadata.ValueKind != JsonValueKind.Null)
        {
            foreach (JsonProperty entry in metadata.EnumerateObject())
            {
                file.Metadata.Add(entry.Name, entry.Value.GetString() ?? throw Damaged(name, "its metadata holds null"));
            }
        }

        return file;
    }

    private static SafetensorsTensor Tensor(JsonProperty entry, ReadOnlySpan<byte> data, string name)
    {
        JsonElement value = entry.Value;
        if (value.EnumerateObject().Count() != 3
            || !value.TryGetProperty("dtype", out _)
            || !value.TryGetProperty("shape", out _)
            || !value.TryGetProperty("data_offsets", out JsonElement offsets)
            || offsets.GetArrayLength() != 2)
        {
            throw Damaged(name, $"tensor '{entry.Name}' has other entries than dtype, shape and two data_offsets");
        }

        string? typeName = entry.Value.GetProperty("dtype").GetString();
        ElementType type = ElementType.FromSafetensors(typeName)
            ?? throw new InputException(
                $"'{name}' holds tensor '{entry.Name}' of type {typeName}; only {string.Join(", ", ElementType.SafetensorsNames)} are supported.");
        long start = Offset(entry.Value, 0);
        long end = Offset(entry.Value, 1);
        int[] shape = [.. entry.Value.GetProperty("shape").EnumerateArray().Select(static size => size.GetInt32())];
        long length = type.Size;
        foreach (int size in shape)
        {
            length = size < 0 ? -1 : Math.Min(length * size, int.MaxValue);
            if (length < 0)
            {
                break;
            }
        }

        if (end < start || end > data.Length || length != end - start)
        {
            throw Damaged(name, $"the bytes of tensor '{entry.Name}' do not match its shape");
        }

        return new SafetensorsTensor(entry.Name, type, shape, data[(int)start..(int)end].ToArray());
    }

    private static long Offset(JsonElement entry, int which)
        => entry.TryGetProperty("data_offsets", out JsonElement offsets) && offsets.GetArrayLength() == 2
            ? offsets[which].GetInt64()
            : throw new FormatException();

    private static InputException Damaged(string name, string what) => new(Sentence(name, what));

    private static string Sentence(string name, string what)
        => $"'{name}' is not a safetensors file or is damaged: {what}; give an undamaged file.";
}
