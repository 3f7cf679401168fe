using System;
using System.Collections.Generic;
using ScEdge.Cbram;
using ScEdge.Cbram.Cells;
using ScEdge.Kernels.Threading;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Training.Networks;
using ScEdge.Training.Optimization;

namespace ScEdge.Training.Runs;

/// <summary>
/// Builds the update rules of a run from its settings.
/// </summary>
/// <param name="options">Validated settings.</param>
/// <param name="preset">Device with the effects that are on.</param>
/// <param name="team">Threads.</param>
public sealed class UpdateRuleFactory(TrainingOptions options, CbramPreset preset, WorkerTeam team)
{
    /// <summary>Builds the FP32 rule that the stochastic one is held against.</summary>
    public IUpdateRule Baseline(IReadOnlyList<Parameter> parameters) => options.Optimizer switch
    {
        OptimizerKind.ScAdam => new AdamRule(parameters, options.WeightDecay),
        OptimizerKind.ScSgd => new SgdRule(parameters, 0.0, options.WeightDecay),
        _ => new SgdRule(parameters, options.Momentum, options.WeightDecay),
    };

    /// <summary>Builds the stochastic rule with a bank of cells for every tensor.</summary>
    public StochasticRule Stochastic(IReadOnlyList<Parameter> parameters, ulong seed)
    {
        OptimizerSettings settings = Settings(seed);
        TensorOptimizer[] tensors = new TensorOptimizer[parameters.Count];
        for (int i = 0; i < tensors.Length; i++)
        {
            Parameter parameter = parameters[i];
            int length = parameter.Values.Length;
            CellBankSettings cells = CellBankDesign.Settings(
                preset,
                preset.Nonidealities,
                options.Cells == CellAllocation.Own ? length : options.Lanes,
                options.StreamLengths.Longest,
                options.SerialWrite,
                options.DeviceSeed ?? seed);
            CellBank bank = new(cells, (uint)i);
            int fractionBits = options.RegisterBits.Weight - 1 - RangeExponent(parameter.FanIn);
            tensors[i] = options.Optimizer switch
            {
                OptimizerKind.ScSgd => new SgdOptimizer(settings, (uint)i, length, fractionBits, bank),
                OptimizerKind.ScAdam => new AdamOptimizer(settings, (uint)i, length, fractionBits, bank),
                _ => new MomentumOptimizer(settings, (uint)i, length, fractionBits, bank),
            };
        }

        return new StochasticRule(
            parameters, new StochasticOptimizer(parameters, tensors, options.GradientBits, seed, team));
    }

    /// <summary>
    /// Returns the exponent of a tensor's weight range: the smallest 2^e that holds sixteen times the initial bound
    /// 1 / sqrt(fan-in).
    /// </summary>
    /// <remarks>Trained weights stay within a few initial bounds; what saturates is counted and reported.</remarks>
    public static int RangeExponent(int fanIn)
    {
        int exponent = -15;
        while (Math.ScaleB(1.0, 2 * exponent) * fanIn < 256)
        {
            exponent++;
        }

        return exponent;
    }

    private OptimizerSettings Settings(ulong seed) => new()
    {
        Seed = seed,
        Encoding = options.Encoding,
        GradientLength = options.StreamLengths.Gradient,
        DecayLength = options.StreamLengths.Decay,
        WeightLength = options.StreamLengths.Weight,
        WeightBits = options.RegisterBits.Weight,
        MomentumBits = options.RegisterBits.Momentum,
        MomentumDecay = (uint)Math.Max(1.0, Math.Round((1.0 - options.Momentum) * 65536.0)),
        WeightDecay = (uint)Math.Round(options.WeightDecay * 65536.0),
        RateAsStream = options.RateAsStream,
        LaneRotation = options.Cells == CellAllocation.Own ? 0 : 1,
    };
}
