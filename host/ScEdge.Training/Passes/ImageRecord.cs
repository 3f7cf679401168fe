using System;
using System.Linq;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Training.Passes;

/// <summary>
/// What is kept of an image between its passes and the weight gradient: maps and errors, integers of a power-of-two unit each.
/// </summary>
internal sealed class ImageRecord
{
    public ImageRecord(PassRoute route, int slot, bool backward)
    {
        Slot = slot;
        Maps = [.. route.MapLengths.Select(static length => new int[length])];
        Errors = backward ? [.. route.MapLengths.Select(static (length, map) => map == 0 ? [] : new int[length])] : [];
        Winners = new int[route.MapLengths.Length][];
        foreach (PoolingStep pooling in route.Steps.OfType<PoolingStep>())
        {
            Winners[pooling.Output] = new int[route.MapLengths[pooling.Output]];
        }

        Units = new int[Maps.Length];
        ErrorUnits = new int[Maps.Length];
        InputScales = new FullScale?[route.Stages.Length];
        ErrorScales = new FullScale?[route.Stages.Length];
    }

    /// <summary>Place in the batch.</summary>
    public int Slot { get; }

    public int[][] Maps { get; }

    public int[][] Errors { get; }

    /// <summary>Places of the maxima by the pooled map; null for all others.</summary>
    public int[][] Winners { get; }

    /// <summary>Exponents of the units of the maps.</summary>
    public int[] Units { get; }

    public int[] ErrorUnits { get; }

    /// <summary>Full scales of the inputs of each product layer; null where all are zero.</summary>
    public FullScale?[] InputScales { get; }

    /// <summary>Full scales of the errors of each product layer's outputs; null where all are zero.</summary>
    public FullScale?[] ErrorScales { get; }
}
