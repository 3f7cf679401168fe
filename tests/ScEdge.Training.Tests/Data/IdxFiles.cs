using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;

namespace ScEdge.Training.Tests.Data;

/// <summary>
/// A temporary folder of IDX files, deleted in the end.
/// </summary>
internal sealed class IdxFiles : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("scedge-idx-").FullName;

    public static byte[] Bytes(int[] sizes, byte[] values)
    {
        List<byte> bytes = [0, 0, 8, (byte)sizes.Length];
        foreach (int size in sizes)
        {
            bytes.AddRange([(byte)(size >> 24), (byte)(size >> 16), (byte)(size >> 8), (byte)size]);
        }

        bytes.AddRange(values);
        return [.. bytes];
    }

    public static byte[] Pack(byte[] bytes)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    public string Write(string name, byte[] bytes)
    {
        string path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Writes images of 2 x 3 pixels with the given labels, pixels counting up from 0.</summary>
    public void WritePair(string imagesName, string labelsName, params byte[] labels)
    {
        byte[] pixels = new byte[labels.Length * 6];
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (byte)i;
        }

        byte[] images = Bytes([labels.Length, 2, 3], pixels);
        Write(imagesName, imagesName.EndsWith(".gz", StringComparison.Ordinal) ? Pack(images) : images);
        byte[] labelBytes = Bytes([labels.Length], labels);
        Write(labelsName, labelsName.EndsWith(".gz", StringComparison.Ordinal) ? Pack(labelBytes) : labelBytes);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
