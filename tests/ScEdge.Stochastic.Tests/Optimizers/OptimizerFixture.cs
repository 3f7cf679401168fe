using System;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Stochastic.Tests.Optimizers;

/// <summary>
/// Steps an optimiser as a host would and fills its registers with a fixed spread of values.
/// </summary>
internal static class OptimizerFixture
{
    public const int Length = 600;

    public static readonly LearningRate Rate = new(1u << 16, 5);

    public static CellBank IdealBank(int cells = 32) => new(new CellBankSettings { Lanes = 16, CellsPerLane = cells }, 0);

    /// <summary>Integers over many magnitudes and both signs, zero included.</summary>
    public static short[] Spread(uint key, int length, int limit)
    {
        short[] values = new short[length];
        for (int i = 0; i < length; i++)
        {
            uint word = CounterGenerator.Word(key, 77, (uint)i);
            int magnitude = (int)((word >> 8) % (uint)(limit + 1)) >> (int)(word & 7);
            values[i] = (short)((word & 128) != 0 ? -magnitude : magnitude);
        }

        return values;
    }

    public static void Step(
        TensorOptimizer optimizer,
        uint step,
        short[] gradients,
        int gradientFractionBits,
        LearningRate rate,
        OperationCounts counts,
        int rangeLength = int.MaxValue)
    {
        uint largest = 0;
        foreach (short gradient in gradients)
        {
            largest = Math.Max(largest, (uint)Math.Abs((int)gradient));
        }

        optimizer.BeginStep(step, largest, gradientFractionBits, rate, counts);
        for (int phase = 0; phase < optimizer.PhaseCount; phase++)
        {
            optimizer.BeginPhase(phase);
            uint maximum = 0;
            for (int start = 0; start < gradients.Length; start += Math.Min(rangeLength, gradients.Length))
            {
                int end = (int)Math.Min((long)start + rangeLength, gradients.Length);
                maximum = Math.Max(maximum, optimizer.RunPhase(phase, gradients, start, end, counts));
            }

            optimizer.EndPhase(phase, maximum);
        }
    }

    public static uint Hash(TensorOptimizer optimizer)
    {
        uint hash = 17;
        for (int i = -1; i < 2; i++)
        {
            short[]? registers = i < 0 ? optimizer.Weights : optimizer.Auxiliary(i);
            foreach (short register in registers ?? [])
            {
                hash = (hash * 31) + (uint)register;
            }
        }

        return hash;
    }
}
