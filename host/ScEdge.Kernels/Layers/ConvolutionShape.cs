using System;

namespace ScEdge.Kernels.Layers;

/// <summary>
/// Sizes of a two-dimensional convolution with a square kernel, stride 1 and the same zero padding on all sides.
/// </summary>
public sealed record ConvolutionShape
{
    /// <summary>Checks and keeps the sizes.</summary>
    /// <param name="inputChannels">Channels of the input.</param>
    /// <param name="inputHeight">Rows of the input.</param>
    /// <param name="inputWidth">Columns of the input.</param>
    /// <param name="outputChannels">Channels of the output.</param>
    /// <param name="kernelSize">Rows and columns of the kernel.</param>
    /// <param name="padding">Zeros added on each side, 0 to kernelSize - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is not positive or the kernel does not fit.</exception>
    public ConvolutionShape(
        int inputChannels, int inputHeight, int inputWidth, int outputChannels, int kernelSize, int padding)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputChannels, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputChannels, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(kernelSize, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(padding);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(padding, kernelSize);
        ArgumentOutOfRangeException.ThrowIfLessThan(inputHeight, Math.Max(1, kernelSize - (2 * padding)));
        ArgumentOutOfRangeException.ThrowIfLessThan(inputWidth, Math.Max(1, kernelSize - (2 * padding)));
        InputChannels = inputChannels;
        InputHeight = inputHeight;
        InputWidth = inputWidth;
        OutputChannels = outputChannels;
        KernelSize = kernelSize;
        Padding = padding;
    }

    /// <summary>Channels of the input.</summary>
    public int InputChannels { get; }

    /// <summary>Rows of the input.</summary>
    public int InputHeight { get; }

    /// <summary>Columns of the input.</summary>
    public int InputWidth { get; }

    /// <summary>Channels of the output.</summary>
    public int OutputChannels { get; }

    /// <summary>Rows and columns of the kernel.</summary>
    public int KernelSize { get; }

    /// <summary>Zeros added on each side.</summary>
    public int Padding { get; }

    /// <summary>Rows of the output.</summary>
    public int OutputHeight => InputHeight + (2 * Padding) - KernelSize + 1;

    /// <summary>Columns of the output.</summary>
    public int OutputWidth => InputWidth + (2 * Padding) - KernelSize + 1;

    /// <summary>Weights of one output channel.</summary>
    public int WeightsPerOutput => InputChannels * KernelSize * KernelSize;

    /// <summary>Floats of a block of inputs.</summary>
    public int InputLength => InputChannels * InputHeight * InputWidth * LaneVector.Count;

    /// <summary>Floats of a block of outputs.</summary>
    public int OutputLength => OutputChannels * OutputHeight * OutputWidth * LaneVector.Count;
}
