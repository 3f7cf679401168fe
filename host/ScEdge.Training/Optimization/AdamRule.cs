using System;
using System.Collections.Generic;
using ScEdge.Training.Artifacts;
using ScEdge.Training.Networks;

namespace ScEdge.Training.Optimization;

/// <summary>
/// The FP32 baseline of the stochastic Adam, with decoupled weight decay.
/// </summary>
/// <remarks>
/// D. Kingma, J. Ba, "Adam: A Method for Stochastic Optimization" (ICLR 2015), beta1 = 0.9, beta2 = 0.999,
/// epsilon = 1e-8; the decay as in I. Loshchilov, F. Hutter, "Decoupled Weight Decay Regularization" (ICLR 2019).
/// </remarks>
public sealed class AdamRule : IUpdateRule
{
    private const double MeanDecay = 0.9;
    private const double SquareDecay = 0.999;
    private const float Epsilon = 1e-8f;

    private readonly IReadOnlyList<Parameter> _parameters;
    private readonly float[][] _means;
    private readonly float[][] _squares;
    private readonly double[] _powers = [1.0, 1.0];
    private readonly double _weightDecay;

    /// <summary>Makes the rule for a network.</summary>
    /// <param name="parameters">Parameters to update.</param>
    /// <param name="weightDecay">lambda, 0 or more.</param>
    public AdamRule(IReadOnlyList<Parameter> parameters, double weightDecay)
    {
        _parameters = parameters;
        _weightDecay = weightDecay;
        _means = new float[parameters.Count][];
        _squares = new float[parameters.Count][];
        for (int i = 0; i < _means.Length; i++)
        {
            _means[i] = new float[parameters[i].Values.Length];
            _squares[i] = new float[parameters[i].Values.Length];
        }
    }

    /// <inheritdoc/>
    public void Step(uint step, double rate)
    {
        // The powers of the betas by repeated multiplication: no library power that might differ between machines.
        _powers[0] *= MeanDecay;
        _powers[1] *= SquareDecay;
        float meanScale = (float)(-rate / (1.0 - _powers[0]));
        float squareScale = (float)(1.0 / (1.0 - _powers[1]));
        float negativeDecay = (float)-(rate * _weightDecay);
        for (int tensor = 0; tensor < _means.Length; tensor++)
        {
            Span<float> means = _means[tensor];
            Span<float> squares = _squares[tensor].AsSpan(0, means.Length);
            Span<float> values = _parameters[tensor].Values.AsSpan(0, means.Length);
            ReadOnlySpan<float> gradients = _parameters[tensor].Gradients.AsSpan(0, means.Length);
            for (int i = 0; i < means.Length; i++)
            {
                float gradient = gradients[i];
                means[i] = MathF.FusedMultiplyAdd((float)(1.0 - MeanDecay), gradient - means[i], means[i]);
                float square = gradient * gradient;
                squares[i] = MathF.FusedMultiplyAdd((float)(1.0 - SquareDecay), square - squares[i], squares[i]);
                float denominator = MathF.Sqrt(squares[i] * squareScale) + Epsilon;
                float kept = MathF.FusedMultiplyAdd(negativeDecay, values[i], values[i]);
                values[i] = MathF.FusedMultiplyAdd(meanScale, means[i] / denominator, kept);
            }
        }
    }

    /// <inheritdoc/>
    public void Save(TensorArchive archive)
    {
        archive.Add("adam.powers", _powers);
        for (int i = 0; i < _means.Length; i++)
        {
            archive.Add($"{_parameters[i].Name}.value", _parameters[i].Values);
            archive.Add($"{_parameters[i].Name}.mean", _means[i]);
            archive.Add($"{_parameters[i].Name}.square", _squares[i]);
        }
    }

    /// <inheritdoc/>
    public void Load(TensorArchive archive)
    {
        archive.Read("adam.powers", _powers);
        for (int i = 0; i < _means.Length; i++)
        {
            archive.Read($"{_parameters[i].Name}.value", _parameters[i].Values);
            archive.Read($"{_parameters[i].Name}.mean", _means[i]);
            archive.Read($"{_parameters[i].Name}.square", _squares[i]);
        }
    }
}
