using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Cbram;
using ScEdge.Cbram.Cells;
using ScEdge.Kernels.Threading;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Stochastic.Passes;
using ScEdge.Training.Networks;
using ScEdge.Training.Optimization;
using ScEdge.Training.Optimization.FixedPoint;
using ScEdge.Training.Passes;
using ScEdge.Training.Passes.Layers;

namespace ScEdge.Training.Runs;

/// <summary>
/// Builds the update rules of a run from its settings.
/// </summary>
/// <param name="options">Validated settings.</param>
/// <param name="preset">Device with the effects that are on.</param>
/// <param name="team">Threads.</param>
public sealed class UpdateRuleFactory(TrainingOptions options, CbramPreset preset, WorkerTeam team)
{
    private const int BoundsOfWeights = 16;
    private const int BoundsOfWeightsInStreams = 4;

    private OptimizerDescription Optimizer => options.Description ?? throw new InvalidOperationException("FP32 updates have no integer registers.");

    /// <summary>Builds the FP32 rule that the stochastic one is held against.</summary>
    public IUpdateRule Baseline(IReadOnlyList<Parameter> parameters) => options.Optimizer switch
    {
        OptimizerKind.Sgd => new SgdRule(parameters, 0.0, options.WeightDecay),
        OptimizerKind.Momentum or null => new SgdRule(parameters, options.Momentum, options.WeightDecay),
        OptimizerKind.Adam => new AdamRule(parameters, options.WeightDecay),
        _ => throw new InvalidOperationException($"There is no FP32 form of {options.Optimizer}."),
    };

    /// <summary>Builds the fixed-point rule that has the registers of the stochastic one.</summary>
    /// <param name="parameters">Parameters of the network.</param>
    /// <param name="seed">Seed of the rounding.</param>
    public StochasticRule FixedPoint(IReadOnlyList<Parameter> parameters, ulong seed)
    {
        OptimizerPlan plan = Plan(parameters, seed, new CellBankSettings { Lanes = options.Lanes });
        return Rule(parameters, seed, plan, new FixedPointEngine(plan, team));
    }

    /// <summary>Builds the stochastic rule with a bank of cells for every tensor, or with what the settings put in their place.</summary>
    /// <param name="parameters">Parameters of the network.</param>
    /// <param name="seed">Seed of streams and, without one of their own, of cells.</param>
    /// <param name="engines">Makes what updates the registers; null for this process.</param>
    /// <param name="observer">Watches the phases in this process; null for none.</param>
    public StochasticRule Stochastic(
        IReadOnlyList<Parameter> parameters, ulong seed, IStepEngineFactory? engines = null, IPhaseObserver? observer = null)
    {
        bool hasCells = options.UpdateSource == StreamSource.OwnCells;
        OptimizerPlan plan = Plan(
            parameters,
            seed,
            hasCells ? Cells(seed) : new CellBankSettings { Lanes = options.Lanes, CellsPerLane = options.StreamLengths.Longest });
        return Rule(parameters, seed, plan, engines?.Create(plan) ?? Engine(plan, observer));
    }

    /// <summary>Builds the passes in bit streams over the registers of a rule.</summary>
    /// <param name="network">Network that the rule updates.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="seed">Seed of streams and, without one of their own, of cells.</param>
    /// <param name="backward">Whether the network is trained; otherwise it only reads.</param>
    public StochasticPasses Passes(Network network, StochasticRule rule, ulong seed, bool backward) => new(
        network.Model,
        network.Normalization,
        [.. rule.Optimizer.Tensors.Select(static tensor => new RegisterTensor(tensor.Circuit.Weights, tensor.Circuit.WeightFractionBits))],
        options.Passes!.Settings(seed, options.Cells == CellAllocation.Own ? 0 : 1),
        Cells(seed),
        team,
        options.BatchSize,
        backward);

    /// <summary>Returns the exponent of a tensor's weight range: the smallest 2^e that holds a number of initial bounds 1 / sqrt(fan-in).</summary>
    /// <remarks>
    /// Sixteen where the passes are FP32: trained weights stay within a few initial bounds; what saturates is counted and reported. Four where the
    /// passes are streams: a tensor's largest weight sets the scale of all its streams, and the noise of a sum grows with it.
    /// </remarks>
    /// <param name="fanIn">Inputs that one output sums over.</param>
    /// <param name="bounds">Initial bounds that fit.</param>
    public static int RangeExponent(int fanIn, int bounds = BoundsOfWeights)
    {
        int exponent = -15;
        while (Math.ScaleB(1.0, 2 * exponent) * fanIn < bounds * bounds)
        {
            exponent++;
        }

        return exponent;
    }

    private IStepEngine Engine(OptimizerPlan plan, IPhaseObserver? observer) => options.UpdateSource switch
    {
        StreamSource.OwnCells => new CircuitEngine(team, observer),
        StreamSource.Counter => new GeneratorEngine(team, observer),
        StreamSource.Rounding => new FixedPointEngine(plan, team),
        _ => new SequenceEngine(plan, options.UpdateSource, team, observer),
    };

    private StochasticRule Rule(IReadOnlyList<Parameter> parameters, ulong seed, OptimizerPlan plan, IStepEngine engine) => new(
        parameters, new StochasticOptimizer(parameters, plan.NewCircuits(tileLength: 0), options.GradientBits, seed, team, engine));

    private OptimizerPlan Plan(IReadOnlyList<Parameter> parameters, ulong seed, CellBankSettings cells) => new(
        Optimizer, Settings(seed), cells, [.. parameters.Select((parameter, index) => Plan(parameter, (uint)index))]);

    private TensorPlan Plan(Parameter parameter, uint index) => new(
        index,
        [.. parameter.Shape],
        WeightFractionBits(parameter),
        options.Cells == CellAllocation.Own ? parameter.Count : options.Lanes,
        parameter.Name);

    private CellBankSettings Cells(ulong seed) => CellBankDesign.Settings(
        preset, preset.Nonidealities, options.Lanes, options.StreamLengths.Longest, options.SerialWrite, options.DeviceSeed ?? seed);

    private int WeightFractionBits(Parameter parameter) => options.RegisterBits.Weight - 1
        - RangeExponent(parameter.FanIn, options.Passes is null ? BoundsOfWeights : BoundsOfWeightsInStreams);

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
        CountedGradients = options.Passes is not null,
        LaneRotation = options.Cells == CellAllocation.Own ? 0 : 1,
    };
}
