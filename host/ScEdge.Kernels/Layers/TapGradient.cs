using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ScEdge.Kernels.Layers;

/// <summary>
/// The inner loop of a convolution's weight gradient: gradient[o][tap] = sum over positions and lanes of
/// outputGradient[o][position] * input[position + tap].
/// </summary>
/// <remarks>
/// Each lane sums its positions row by row; the 16 lanes are then added by <see cref="LaneVector.Sum"/>. As in
/// <see cref="TapSum"/>, the loops must not be inlined.
/// </remarks>
internal unsafe ref struct TapGradient
{
    /// <summary>Where each tap reads, in floats from a position of the padded input.</summary>
    public int* TapOffsets;

    /// <summary>Rows of the output.</summary>
    public int Rows;

    /// <summary>Columns of the output, in vectors.</summary>
    public int Columns;

    /// <summary>From one row of the padded input to the next, in floats.</summary>
    public nint InputRowStride;

    /// <summary>From one output channel to the next, in floats.</summary>
    public nint OutputStride;

    /// <summary>From the weights of one output channel to those of the next, in floats.</summary>
    public nint GradientStride;

    /// <summary>Sums all taps of a block of output channels.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public readonly void Run(int height, int taps, float* input, float* outputGradient, float* gradient)
    {
        int tap = 0;
        for (; BlockHeight.WideRows && tap + VectorRow4.Length <= taps; tap += VectorRow4.Length)
        {
            Run<VectorRow4>(height, TapOffsets + tap, input, outputGradient, gradient + tap);
        }

        for (; tap < taps; tap++)
        {
            Run<VectorRow1>(height, TapOffsets + tap, input, outputGradient, gradient + tap);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private readonly void Run<TRow>(int height, int* taps, float* input, float* outputGradient, float* gradient)
        where TRow : struct, IVectorRow<TRow>
    {
        float* sums = stackalloc float[BlockHeight.Largest * VectorRow4.Length * LaneVector.Count];
        switch (height)
        {
            case 6:
                Six<TRow>(taps, input, outputGradient, sums);
                break;
            case 4:
                Four<TRow>(taps, input, outputGradient, sums);
                break;
            default:
                One<TRow>(taps, input, outputGradient, sums);
                break;
        }

        for (int output = 0; output < height; output++)
        {
            for (int tap = 0; tap < TRow.Length; tap++)
            {
                gradient[(output * GradientStride) + tap] = LaneVector.Sum(Vector512.Load(sums));
                sums += LaneVector.Count;
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private readonly void Six<TRow>(int* taps, float* input, float* outputGradient, float* sums)
        where TRow : struct, IVectorRow<TRow>
    {
        nint stride = OutputStride;
        TRow sum0 = TRow.Create(0);
        TRow sum1 = TRow.Create(0);
        TRow sum2 = TRow.Create(0);
        TRow sum3 = TRow.Create(0);
        TRow sum4 = TRow.Create(0);
        TRow sum5 = TRow.Create(0);
        float* lower = outputGradient;
        for (int y = 0; y < Rows; y++)
        {
            float* position = input + (y * InputRowStride);
            for (float* end = lower + (Columns * LaneVector.Count); lower < end; lower += LaneVector.Count)
            {
                TRow row = TRow.Load(position, taps);
                float* upper = lower + (3 * stride);
                sum0 = TRow.MultiplyAdd(Vector512.Load(lower), row, sum0);
                sum1 = TRow.MultiplyAdd(Vector512.Load(lower + stride), row, sum1);
                sum2 = TRow.MultiplyAdd(Vector512.Load(lower + (2 * stride)), row, sum2);
                sum3 = TRow.MultiplyAdd(Vector512.Load(upper), row, sum3);
                sum4 = TRow.MultiplyAdd(Vector512.Load(upper + stride), row, sum4);
                sum5 = TRow.MultiplyAdd(Vector512.Load(upper + (2 * stride)), row, sum5);
                position += LaneVector.Count;
            }
        }

        int length = TRow.Length * LaneVector.Count;
        TRow.Store(sum0, sums);
        TRow.Store(sum1, sums + length);
        TRow.Store(sum2, sums + (2 * length));
        TRow.Store(sum3, sums + (3 * length));
        TRow.Store(sum4, sums + (4 * length));
        TRow.Store(sum5, sums + (5 * length));
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private readonly void Four<TRow>(int* taps, float* input, float* outputGradient, float* sums)
        where TRow : struct, IVectorRow<TRow>
    {
        nint stride = OutputStride;
        TRow sum0 = TRow.Create(0);
        TRow sum1 = TRow.Create(0);
        TRow sum2 = TRow.Create(0);
        TRow sum3 = TRow.Create(0);
        float* lower = outputGradient;
        for (int y = 0; y < Rows; y++)
        {
            float* position = input + (y * InputRowStride);
            for (float* end = lower + (Columns * LaneVector.Count); lower < end; lower += LaneVector.Count)
            {
                TRow row = TRow.Load(position, taps);
                sum0 = TRow.MultiplyAdd(Vector512.Load(lower), row, sum0);
                sum1 = TRow.MultiplyAdd(Vector512.Load(lower + stride), row, sum1);
                sum2 = TRow.MultiplyAdd(Vector512.Load(lower + (2 * stride)), row, sum2);
                sum3 = TRow.MultiplyAdd(Vector512.Load(lower + (3 * stride)), row, sum3);
                position += LaneVector.Count;
            }
        }

        int length = TRow.Length * LaneVector.Count;
        TRow.Store(sum0, sums);
        TRow.Store(sum1, sums + length);
        TRow.Store(sum2, sums + (2 * length));
        TRow.Store(sum3, sums + (3 * length));
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private readonly void One<TRow>(int* taps, float* input, float* outputGradient, float* sums)
        where TRow : struct, IVectorRow<TRow>
    {
        TRow sum = TRow.Create(0);
        for (int y = 0; y < Rows; y++)
        {
            float* position = input + (y * InputRowStride);
            for (int x = 0; x < Columns; x++)
            {
                sum = TRow.MultiplyAdd(Vector512.Load(outputGradient), TRow.Load(position, taps), sum);
                outputGradient += LaneVector.Count;
                position += LaneVector.Count;
            }
        }

        TRow.Store(sum, sums);
    }
}
