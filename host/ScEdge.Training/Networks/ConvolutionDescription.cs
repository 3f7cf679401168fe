namespace ScEdge.Training.Networks;

/// <summary>
/// A two-dimensional convolution with stride 1, a square kernel and a bias per output channel.
/// </summary>
/// <param name="OutputChannels">Channels of the output, at least 1.</param>
/// <param name="KernelSize">Rows and columns of the kernel, at least 1.</param>
/// <param name="Padding">Zeros added on each side, 0 to KernelSize - 1.</param>
public sealed record ConvolutionDescription(int OutputChannels, int KernelSize, int Padding = 0) : LayerDescription;
