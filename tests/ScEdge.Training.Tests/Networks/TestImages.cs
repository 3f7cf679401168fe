using ScEdge.Stochastic.Sources;
using ScEdge.Training.Data;

namespace ScEdge.Training.Tests.Networks;

/// <summary>
/// Small sets of random pixels with random labels.
/// </summary>
internal static class TestImages
{
    public static ImageSet Random(int count, int classes, int channels, int height, int width)
    {
        ulong key = CounterGenerator.Key(42, 1, 0);
        byte[] pixels = new byte[count * channels * height * width];
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (byte)CounterGenerator.Word((uint)key, (uint)(key >> 32), (uint)i);
        }

        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++)
        {
            labels[i] = (byte)(CounterGenerator.Word((uint)key, (uint)(key >> 32), (uint)(pixels.Length + i)) % (uint)classes);
        }

        return new ImageSet("random", classes, channels, height, width, pixels, labels);
    }

    /// <summary>The numbers from first on.</summary>
    public static int[] Indices(int first, int count)
    {
        int[] indices = new int[count];
        for (int i = 0; i < count; i++)
        {
            indices[i] = first + i;
        }

        return indices;
    }
}
