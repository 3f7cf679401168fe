using System;
using System.Buffers.Binary;
using System.IO;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Experiments.Tests;

/// <summary>
/// Writes small sets of images as IDX files: bars whose direction is the class, under noise.
/// </summary>
internal static class TinyImages
{
    public const int Size = 16;
    public const int Classes = 3;
    /// <summary>Training images beside those that are set aside for validation: a twelfth of 174.</summary>
    public const int TrainingCount = 160;
    public const int ValidationCount = 14;
    public const int TestCount = 50;

    /// <summary>Writes the four files of a data set with MNIST's names.</summary>
    public static void Write(string folder, int size = Size, int classes = Classes)
    {
        Directory.CreateDirectory(folder);
        WriteSet(folder, "train", TrainingCount + ValidationCount, size, classes, stream: 1);
        WriteSet(folder, "t10k", TestCount, size, classes, stream: 2);
    }

    private static void WriteSet(string folder, string prefix, int count, int size, int classes, uint stream)
    {
        byte[] images = new byte[16 + (count * size * size)];
        byte[] labels = new byte[8 + count];
        WriteHeader(images, [0x803, count, size, size]);
        WriteHeader(labels, [0x801, count]);
        for (int i = 0; i < count; i++)
        {
            int label = i % classes;
            labels[8 + i] = (byte)label;
            ulong key = CounterGenerator.Key(7, stream, (uint)i);
            for (int pixel = 0; pixel < size * size; pixel++)
            {
                uint noise = CounterGenerator.Word((uint)key, (uint)(key >> 32), (uint)pixel) >> 25;
                images[16 + (i * size * size) + pixel] = (byte)(noise + (IsBar(pixel / size, pixel % size, label, size) ? 128 : 0));
            }
        }

        File.WriteAllBytes(Path.Combine(folder, $"{prefix}-images-idx3-ubyte"), images);
        File.WriteAllBytes(Path.Combine(folder, $"{prefix}-labels-idx1-ubyte"), labels);
    }

    private static bool IsBar(int row, int column, int label, int size) => (label % 3) switch
    {
        0 => row / 3 == size / 6,
        1 => column / 3 == size / 6,
        _ => (row + column) / 3 == size / 3,
    };

    private static void WriteHeader(byte[] file, int[] numbers)
    {
        for (int i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(4 * i), numbers[i]);
        }
    }
}
