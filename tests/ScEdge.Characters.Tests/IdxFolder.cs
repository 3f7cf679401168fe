using System;
using System.Buffers.Binary;
using System.IO;
using System.Linq;

namespace ScEdge.Characters.Tests;

/// <summary>
/// Writes sets as IDX files under the names of MNIST's.
/// </summary>
internal static class IdxFolder
{
    public static void Write(string folder, CharacterSet training, CharacterSet test)
    {
        Directory.CreateDirectory(folder);
        Write(folder, "train", training);
        Write(folder, "t10k", test);
        File.WriteAllLines(Path.Combine(folder, "classes.txt"), CharacterClasses.Text.Select(static one => one.ToString()));
    }

    private static void Write(string folder, string name, CharacterSet set)
    {
        int side = CharacterPen.Side;
        WriteFile(Path.Combine(folder, $"{name}-images-idx3-ubyte"), [set.Labels.Length, side, side], set.Pixels);
        WriteFile(Path.Combine(folder, $"{name}-labels-idx1-ubyte"), [set.Labels.Length], set.Labels);
    }

    private static void WriteFile(string path, ReadOnlySpan<int> sizes, byte[] values)
    {
        byte[] heading = new byte[4 + (4 * sizes.Length)];
        heading[2] = 8; // unsigned bytes
        heading[3] = (byte)sizes.Length;
        for (int i = 0; i < sizes.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(heading.AsSpan(4 + (4 * i)), sizes[i]);
        }

        using FileStream file = File.Create(path);
        file.Write(heading);
        file.Write(values);
    }
}
