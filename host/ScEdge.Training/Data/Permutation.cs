using System;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Training.Data;

/// <summary>
/// Random orders of 0, 1, ..., each reachable at once from a key.
/// </summary>
/// <remarks>
/// A Fisher-Yates shuffle of the identity, last place first (R. Durstenfeld, "Algorithm 235: Random permutation", 1964). The bounded draws
/// are unbiased: the high word of a 32 x 32 bit product, where the few products that would favour some results are drawn again
/// (D. Lemire, "Fast random integer generation in an interval", 2019). Words are those of <see cref="CounterGenerator"/> at counter
/// 0, 1, ...
/// </remarks>
internal static class Permutation
{
    /// <summary>Fills an array with the order of a key.</summary>
    /// <param name="order">Receives 0 to length - 1.</param>
    /// <param name="key">Key of the generator.</param>
    public static void Fill(Span<int> order, ulong key)
    {
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        uint counter = 0;
        for (int last = order.Length - 1; last > 0; last--)
        {
            int chosen = (int)Draw((uint)last + 1, key, ref counter);
            (order[last], order[chosen]) = (order[chosen], order[last]);
        }
    }

    private static uint Draw(uint bound, ulong key, ref uint counter)
    {
        // 2^32 mod bound products have a low word below this; without them every result has equally many.
        uint unfair = (0u - bound) % bound;
        while (true)
        {
            ulong product = (ulong)CounterGenerator.Word((uint)key, (uint)(key >> 32), counter++) * bound;
            if ((uint)product >= unfair)
            {
                return (uint)(product >> 32);
            }
        }
    }
}
