using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ScEdge.Kernels.Layers;

/// <summary>
/// Turns the pixels of up to 16 images into the inputs of a block, images innermost: input = pixel * scale + shift.
/// </summary>
public static unsafe class PixelKernel
{
    private const int PixelsPerWord = 4;

    /// <summary>Converts the images of a block.</summary>
    /// <param name="pixels">Pixels of all images.</param>
    /// <param name="starts">Where each image of the block begins; at most 16.</param>
    /// <param name="scale">Factor.</param>
    /// <param name="shift">Summand; product and sum are rounded one after the other.</param>
    /// <param name="inputs">Receives [pixel][16]; its length decides how many pixels. Lanes without an image receive zero, lest they go on
    /// contributing what they held before.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Run(ReadOnlySpan<byte> pixels, ReadOnlySpan<int> starts, float scale, float shift, Span<float> inputs)
    {
        int count = inputs.Length / LaneVector.Count;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(starts.Length, LaneVector.Count, nameof(starts));
        foreach (int start in starts)
        {
            _ = pixels.Slice(start, count);
        }

        uint* words = stackalloc uint[LaneVector.Count];
        new Span<uint>(words, LaneVector.Count).Clear();
        Vector512<uint> used = Vector512.LessThan(Vector512<uint>.Indices, Vector512.Create((uint)starts.Length));
        fixed (byte* source = pixels)
        fixed (float* destination = inputs)
        fixed (int* first = starts)
        {
            int pixel = 0;
            for (; pixel + PixelsPerWord <= count; pixel += PixelsPerWord)
            {
                for (int lane = 0; lane < starts.Length; lane++)
                {
                    words[lane] = Unsafe.ReadUnaligned<uint>(source + first[lane] + pixel);
                }

                Vector512<uint> word = Vector512.Load(words);
                for (int i = 0; i < PixelsPerWord; i++)
                {
                    Convert(word & Vector512.Create(0xFFu), used, scale, shift, destination + ((pixel + i) * LaneVector.Count));
                    word = Vector512.ShiftRightLogical(word, 8);
                }
            }

            for (; pixel < count; pixel++)
            {
                for (int lane = 0; lane < starts.Length; lane++)
                {
                    words[lane] = source[first[lane] + pixel];
                }

                Convert(Vector512.Load(words), used, scale, shift, destination + (pixel * LaneVector.Count));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Convert(Vector512<uint> pixels, Vector512<uint> used, float scale, float shift, float* destination)
    {
        Vector512<float> values = (Vector512.ConvertToSingle(pixels.AsInt32()) * Vector512.Create(scale)) + Vector512.Create(shift);
        (values.AsUInt32() & used).AsSingle().Store(destination);
    }
}
