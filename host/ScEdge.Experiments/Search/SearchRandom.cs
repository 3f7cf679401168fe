using System;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Experiments.Search;

/// <summary>
/// Random numbers of a search, the same on every machine: words 0, 1, 2 ... of one stream of the <see cref="CounterGenerator"/>.
/// </summary>
/// <param name="seed">Seed of the search.</param>
/// <param name="stream">What they are for; streams are independent.</param>
internal sealed class SearchRandom(ulong seed, uint stream)
{
    private readonly ulong _key = CounterGenerator.Key(seed, stream, 0);
    private uint _drawn;

    /// <summary>Returns a number from 0 to <paramref name="count"/> - 1; the probabilities differ from 1 / count by less than 2^-32.</summary>
    public int Below(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return (int)(((ulong)Word() * (uint)count) >> 32);
    }

    /// <summary>Returns true with probability <paramref name="part"/> / <paramref name="whole"/>.</summary>
    public bool Happens(int part, int whole) => Below(whole) < part;

    private uint Word() => CounterGenerator.Word((uint)_key, (uint)(_key >> 32), _drawn++);
}
