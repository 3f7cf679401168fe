using System.Collections.Generic;
using Microsoft.AspNetCore.Components;
using ScEdge.Playground.Networks;

namespace ScEdge.Playground.Drawing;

/// <summary>What a layer passes on.</summary>
public partial class MapFigure
{
    private const int SmallSide = 8;

    private LayerMap? _drawn;

    /// <summary>Gets or sets the numbers.</summary>
    [Parameter]
    [EditorRequired]
    public LayerMap Map { get; set; } = null!;

    /// <summary>Gets or sets the name of the layer.</summary>
    [Parameter]
    [EditorRequired]
    public string Name { get; set; } = "";

    private IReadOnlyList<MapPath> Paths { get; set; } = [];

    private bool IsRow => Map.Height * Map.Width == 1;

    private string Layout => IsRow ? "pg-row" : Map.Width < SmallSide ? "pg-channels pg-small" : "pg-channels";

    private string Caption => IsRow
        ? $"{Map.Channels} numbers"
        : $"{(Map.Channels == 1 ? "" : $"{Map.Channels} maps of ")}{Map.Width} × {Map.Height}";

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(_drawn, Map))
        {
            _drawn = Map;
            Paths = MapPath.Of(Map);
        }
    }
}
