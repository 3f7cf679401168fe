using System;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Training.Optimization;

/// <summary>
/// Mean and variance that theory gives for the change which a stream makes, in steps of the register.
/// </summary>
/// <remarks>
/// C ones among N independent bits of probability p: E[q C] = q N p, Var[q C] = q^2 N p (1 - p); in bipolar coding
/// E[q (2C - N)] = q N (2p - 1), Var = 4 q^2 N p (1 - p). Ideal cells.
/// </remarks>
public readonly struct UpdateMoments
{
    private readonly UpdatePath? _path;
    private readonly bool _bipolar;

    /// <summary>Takes the scale that a stream has in the present step.</summary>
    /// <param name="tensor">Circuit of the tensor.</param>
    /// <param name="kind">Stream; one that the optimiser lacks has zero moments.</param>
    public UpdateMoments(TensorOptimizer tensor, StreamKind kind)
    {
        _path = tensor.Path(kind);
        _bipolar = tensor.Encoding == UpdateEncoding.Bipolar;
    }

    /// <summary>Returns the expected change for a signed quantity.</summary>
    public double Mean(int value)
    {
        if (_path is null)
        {
            return 0;
        }

        double full = Math.ScaleB(_path.Length, _path.Scale.QuantumShift);
        uint magnitude = (uint)Math.Abs(value);
        double share = _bipolar
            ? 2.0 * _path.Scale.HalfProbability(magnitude) / BernoulliWord.One
            : (double)_path.Scale.Probability(magnitude) / BernoulliWord.One;
        return Math.Sign(value) * share * full;
    }

    /// <summary>Returns the variance of the change for a signed quantity.</summary>
    public double Variance(int value)
    {
        if (_path is null)
        {
            return 0;
        }

        double quantum = Math.ScaleB(1.0, _path.Scale.QuantumShift);
        uint magnitude = (uint)Math.Abs(value);
        double p = _bipolar
            ? 0.5 + ((double)_path.Scale.HalfProbability(magnitude) / BernoulliWord.One)
            : (double)_path.Scale.Probability(magnitude) / BernoulliWord.One;
        return quantum * quantum * _path.Length * p * (1.0 - p) * (_bipolar ? 4.0 : 1.0);
    }
}
