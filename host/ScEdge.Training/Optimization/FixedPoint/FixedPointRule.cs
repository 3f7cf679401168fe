using System;
using System.Collections.Generic;
using System.Globalization;
using ScEdge.Kernels.Threading;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Training.Artifacts;
using ScEdge.Training.Networks;

namespace ScEdge.Training.Optimization.FixedPoint;

/// <summary>
/// The baseline at equal registers: what the stochastic optimisers do, in binary fixed-point arithmetic with stochastic rounding.
/// </summary>
/// <remarks>
/// <para>Integer gradients, register widths, fraction bits and the policy of ranges are those of the stochastic optimiser; each register
/// receives the exact value, rounded stochastically once (S. Gupta et al., "Deep Learning with Limited Numerical Precision", ICML 2015). What it
/// loses against FP32 the registers lose; what the stochastic optimiser loses against it the bit streams lose.</para>
/// <para>A number depends on its parameter and the step alone, so the results do not depend on the number of threads.</para>
/// </remarks>
public sealed class FixedPointRule : IUpdateRule, IParallelWork
{
    private readonly FixedPointTensor[] _tensors;
    private readonly List<ParameterRange> _ranges = [];
    private readonly uint[] _rangeMaxima;
    private readonly WorkerTeam _team;

    /// <summary>Makes the registers of every tensor and fills the weights with the network's present values.</summary>
    /// <param name="optimizer">The stochastic optimiser whose rule is followed.</param>
    /// <param name="parameters">Parameters of the network.</param>
    /// <param name="settings">Settings that all tensors share; those of bit streams play no part.</param>
    /// <param name="weightFractionBits">Fraction bits of the weight registers, tensor by tensor.</param>
    /// <param name="gradientBits">Bits of an integer gradient, 8 or 16.</param>
    /// <param name="team">Threads.</param>
    public FixedPointRule(
        OptimizerKind optimizer,
        IReadOnlyList<Parameter> parameters,
        OptimizerSettings settings,
        IReadOnlyList<int> weightFractionBits,
        int gradientBits,
        WorkerTeam team)
    {
        _team = team;
        _tensors = new FixedPointTensor[parameters.Count];
        for (int i = 0; i < _tensors.Length; i++)
        {
            _tensors[i] = New(optimizer, parameters[i], (uint)i, settings, weightFractionBits[i], gradientBits);
            ParameterRange.Cut(_ranges, i, parameters[i].Count, ParameterRange.UsualLength);
        }

        _rangeMaxima = new uint[_ranges.Count];
    }

    /// <inheritdoc/>
    public void Step(uint step, double rate)
    {
        // The rate that the stochastic optimiser takes: rounded to 16 bits.
        LearningRate split = StochasticRule.Split(rate);
        double rounded = Math.ScaleB(split.Fraction, -16 - split.Shift);
        foreach (FixedPointTensor tensor in _tensors)
        {
            tensor.BeginStep(step, rounded);
        }

        _team.Run(_ranges.Count, this);
        int range = 0;
        for (int i = 0; i < _tensors.Length; i++)
        {
            uint maximum = 0;
            for (; range < _ranges.Count && _ranges[range].Tensor == i; range++)
            {
                maximum = Math.Max(maximum, _rangeMaxima[range]);
            }

            _tensors[i].EndStep(maximum);
        }
    }

    /// <summary>Does one range; called by the worker team.</summary>
    void IParallelWork.Execute(int part, int worker) => _rangeMaxima[part] = _tensors[_ranges[part].Tensor].Run(_ranges[part]);

    /// <inheritdoc/>
    public void Save(TensorArchive archive)
    {
        foreach (FixedPointTensor tensor in _tensors)
        {
            archive.Add($"{tensor.Name}.weight_register", tensor.Weights);
            archive.Add($"{tensor.Name}.scale", new[] { (long)tensor.AuxiliaryFractionBits });
            for (int j = 0; j < tensor.Auxiliaries.Length; j++)
            {
                archive.Add(AuxiliaryName(tensor, j), tensor.Auxiliaries[j]);
            }
        }
    }

    /// <inheritdoc/>
    public void Load(TensorArchive archive)
    {
        long[] scale = new long[1];
        foreach (FixedPointTensor tensor in _tensors)
        {
            archive.Read($"{tensor.Name}.weight_register", tensor.Weights);
            archive.Read($"{tensor.Name}.scale", scale);
            tensor.AuxiliaryFractionBits = (int)scale[0];
            for (int j = 0; j < tensor.Auxiliaries.Length; j++)
            {
                archive.Read(AuxiliaryName(tensor, j), tensor.Auxiliaries[j]);
            }

            tensor.Refresh();
        }
    }

    private static string AuxiliaryName(FixedPointTensor tensor, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{tensor.Name}.auxiliary_register_{index}");

    private static FixedPointTensor New(
        OptimizerKind optimizer, Parameter parameter, uint index, OptimizerSettings settings, int weightFractionBits, int gradientBits) =>
        optimizer switch
        {
            OptimizerKind.Sgd => new FixedPointSgd(parameter, index, settings, weightFractionBits, gradientBits),
            OptimizerKind.Momentum => new FixedPointMomentum(parameter, index, settings, weightFractionBits, gradientBits),
            OptimizerKind.Adam => new FixedPointAdam(parameter, index, settings, weightFractionBits, gradientBits),
            _ => throw new ArgumentOutOfRangeException(nameof(optimizer), optimizer, "There is no fixed-point form of this optimiser."),
        };
}
