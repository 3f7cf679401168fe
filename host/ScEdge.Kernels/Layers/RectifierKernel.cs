using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ScEdge.Kernels.Layers;

/// <summary>
/// The rectifier (ReLU), in place: max(0, x).
/// </summary>
/// <remarks>Not-a-number stays what it is, so that a training that diverges shows it in the loss.</remarks>
public static unsafe class RectifierKernel
{
    /// <summary>Sets negative values to zero.</summary>
    /// <param name="values">Whole vectors.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Forward(Span<float> values)
    {
        fixed (float* start = values)
        {
            float* end = start + (values.Length & -LaneVector.Count);
            for (float* p = start; p < end; p += LaneVector.Count)
            {
                Vector512<float> x = Vector512.Load(p);
                Vector512.AndNot(x, Vector512.LessThan(x, Vector512<float>.Zero)).Store(p);
            }
        }
    }

    /// <summary>Sets the gradient to zero where the output is not positive.</summary>
    /// <param name="output">What <see cref="Forward"/> left.</param>
    /// <param name="gradient">Gradient of the output; becomes the gradient of the input.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Backward(ReadOnlySpan<float> output, Span<float> gradient)
    {
        Require.Length(output, gradient.Length);
        fixed (float* y = output, start = gradient)
        {
            int length = gradient.Length & -LaneVector.Count;
            for (int i = 0; i < length; i += LaneVector.Count)
            {
                Vector512<float> positive = Vector512.GreaterThan(Vector512.Load(y + i), Vector512<float>.Zero);
                (Vector512.Load(start + i) & positive).Store(start + i);
            }
        }
    }
}
