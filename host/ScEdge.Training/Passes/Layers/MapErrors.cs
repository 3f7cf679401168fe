using System;
using ScEdge.Kernels.Passes;

namespace ScEdge.Training.Passes.Layers;

/// <summary>
/// The errors of a map of an image. Those that a pooling passes back stay where they are, three quarters of its map being zero, until somebody
/// asks for all of them.
/// </summary>
/// <param name="length">Numbers of the map.</param>
/// <param name="pooled">Errors of the maxima, if the map is pooled; otherwise null.</param>
/// <param name="winners">Places of the maxima; empty without.</param>
internal sealed class MapErrors(int length, MapErrors? pooled, int[] winners)
{
    private readonly int[] _all = new int[length];
    private bool _isSpread;

    /// <summary>Numbers of the map.</summary>
    public int Length => length;

    /// <summary>The errors. The backing array, where the map is not pooled.</summary>
    public int[] All
    {
        get
        {
            if (pooled is not null && !_isSpread)
            {
                PoolingKernel.PoolErrors(pooled.All, winners, _all);
                _isSpread = true;
            }

            return _all;
        }
    }

    /// <summary>The errors that may not be zero.</summary>
    public ReadOnlySpan<int> Numbers => pooled is null ? _all : pooled.All;

    /// <summary>Places of <see cref="Numbers"/> in the map, channel by channel; empty where each has its own.</summary>
    public ReadOnlySpan<int> Places => winners;

    /// <summary>Takes the errors of the maxima, which have changed.</summary>
    public void Renew() => _isSpread = false;
}
