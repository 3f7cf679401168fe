using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using ScEdge.Kernels.Stochastic;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Kernels.Tests.Stochastic;

/// <summary>
/// Everything that some steps of an optimiser leave behind: registers, maxima, counts.
/// </summary>
internal static class UpdateTrace
{
    // So far apart that a drive which drifts does.
    private const uint StepStride = 50;
    private const uint Steps = 3;

    private static readonly FieldInfo[] CountFields =
        typeof(OperationCounts).GetFields(BindingFlags.Public | BindingFlags.Instance);

    /// <summary>Runs a case on a tier, over ranges that are drawn; a tier of null is the one in use.</summary>
    public static List<long> Of(UpdateCase updates, VectorTier? tier)
    {
        TensorOptimizer optimizer = updates.NewOptimizer();
        Fill(optimizer.Weights, 1, optimizer.WeightLimit);
        optimizer.Refresh();
        LearningRate rate = new(updates.Settings.RateAsStream ? 50_001u : 1u << 16, 2);
        short[] gradients = new short[updates.Length];
        List<long> trace = [];
        for (uint step = 0; step < Steps * StepStride; step += StepStride)
        {
            OperationCounts counts = new();
            Fill(gradients, 100 + step, 127);
            uint largest = (uint)gradients.Select(value => Math.Abs((int)value)).DefaultIfEmpty().Max();
            optimizer.BeginStep(step, largest, 7, rate, counts);
            for (int phase = 0; phase < optimizer.PhaseCount; phase++)
            {
                optimizer.BeginPhase(phase);
                uint maximum = RunRanges(optimizer, phase, gradients, tier, counts, trace);
                optimizer.EndPhase(phase, maximum);
            }

            optimizer.Bank.Age(counts.SetEvents);
            trace.AddRange(CountFields.Select(field => (long)field.GetValue(counts)!));
        }

        trace.AddRange(optimizer.Weights.Select(register => (long)register));
        for (int index = 0; optimizer.Auxiliary(index) is { } registers; index++)
        {
            trace.AddRange(registers.Select(register => (long)register));
        }

        return trace;
    }

    private static uint RunRanges(
        TensorOptimizer optimizer, int phase, short[] gradients, VectorTier? tier, OperationCounts counts, List<long> trace)
    {
        uint maximum = 0;
        int start = 0;
        while (start < gradients.Length)
        {
            int length = 1 + (int)(CounterGenerator.Word(9, (uint)phase, (uint)start) % 200);
            int end = optimizer.Bank.HasMemory ? gradients.Length : Math.Min(start + length, gradients.Length);
            uint range = tier is { } fixedTier
                ? PhaseKernel.RunPhase(fixedTier, optimizer, phase, gradients, start, end, counts)
                : PhaseKernel.RunPhase(optimizer, phase, gradients, start, end, counts);
            trace.Add(range);
            maximum = Math.Max(maximum, range);
            start = end;
        }

        return maximum;
    }

    /// <summary>Many magnitudes up to the limit, both signs, zeros.</summary>
    private static void Fill(short[] registers, uint key, int limit)
    {
        for (int i = 0; i < registers.Length; i++)
        {
            uint word = CounterGenerator.Word(key, 77, (uint)i);
            int magnitude = (int)((word >> 8) % (uint)(limit + 1)) >> (int)(word & 7);
            registers[i] = (short)((word & 128) != 0 ? -magnitude : magnitude);
        }
    }
}
