using System;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Training.Optimization;

/// <summary>
/// Mean and variance that theory gives for the change which a stream makes, in steps of the register.
/// </summary>
/// <remarks>
/// C ones among N independent bits of probability p: E[q C] = q N p, Var[q C] = q^2 N p (1 - p); in bipolar coding
/// E[q (2C - N)] = q N (2p - 1), Var = 4 q^2 N p (1 - p). Ideal cells. A count of
/// coincidences is no stream any more: it has no variance here.
/// </remarks>
internal readonly struct UpdateMoments
{
    private readonly bool _exists;
    private readonly bool _bipolar;
    private readonly bool _isCounted;
    private readonly int _countShift;
    private readonly StreamScale _scale;
    private readonly double _full;
    private readonly double _fullVariance;

    /// <summary>Takes the scale that a stream has in the present step.</summary>
    /// <param name="path">Stream; none has zero moments.</param>
    public UpdateMoments(UpdatePath? path)
    {
        if (path is not null)
        {
            _exists = true;
            _bipolar = path.IsBipolar;
            _isCounted = path.IsCounted;
            _countShift = path.CountShift;
            _scale = path.Scale;
            double quantum = Math.ScaleB(1.0, _scale.QuantumShift);
            _full = Math.ScaleB(path.Length, _scale.QuantumShift);
            _fullVariance = quantum * quantum * path.Length;
        }
    }

    /// <summary>Returns the moments of the change for a signed quantity.</summary>
    public (double Mean, double Variance) Of(int value)
    {
        if (!_exists)
        {
            return default;
        }

        if (_isCounted)
        {
            // A count enters the register as it is; digits below the register's step are dropped.
            return (Math.Truncate(Math.ScaleB(value, _countShift)), 0.0);
        }

        uint magnitude = (uint)Math.Abs(value);
        double sign = value < 0 ? -1.0 : 1.0;
        if (_bipolar)
        {
            double swing = (double)_scale.HalfProbability(magnitude) / BernoulliWord.One;
            return (sign * 2.0 * swing * _full, _fullVariance * (0.5 + swing) * (0.5 - swing) * 4.0);
        }

        double p = (double)_scale.Probability(magnitude) / BernoulliWord.One;
        return (sign * p * _full, _fullVariance * p * (1.0 - p));
    }
}
