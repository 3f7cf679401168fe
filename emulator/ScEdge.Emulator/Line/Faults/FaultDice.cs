using System;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Emulator.Line.Faults;

/// <summary>The random choices of one filter in one direction, counted and not timed: choice i is the same in every run.</summary>
internal sealed class FaultDice
{
    private readonly ulong _hitKey;
    private readonly ulong _amountKey;
    private readonly ulong _threshold;
    private uint _hits;
    private uint _amounts;

    public FaultDice(ulong seed, FaultKind kind, LineDirection direction, double probability)
    {
        _hitKey = CounterGenerator.Key(seed, (uint)kind, 2 * (uint)direction);
        _amountKey = CounterGenerator.Key(seed, (uint)kind, (2 * (uint)direction) + 1);
        _threshold = (ulong)Math.Round(probability * 4294967296.0);
    }

    /// <summary>Throws for the next frame or byte.</summary>
    public bool Strikes() => Word(_hitKey, _hits++) < _threshold;

    /// <summary>Draws a number from 0 to limit - 1; the bias is below limit / 2^32.</summary>
    public int Below(int limit) => (int)(((ulong)Word(_amountKey, _amounts++) * (uint)limit) >> 32);

    private static uint Word(ulong key, uint counter) => CounterGenerator.Word((uint)key, (uint)(key >> 32), counter);
}
