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
/// phase is not compared. Work other than <see cref="PhaseWork.RegisterUpdate"/> is not compared either.
/// </remarks>
public sealed class UpdateErrorProbe : IPhaseObserver
{
    /// <summary>Every so many steps one is compared.</summary>
    public const uint Interval = 200;

    private readonly PhaseDescription[] _phases;
    private readonly string[] _names;
    private readonly SortedDictionary<(int Phase, int Tensor), UpdateErrorRecord> _records = [];
    private short[][] _before = [];

    /// <summary>Makes the probe for the named tensors of an optimiser.</summary>
    public UpdateErrorProbe(OptimizerDescription optimizer, string[] names)
    {
        _phases = optimizer.Phases;
        _names = names;
    }

    /// <summary>Gets the errors so far, by phase and tensor.</summary>
    public IEnumerable<UpdateErrorRecord> Records() => _records.Values;

    /// <summary>Continues from earlier errors.</summary>
    public void Restore(IEnumerable<UpdateErrorRecord> records)
    {
        _records.Clear();
        foreach (UpdateErrorRecord record in records)
        {
            int phase = Array.FindIndex(_phases, one => one.Name == record.Phase);
            _records[(phase, Array.IndexOf(_names, record.Tensor))] = record;
        }
    }

    /// <inheritdoc/>
    public void BeforePhase(IReadOnlyList<StepTensor> tensors, uint step, int phase)
    {
        if (!IsCompared(step, phase))
        {
            return;
        }

        if (_before.Length == 0)
        {
            _before = [.. tensors.Select(static tensor => new short[tensor.Circuit.Weights.Length])];
        }

        for (int i = 0; i < _before.Length; i++)
        {
            tensors[i].Circuit.Registers(_phases[phase].Target).CopyTo(_before[i], 0);
        }
    }

    /// <inheritdoc/>
    public void AfterPhase(IReadOnlyList<StepTensor> tensors, uint step, int phase)
    {
        for (int i = 0; i < _before.Length && IsCompared(step, phase); i++)
        {
            if (_phases[phase].Target != TensorArray.Weights || !tensors[i].Circuit.HasRateStream)
            {
                Compare(tensors[i], phase, i);
            }
        }
    }

    private bool IsCompared(uint step, int phase) => step % Interval == 0 && _phases[phase].Work == PhaseWork.RegisterUpdate;

    private void Compare(StepTensor tensor, int phase, int index)
    {
        RegisterUpdate update = tensor.Circuit.UpdateOf(phase, tensor.Gradient.Values);
        UpdateMoments change = new(update.Path);
        UpdateMoments decay = new(update.Decay);
        double sign = update.TakeAway ? -1.0 : 1.0;
        short[] before = _before[index];
        short[] after = update.Registers;
        long samples = 0;
        double errors = 0;
        double squares = 0;
        double variances = 0;
        for (int i = 0; i < after.Length; i++)
        {
            if (Math.Abs((int)after[i]) == update.Limit)
            {
                continue;
            }

            (double mean, double variance) = change.Of(update.Quantities[i]);
            (double decayMean, double decayVariance) = decay.Of(before[i]);
            double error = after[i] - before[i] - ((sign * mean) - decayMean);
            samples++;
            errors += error;
            squares += error * error;
            variances += variance + decayVariance;
        }

        UpdateErrorRecord sum = _records.GetValueOrDefault((phase, index))
            ?? new UpdateErrorRecord(_phases[phase].Name, _names[index], 0, 0, 0, 0);
        _records[(phase, index)] = sum with
        {
            Samples = sum.Samples + samples,
            ErrorSum = sum.ErrorSum + errors,
            SquareSum = sum.SquareSum + squares,
            VarianceSum = sum.VarianceSum + variances,
        };
    }
}
