using System;
using System.Collections.Generic;
using ScEdge.Training.Artifacts;
using ScEdge.Training.Networks;

namespace ScEdge.Training.Optimization;

/// <summary>
/// The FP32 baseline: v &lt;- mu v + g; w &lt;- w - rate lambda w - rate v.
/// </summary>
/// <remarks>
/// Weight decay acts on the weight itself and does not pass through the momentum, as in the stochastic optimisers. Every
/// product and sum is one fused operation, so the numbers are the same on every machine.
/// </remarks>
public sealed class SgdRule : IUpdateRule
{
    private readonly IReadOnlyList<Parameter> _parameters;
    private readonly float[][] _velocities;
    private readonly float _momentum;
    private readonly double _weightDecay;

    /// <summary>Makes the rule for a network.</summary>
    /// <param name="parameters">Parameters to update.</param>
    /// <param name="momentum">mu, 0 (none) to below 1.</param>
    /// <param name="weightDecay">lambda, 0 or more.</param>
    public SgdRule(IReadOnlyList<Parameter> parameters, double momentum, double weightDecay)
    {
        _parameters = parameters;
        _momentum = (float)momentum;
        _weightDecay = weightDecay;
        _velocities = new float[parameters.Count][];
        for (int i = 0; i < _velocities.Length; i++)
        {
            _velocities[i] = new float[parameters[i].Values.Length];
        }
    }

    /// <inheritdoc/>
    public void Step(uint step, double rate)
    {
        float negativeRate = (float)-rate;
        float negativeDecay = (float)-(rate * _weightDecay);
        for (int tensor = 0; tensor < _velocities.Length; tensor++)
        {
            Span<float> velocity = _velocities[tensor];
            Span<float> values = _parameters[tensor].Values.AsSpan(0, velocity.Length);
            ReadOnlySpan<float> gradients = _parameters[tensor].Gradients.AsSpan(0, velocity.Length);
            for (int i = 0; i < velocity.Length; i++)
            {
                float moved = MathF.FusedMultiplyAdd(_momentum, velocity[i], gradients[i]);
                velocity[i] = moved;
                float kept = MathF.FusedMultiplyAdd(negativeDecay, values[i], values[i]);
                values[i] = MathF.FusedMultiplyAdd(negativeRate, moved, kept);
            }
        }
    }

    /// <inheritdoc/>
    public void Save(TensorArchive archive)
    {
        for (int i = 0; i < _velocities.Length; i++)
        {
            archive.Add($"{_parameters[i].Name}.value", _parameters[i].Values);
            archive.Add($"{_parameters[i].Name}.velocity", _velocities[i]);
        }
    }

    /// <inheritdoc/>
    public void Load(TensorArchive archive)
    {
        for (int i = 0; i < _velocities.Length; i++)
        {
            archive.Read($"{_parameters[i].Name}.value", _parameters[i].Values);
            archive.Read($"{_parameters[i].Name}.velocity", _velocities[i]);
        }
    }
}
