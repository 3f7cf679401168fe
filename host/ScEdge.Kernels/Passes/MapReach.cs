using ScEdge.Stochastic.Passes;

namespace ScEdge.Kernels.Passes;

/// <summary>
/// Which numbers of a source map, and which weights, a sum of a product layer runs over, along both directions.
/// </summary>
/// <remarks>
/// Target t sums over sources s and taps k with s + k = t + margin. Forward the window is turned by half, so that this holds for both passes.
/// </remarks>
/// <param name="shape">Windows.</param>
/// <param name="forward">Whether sources are inputs and targets outputs; otherwise the other way round.</param>
internal sealed class MapReach(WindowShape shape, bool forward)
{
    private readonly int _marginRows = forward ? shape.KernelHeight - 1 - shape.Padding : shape.Padding;
    private readonly int _marginColumns = forward ? shape.KernelWidth - 1 - shape.Padding : shape.Padding;

    public int Sources { get; } = forward ? shape.Channels : shape.Outputs;

    public int SourceHeight { get; } = forward ? shape.Height : shape.OutputHeight;

    public int SourceWidth { get; } = forward ? shape.Width : shape.OutputWidth;

    public int Targets { get; } = forward ? shape.Outputs : shape.Channels;

    public int TargetHeight { get; } = forward ? shape.OutputHeight : shape.Height;

    public int TargetWidth { get; } = forward ? shape.OutputWidth : shape.Width;

    /// <summary>Returns the rows of the source map that a row of targets meets.</summary>
    public TapRange SourceRows(int target) =>
        TapRange.Within(target + _marginRows - shape.KernelHeight + 1, target + _marginRows + 1, SourceHeight);

    /// <summary>Returns the columns of the source map that a column of targets meets.</summary>
    public TapRange SourceColumns(int target) =>
        TapRange.Within(target + _marginColumns - shape.KernelWidth + 1, target + _marginColumns + 1, SourceWidth);

    /// <summary>Returns the rows of the window, turned in the forward pass, by which a row of targets meets its sources.</summary>
    public TapRange TapRows(int target) => Taps(SourceRows(target), target + _marginRows);

    /// <summary>Returns the columns of the window, likewise.</summary>
    public TapRange TapColumns(int target) => Taps(SourceColumns(target), target + _marginColumns);

    private static TapRange Taps(TapRange sources, int sum) =>
        sources.Count == 0 ? default : new TapRange(sum - sources.End + 1, sum - sources.First + 1);
}
