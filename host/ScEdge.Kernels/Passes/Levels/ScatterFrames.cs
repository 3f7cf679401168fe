using System.Linq;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Kernels.Passes.Levels;

/// <summary>
/// Where the products of a number with all its weights go: to a frame of sums, row by row of the window.
/// </summary>
/// <remarks>
/// Sums are [row][column][target channel] with a margin, so that a row of the window meets sums side by side. Where a whole number of columns fills a
/// group, frames begin at groups, for a group that lies across two cache lines takes twice as long: the weights are there in so many copies, each
/// for the numbers that stand so many columns behind the beginning of a group, and begin behind as many zeros.
/// </remarks>
internal sealed class ScatterFrames
{
    private const int Group = LevelProducts.Group;

    /// <summary>Lays out a layer.</summary>
    /// <param name="shape">Windows.</param>
    /// <param name="forward">Whether products are those of the forward pass; otherwise of the backward pass.</param>
    public ScatterFrames(WindowShape shape, bool forward)
    {
        (Height, Width) = forward ? (shape.Height, shape.Width) : (shape.OutputHeight, shape.OutputWidth);
        Sources = forward ? shape.Channels : shape.Outputs;
        Targets = forward ? shape.Outputs : shape.Channels;
        int lanes = shape.KernelWidth * Targets;
        GroupsPerRow = GroupsOf(lanes);
        bool dividesGroup = Group % Targets == 0 && GroupsOf(lanes + Group - Targets) == GroupsPerRow;
        Copies = shape.KernelWidth > 1 && dividesGroup ? Group / Targets : 1;
        int columns = Width + shape.KernelWidth - 1;
        ColumnsPerRow = (columns + Copies - 1) / Copies * Copies;
        Rows = Height + shape.KernelHeight - 1;
        CopyStride = shape.KernelHeight * GroupsPerRow * Group;
    }

    /// <summary>Rows of a source's map.</summary>
    public int Height { get; }

    /// <summary>Columns of a source's map.</summary>
    public int Width { get; }

    /// <summary>Channels that the numbers come from.</summary>
    public int Sources { get; }

    /// <summary>Channels that the sums belong to.</summary>
    public int Targets { get; }

    /// <summary>Rows of sums, the margin among them.</summary>
    public int Rows { get; }

    /// <summary>Columns of a row of sums, the margin among them.</summary>
    public int ColumnsPerRow { get; }

    /// <summary>Groups of sums that a row of the window takes.</summary>
    public int GroupsPerRow { get; }

    /// <summary>Copies of the weights of a source.</summary>
    public int Copies { get; }

    /// <summary>From a copy of the weights to the next: whole groups.</summary>
    public int CopyStride { get; }

    /// <summary>From the weights of a source to those of the next.</summary>
    public int SourceStride => Copies * CopyStride;

    /// <summary>Numbers that have the same weights: those of a source. A source of one number has its weights alone.</summary>
    public int Plane => Height * Width;

    /// <summary>Sums, with room for a frame that begins at the last.</summary>
    public int Sums => (Rows * ColumnsPerRow * Targets) + (2 * Group);

    /// <summary>Returns the first sum of each group of a frame, from its own first one on.</summary>
    /// <param name="kernelHeight">Rows of a window.</param>
    public int[] GroupOffsets(int kernelHeight) =>
        [.. Enumerable.Range(0, kernelHeight * GroupsPerRow).Select(group =>
            (group / GroupsPerRow * ColumnsPerRow * Targets) + (group % GroupsPerRow * Group))];

    /// <summary>Returns the first sum of each number of a plane; where that is one number, of each source's.</summary>
    public int[] FirstSums() => Plane == 1
        ? new int[Sources]
        : [.. Enumerable.Range(0, Plane).Select(place => ((place / Width * ColumnsPerRow) + (place % Width) - CopyOf(place)) * Targets)];

    /// <summary>Returns the first weight of each number of a plane; where that is one number, of each source's.</summary>
    public int[] FirstWeights() => Plane == 1
        ? [.. Enumerable.Range(0, Sources).Select(source => source * SourceStride)]
        : [.. Enumerable.Range(0, Plane).Select(place => CopyOf(place) * CopyStride)];

    private static int GroupsOf(int lanes) => (lanes + Group - 1) / Group;

    private int CopyOf(int place) => place % Width % Copies;
}
