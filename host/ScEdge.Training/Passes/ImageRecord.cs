using System;
using System.Linq;
using ScEdge.Stochastic.Passes;
using ScEdge.Training.Passes.Layers;

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
        Winners = new int[route.MapLengths.Length][];
        Errors = new MapErrors[backward ? route.MapLengths.Length : 0];
        for (int map = route.MapLengths.Length - 1; map >= 0; map--)
        {
            PoolingStep? pooling = route.Steps.OfType<PoolingStep>().SingleOrDefault(step => step.Input == map);
            if (pooling is not null)
            {
                Winners[pooling.Output] = new int[route.MapLengths[pooling.Output]];
            }

            if (backward && map > 0)
            {
                Errors[map] = pooling is null
                    ? new MapErrors(route.MapLengths[map], pooled: null, winners: [])
                    : new MapErrors(route.MapLengths[map], Errors[pooling.Output], Winners[pooling.Output]);
            }
        }

        Units = new int[Maps.Length];
        ErrorUnits = new int[Maps.Length];
        InputScales = new FullScale?[route.Stages.Length];
        ErrorScales = new FullScale?[route.Stages.Length];
    }

    /// <summary>Place in the batch.</summary>
    public int Slot { get; }

    public int[][] Maps { get; }

    /// <summary>Errors by map; null for the image.</summary>
    public MapErrors[] Errors { get; }

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
