using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Cbram;
using ScEdge.Costing.Ledgers;
using ScEdge.Input;
using ScEdge.Kernels.Threading;
using ScEdge.Stochastic.Cbram;
using ScEdge.Training.Artifacts;
using ScEdge.Training.Data;
using ScEdge.Training.Networks;
using ScEdge.Training.Optimization;
using ScEdge.Training.Passes;

namespace ScEdge.Training.Runs;

/// <summary>
/// The training from one seed: the baselines and the stochastic optimiser in lockstep, batch by batch, from the same initial weights through
/// the same order of images. Validation images are looked at after every epoch, test images once, after the last.
/// </summary>
public sealed class SeedTraining
{
    private const string PassesName = "passes";

    private readonly BatchSampler _sampler;
    private readonly List<TrainingLeg> _legs = [];
    private readonly UpdateErrorProbe? _probe;
    private readonly UpdateRuleFactory _rules;
    private readonly PassTally? _passTally;

    /// <summary>Makes the networks and rules of a seed.</summary>
    /// <param name="options">Validated settings.</param>
    /// <param name="dataset">Images, already limited.</param>
    /// <param name="model">Network.</param>
    /// <param name="preset">Device with the effects that are on.</param>
    /// <param name="team">Threads.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="engines">Makes what updates the registers; null for this process.</param>
    public SeedTraining(
        TrainingOptions options,
        Dataset dataset,
        ModelDescription model,
        CbramPreset preset,
        WorkerTeam team,
        ulong seed,
        IStepEngineFactory? engines = null)
    {
        Options = options;
        Dataset = dataset;
        Seed = seed;
        Normalization = InputNormalization.FromImages(dataset.Training);
        _sampler = new BatchSampler(dataset.Training.Count, options.BatchSize, seed);
        _rules = new UpdateRuleFactory(options, preset, team);
        if (options.HasFp32)
        {
            Network network = NewNetwork(model, team);
            Fp32 = new TrainingLeg("fp32", network, _rules.Baseline(network.Parameters));
            _legs.Add(Fp32);
        }

        if (options.HasFixed)
        {
            Network network = NewNetwork(model, team);
            Fixed = new TrainingLeg("fixed", network, _rules.FixedPoint(network.Parameters, seed));
            _legs.Add(Fixed);
        }

        if (options.Description is { } optimizer)
        {
            Network network = NewNetwork(model, team);

            // Registers on boards cannot be watched, and without streams there is nothing to predict.
            _probe = engines is null && options.HasUpdateStreams
                ? new UpdateErrorProbe(optimizer, [.. network.Parameters.Select(parameter => parameter.Name)])
                : null;
            StochasticRule = _rules.Stochastic(network.Parameters, seed, engines, _probe);
            if (options.Passes is not null)
            {
                Passes = _rules.Passes(network, StochasticRule, seed, backward: true);
                StochasticRule.Optimizer.Gradients = Passes;
                _passTally = new PassTally(Passes, [.. network.Parameters.Select(parameter => parameter.Name)]);
            }

            Stochastic = new TrainingLeg("sc", network, StochasticRule, Passes);
            _legs.Add(Stochastic);
            Ledger = options.HasLedger ? RunCircuit.NewLedger(options, preset, model) : null;
        }

        _sampler.Shuffle(0);
    }

    /// <summary>Gets the settings.</summary>
    public TrainingOptions Options { get; }

    /// <summary>Gets the images.</summary>
    public Dataset Dataset { get; }

    /// <summary>Gets the seed.</summary>
    public ulong Seed { get; }

    /// <summary>Gets how pixels become inputs.</summary>
    public InputNormalization Normalization { get; }

    /// <summary>Gets the FP32 training, or null.</summary>
    public TrainingLeg? Fp32 { get; }

    /// <summary>Gets the training in fixed-point arithmetic, or null.</summary>
    public TrainingLeg? Fixed { get; }

    /// <summary>Gets the stochastic training, or null.</summary>
    public TrainingLeg? Stochastic { get; }

    /// <summary>Gets the rule of the stochastic training, or null.</summary>
    public StochasticRule? StochasticRule { get; }

    /// <summary>Gets the passes in bit streams, or null.</summary>
    public StochasticPasses? Passes { get; }

    /// <summary>Gets the account of what the updates, and passes in bit streams, would cost in silicon, or null.</summary>
    public CostLedger? Ledger { get; }

    /// <summary>Gets the trainings that take place.</summary>
    public IReadOnlyList<TrainingLeg> Legs => _legs;

    /// <summary>Gets the epoch of the next step, 0 first; the number of epochs when the training is over.</summary>
    public int Epoch { get; private set; }

    /// <summary>Gets the batch of the next step within its epoch.</summary>
    public int Batch { get; private set; }

    /// <summary>Gets the number of batches of an epoch.</summary>
    public int BatchCount => _sampler.BatchCount;

    /// <summary>Gets the number of steps taken.</summary>
    public uint StepsTaken => (uint)((Epoch * BatchCount) + Batch);

    /// <summary>Gets the number of steps of the whole training.</summary>
    public int TotalSteps => Options.Epochs * BatchCount;

    /// <summary>Gets whether all epochs are trained.</summary>
    public bool IsFinished => Epoch == Options.Epochs;

    /// <summary>Gets what the stochastic circuits have done in updates and passes; zeros without a stochastic training.</summary>
    public OperationCounts Counts
    {
        get
        {
            OperationCounts counts = new();
            if (StochasticRule is { } rule)
            {
                counts.Add(rule.Optimizer.Counts);
            }

            _passTally?.AddTo(counts);
            return counts;
        }
    }

    /// <summary>Trains every leg on the next batch; at the end of an epoch also measures them.</summary>
    /// <returns>Whether the step ended an epoch.</returns>
    public bool Step()
    {
        double rate = Options.RateOf(Epoch);
        ReadOnlySpan<int> batch = _sampler.Batch(Batch);
        foreach (TrainingLeg leg in _legs)
        {
            leg.Step(Dataset.Training, batch, StepsTaken, rate);
        }

        _passTally?.AddBatch(batch.Length);
        if (Ledger is not null)
        {
            EnterCosts(Ledger, StochasticRule!.Optimizer.Tensors, _passTally);
        }

        Batch++;
        if (Batch < BatchCount)
        {
            return false;
        }

        EndEpoch();
        MoveTo(Epoch + 1, 0);
        return true;
    }

    /// <summary>Sums up the finished training.</summary>
    public SeedResult Summarize()
    {
        SeedResult result = new()
        {
            Seed = Seed,
            Fp32 = Fp32?.Result,
            Fixed = Fixed?.Result,
            Stochastic = Stochastic?.Result,
            Counts = Stochastic is null ? [] : CountNames.Of(Counts),
            Passes = _passTally?.Result(),
            Cost = Ledger?.Totals,
            UpdateErrors = _probe is null ? [] : [.. _probe.Records()],
        };
        IReadOnlyList<Parameter> parameters = _legs[0].Network.Parameters;
        for (int i = 0; i < parameters.Count; i++)
        {
            result.Weights.Add(WeightDistribution.Of(
                parameters[i].Name,
                Stochastic is null ? [] : Stochastic.Network.Parameters[i].Values,
                Fp32 is null ? [] : Fp32.Network.Parameters[i].Values));
        }

        return result;
    }

    /// <summary>Puts the state of all legs into a checkpoint.</summary>
    public SeedProgress Save(TensorArchive archive)
    {
        foreach (TrainingLeg leg in _legs)
        {
            leg.Rule.Save(archive.Under(leg.Name));
        }

        Passes?.Save(archive.Under(PassesName));

        return new SeedProgress(
            Seed, Epoch, Batch, [.. _legs.Select(leg => leg.Progress())], _probe is null ? [] : [.. _probe.Records()], Ledger?.Totals,
            _passTally?.Result());
    }

    /// <summary>Takes back what <see cref="Save"/> stored.</summary>
    /// <exception cref="InputException">It is not of this training, or the costs so far are of another library.</exception>
    public void Load(SeedProgress progress, TensorArchive archive)
    {
        bool isOurs = progress.Seed == Seed && progress.Legs.Count == _legs.Count && progress.Batch >= 0
            && (progress.Epoch >= 0 && progress.Epoch < Options.Epochs
                ? progress.Batch < BatchCount
                : progress.Epoch == Options.Epochs && progress.Batch == 0);
        if (!isOurs)
        {
            throw new InputException("The checkpoint is of another training than its settings say: resume the checkpoint that the run wrote.");
        }

        for (int i = 0; i < _legs.Count; i++)
        {
            _legs[i].Restore(progress.Legs[i], archive.Under(_legs[i].Name));
        }

        Passes?.Load(archive.Under(PassesName));
        _probe?.Restore(progress.UpdateErrors);
        if (_passTally is not null && progress.Passes is { } passes)
        {
            _passTally.Restore(passes);
        }

        if (Ledger is not null && progress.Cost is { } cost)
        {
            Ledger.Totals.Add(Ledger.Totals.IsOfSameKind(cost) ? cost : throw new InputException(
                $"The costs so far were accounted with another version of the cost library {cost.Library}: put it back, or start a new run."));
        }

        MoveTo(progress.Epoch, progress.Batch);
    }

    private static void EnterCosts(CostLedger ledger, IReadOnlyList<StepTensor> tensors, PassTally? passes)
    {
        for (int layer = 0; layer < passes?.Tensors.Count; layer++)
        {
            OperationCounts[] byPass = passes.LastBatch[layer].ByPass;
            for (int pass = 0; pass < byPass.Length; pass++)
            {
                ledger.EnterPass(passes.Tensors[layer], pass, byPass[pass]);
            }
        }

        for (int tensor = 0; tensor < ledger.Tensors.Count; tensor++)
        {
            for (int phase = 0; phase < ledger.Phases.Count; phase++)
            {
                ledger.Enter(tensor, phase, tensors[tensor].PhaseCounts[phase]);
            }
        }
    }

    private void EndEpoch()
    {
        foreach (TrainingLeg leg in _legs)
        {
            if (Dataset.Validation.Count > 0)
            {
                leg.Validate(Dataset.Validation);
            }

            if (Epoch == Options.Epochs - 1)
            {
                leg.Test(Dataset.Test);
            }
        }

        if (Passes is not null && Epoch == Options.Epochs - 1)
        {
            StochasticPasses reader = _rules.Passes(Stochastic!.Network, StochasticRule!, Seed, backward: false);
            Stochastic.Result.StreamTest = TestResult.Of(reader.Evaluate(Dataset.Test));
        }
    }

    private void MoveTo(int epoch, int batch)
    {
        Epoch = epoch;
        Batch = batch;
        if (epoch < Options.Epochs && _sampler.Epoch != epoch)
        {
            _sampler.Shuffle(epoch);
        }
    }

    private Network NewNetwork(ModelDescription model, WorkerTeam team)
    {
        Network network = new(model, Normalization, team, Options.BatchSize);
        network.Initialize(Seed);
        return network;
    }
}
