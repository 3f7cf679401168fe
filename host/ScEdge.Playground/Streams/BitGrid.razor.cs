using Microsoft.AspNetCore.Components;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Playground.Streams;

/// <summary>The bits of a stream.</summary>
public partial class BitGrid
{
    /// <summary>Gets or sets the stream.</summary>
    [Parameter]
    [EditorRequired]
    public Bitstream Stream { get; set; } = null!;

    /// <summary>Gets or sets its name.</summary>
    [Parameter]
    [EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>Gets or sets the class that gives its colour.</summary>
    [Parameter]
    [EditorRequired]
    public string Look { get; set; } = "";

    private BitPath Path { get; set; } = null!;

    private string Caption => $"{Stream.CountOnes():N0} of {Stream.Length:N0} bits are one";

    private string Label => $"{Name}: {Caption}";

    /// <inheritdoc/>
    protected override void OnParametersSet() => Path = new BitPath(Stream);
}
