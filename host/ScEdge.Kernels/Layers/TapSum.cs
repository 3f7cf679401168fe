using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ScEdge.Kernels.Layers;

/// <summary>
/// The inner loop of all layers but the weight gradient of a convolution: output[o] = bias[o] + sum over taps of
/// weight[o][tap] * input[tap], for a block of outputs and a row of vectors, in the order of the taps.
/// </summary>
/// <remarks>
/// The loops must not be inlined: in the large method that results, the compiler's budget runs out before the operations of
/// a row are inlined, and each becomes a call.
/// </remarks>
internal unsafe ref struct TapSum
{
    /// <summary>Where each tap reads, in floats from the input of the block.</summary>
    public int* InputOffsets;

    /// <summary>Where each tap finds its weight, in floats from the weight of the block.</summary>
    public int* WeightOffsets;

    /// <summary>From the weight of one output to that of the next, in floats.</summary>
    public nint WeightStride;

    /// <summary>From one output to the next, in floats.</summary>
    public nint OutputStride;

    /// <summary>Sums a block of outputs for <paramref name="columns"/> neighbouring vectors.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public readonly void Run(
        int height, int columns, int firstTap, int endTap, float* input, float* weights, float* bias, float* output)
    {
        int column = 0;
        for (; BlockHeight.WideRows && column + VectorRow4.Length <= columns; column += VectorRow4.Length)
        {
            Run<VectorRow4>(height, firstTap, endTap, input, weights, bias, output);
            input += VectorRow4.Length * LaneVector.Count;
            output += VectorRow4.Length * LaneVector.Count;
        }

        for (; column < columns; column++)
        {
            Run<VectorRow1>(height, firstTap, endTap, input, weights, bias, output);
            input += LaneVector.Count;
            output += LaneVector.Count;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private readonly void Run<TRow>(
        int height, int firstTap, int endTap, float* input, float* weights, float* bias, float* output)
        where TRow : struct, IVectorRow<TRow>
    {
        switch (height)
        {
            case 6:
                Six<TRow>(firstTap, endTap, input, weights, bias, output);
                break;
            case 4:
                Four<TRow>(firstTap, endTap, input, weights, bias, output);
                break;
            default:
                One<TRow>(firstTap, endTap, input, weights, bias, output);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private readonly void Six<TRow>(int firstTap, int endTap, float* input, float* weights, float* bias, float* output)
        where TRow : struct, IVectorRow<TRow>
    {
        nint stride = WeightStride;
        TRow sum0 = TRow.Create(Bias(bias, 0));
        TRow sum1 = TRow.Create(Bias(bias, 1));
        TRow sum2 = TRow.Create(Bias(bias, 2));
        TRow sum3 = TRow.Create(Bias(bias, 3));
        TRow sum4 = TRow.Create(Bias(bias, 4));
        TRow sum5 = TRow.Create(Bias(bias, 5));
        int* inputOffsets = InputOffsets;
        int* weightOffsets = WeightOffsets;
        for (int tap = firstTap; tap < endTap; tap++)
        {
            TRow row = TRow.Load(input + inputOffsets[tap]);
            float* weight = weights + weightOffsets[tap];
            float* upper = weight + (3 * stride);
            sum0 = TRow.MultiplyAdd(Vector512.Create(weight[0]), row, sum0);
            sum1 = TRow.MultiplyAdd(Vector512.Create(weight[stride]), row, sum1);
            sum2 = TRow.MultiplyAdd(Vector512.Create(weight[2 * stride]), row, sum2);
            sum3 = TRow.MultiplyAdd(Vector512.Create(upper[0]), row, sum3);
            sum4 = TRow.MultiplyAdd(Vector512.Create(upper[stride]), row, sum4);
            sum5 = TRow.MultiplyAdd(Vector512.Create(upper[2 * stride]), row, sum5);
        }

        TRow.Store(sum0, output);
        TRow.Store(sum1, output + OutputStride);
        TRow.Store(sum2, output + (2 * OutputStride));
        TRow.Store(sum3, output + (3 * OutputStride));
        TRow.Store(sum4, output + (4 * OutputStride));
        TRow.Store(sum5, output + (5 * OutputStride));
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private readonly void Four<TRow>(int firstTap, int endTap, float* input, float* weights, float* bias, float* output)
        where TRow : struct, IVectorRow<TRow>
    {
        nint stride = WeightStride;
        TRow sum0 = TRow.Create(Bias(bias, 0));
        TRow sum1 = TRow.Create(Bias(bias, 1));
        TRow sum2 = TRow.Create(Bias(bias, 2));
        TRow sum3 = TRow.Create(Bias(bias, 3));
        int* inputOffsets = InputOffsets;
        int* weightOffsets = WeightOffsets;
        for (int tap = firstTap; tap < endTap; tap++)
        {
            TRow row = TRow.Load(input + inputOffsets[tap]);
            float* weight = weights + weightOffsets[tap];
            sum0 = TRow.MultiplyAdd(Vector512.Create(weight[0]), row, sum0);
            sum1 = TRow.MultiplyAdd(Vector512.Create(weight[stride]), row, sum1);
            sum2 = TRow.MultiplyAdd(Vector512.Create(weight[2 * stride]), row, sum2);
            sum3 = TRow.MultiplyAdd(Vector512.Create(weight[3 * stride]), row, sum3);
        }

        TRow.Store(sum0, output);
        TRow.Store(sum1, output + OutputStride);
        TRow.Store(sum2, output + (2 * OutputStride));
        TRow.Store(sum3, output + (3 * OutputStride));
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private readonly void One<TRow>(int firstTap, int endTap, float* input, float* weights, float* bias, float* output)
        where TRow : struct, IVectorRow<TRow>
    {
        TRow sum = TRow.Create(Bias(bias, 0));
        for (int tap = firstTap; tap < endTap; tap++)
        {
            sum = TRow.MultiplyAdd(
                Vector512.Create(weights[WeightOffsets[tap]]), TRow.Load(input + InputOffsets[tap]), sum);
        }

        TRow.Store(sum, output);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Bias(float* bias, int output) => bias is null ? 0 : bias[output];
}
