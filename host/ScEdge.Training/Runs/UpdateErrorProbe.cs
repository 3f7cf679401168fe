using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Training.Optimization;

namespace ScEdge.Training.Runs;

/// <summary>
/// Holds the changes of the registers in some steps against what theory predicts for them.
/// </summary>
/// <remarks>
/// For a stream of scale q and probability p the change q C has the mean q N p and the variance q^2 N p (1 - p); in
/// bipolar coding, with x = 2p - 1, q N x and q^2 N (1 - x^2). Registers that reached their end are left out: clipping is
/// no error of the streams. Where the rate is a stream of its own its fluctuation is common to the tensor and the weight
/// phase is not compared. Phases without an <see cref="UpdatePath"/> (the division of Adam) are not compared either.
/// </remarks>
public sealed class UpdateErrorProbe : IPhaseObserver
{
    /// <summary>Every so many steps one is compared.</summary>
    public const uint Interval = 200;

    private readonly string[] _names;
    private readonly SortedDictionary<(int Phase, int Tensor), UpdateErrorRecord> _records = [];
    private short[] _before = [];
    private int[] _offsets = [];

    /// <summary>Makes the probe for the named tensors.</summary>
    public UpdateErrorProbe(string[] names) => _names = names;

    /// <summary>Gets the errors so far, by phase and tensor.</summary>
    public IEnumerable<UpdateErrorRecord> Records() => _records.Values;

    /// <summary>Continues from earlier errors.</summary>
    public void Restore(IEnumerable<UpdateErrorRecord> records)
    {
        _records.Clear();
        foreach (UpdateErrorRecord record in records)
        {
            int phase = record.Phase switch { "momentum" => 0, "weight" => 1, _ => 2 };
            _records[(phase, Array.IndexOf(_names, record.Tensor))] = record;
        }
    }

    /// <inheritdoc/>
    public void BeforePhase(StochasticOptimizer optimizer, uint step, int phase, LearningRate rate)
    {
        if (step % Interval != 0)
        {
            return;
        }

        if (_before.Length == 0)
        {
            _offsets = new int[_names.Length + 1];
            for (int i = 0; i < _names.Length; i++)
            {
                _offsets[i + 1] = _offsets[i] + optimizer.Tensors[i].Weights.Length;
            }

            _before = new short[_offsets[^1]];
        }

        for (int i = 0; i < _names.Length; i++)
        {
            Target(optimizer.Tensors[i], phase)?.CopyTo(_before, _offsets[i]);
        }
    }

    /// <inheritdoc/>
    public void AfterPhase(StochasticOptimizer optimizer, uint step, int phase, LearningRate rate)
    {
        if (step % Interval != 0)
        {
            return;
        }

        for (int i = 0; i < _names.Length; i++)
        {
            Compare(optimizer, phase, i);
        }
    }

    private static short[]? Target(TensorOptimizer tensor, int phase) => (tensor, phase) switch
    {
        (SgdOptimizer, 0) => tensor.Weights,
        (MomentumOptimizer, 0) => tensor.Auxiliary(0),
        (MomentumOptimizer, 1) => tensor.Weights,
        (AdamOptimizer, 0) => tensor.Auxiliary(0),
        _ => null,
    };

    private void Compare(StochasticOptimizer optimizer, int phase, int index)
    {
        TensorOptimizer tensor = optimizer.Tensors[index];
        if (Target(tensor, phase) is not { } after)
        {
            return;
        }

        ReadOnlySpan<short> before = _before.AsSpan(_offsets[index], after.Length);
        short[] gradients = optimizer.Gradients[index].Values;
        bool weights = ReferenceEquals(after, tensor.Weights);
        if (weights && tensor.HasRateStream)
        {
            return;
        }

        UpdateMoments first = new(tensor, weights ? StreamKind.Weight : StreamKind.Gradient);
        UpdateMoments second = new(tensor, weights ? StreamKind.WeightDecay : StreamKind.Decay);
        short[] moved = tensor is SgdOptimizer || !weights ? gradients : tensor.Auxiliary(0);
        double sign = weights ? -1.0 : 1.0;
        int limit = weights ? tensor.WeightLimit : tensor.AuxiliaryLimit;
        long samples = 0;
        double errors = 0;
        double squares = 0;
        double variances = 0;
        for (int i = 0; i < after.Length; i++)
        {
            if (Math.Abs((int)after[i]) == limit)
            {
                continue;
            }

            (double mean, double variance) = first.Of(moved[i]);
            (double decayMean, double decayVariance) = second.Of(before[i]);
            double error = after[i] - before[i] - ((sign * mean) - decayMean);
            samples++;
            errors += error;
            squares += error * error;
            variances += variance + decayVariance;
        }

        (int Phase, int Tensor) key = (weights ? 1 : 0, index);
        UpdateErrorRecord sum = _records.GetValueOrDefault(key)
            ?? new UpdateErrorRecord(weights ? "weight" : "momentum", _names[index], 0, 0, 0, 0);
        _records[key] = sum with
        {
            Samples = sum.Samples + samples,
            ErrorSum = sum.ErrorSum + errors,
            SquareSum = sum.SquareSum + squares,
            VarianceSum = sum.VarianceSum + variances,
        };
    }
}
