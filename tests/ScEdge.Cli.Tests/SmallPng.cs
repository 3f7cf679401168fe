using System;
using System.Buffers.Binary;
using System.IO;
using System.IO.Compression;
using System.Text;
using ScEdge.Protocol.Framing;

namespace ScEdge.Cli.Tests;

/// <summary>
/// Writes pictures as PNG files (ISO/IEC 15948): eight bits each of red, green, blue and opacity.
/// </summary>
internal static class SmallPng
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    /// <summary>Returns the bytes of a file.</summary>
    /// <param name="width">Pixels of a row.</param>
    /// <param name="pixels">Red, green, blue and opacity of every pixel, row by row.</param>
    public static byte[] Bytes(int width, byte[] pixels)
    {
        int height = pixels.Length / (4 * width);
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 6);
        using MemoryStream rows = new();
        using (ZLibStream deflate = new(rows, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (int y = 0; y < height; y++)
            {
                // The filter of the row: none.
                deflate.WriteByte(0);
                deflate.Write(pixels, y * 4 * width, 4 * width);
            }
        }

        return [.. Signature, .. Chunk("IHDR", header), .. Chunk("IDAT", rows.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string name, byte[] data)
    {
        byte[] chunk = [0, 0, 0, 0, .. Encoding.ASCII.GetBytes(name), .. data, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc32.Of(chunk, 4, 4 + data.Length));
        return chunk;
    }
}
