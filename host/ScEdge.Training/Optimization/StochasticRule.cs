using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Training.Artifacts;
using ScEdge.Training.Networks;

namespace ScEdge.Training.Optimization;

/// <summary>
/// The stochastic optimiser as an update rule: splits the learning rate and keeps its state in archives.
/// </summary>
public sealed class StochasticRule : IUpdateRule
{
    private readonly IReadOnlyList<Parameter> _parameters;

    /// <summary>Makes the rule.</summary>
    /// <param name="parameters">Parameters of the network, in the optimiser's order.</param>
    /// <param name="optimizer">The circuits.</param>
    public StochasticRule(IReadOnlyList<Parameter> parameters, StochasticOptimizer optimizer)
    {
        _parameters = parameters;
        Optimizer = optimizer;
    }

    /// <summary>Gets the circuits.</summary>
    public StochasticOptimizer Optimizer { get; }

    /// <summary>Splits a rate into halvings and a remainder within (1/2, 1], rounded to 2^-16.</summary>
    /// <param name="rate">Positive, finite rate.</param>
    public static LearningRate Split(double rate)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rate);
        int shift = 0;
        while (rate > 1.0)
        {
            rate /= 2;
            shift--;
        }

        while (rate <= 0.5)
        {
            rate *= 2;
            shift++;
        }

        uint fraction = (uint)Math.Max(Math.Round(rate * 65536.0), 32769.0);
        return new LearningRate(fraction, shift);
    }

    /// <inheritdoc/>
    public void Step(uint step, double rate) => Optimizer.Step(step, Split(rate));

    /// <inheritdoc/>
    public void Save(TensorArchive archive)
    {
        Optimizer.Synchronize();
        foreach ((string name, long count) in CountNames.Of(Optimizer.Counts))
        {
            archive.Add($"counts.{name}", new[] { count });
        }

        VisitRegisters(archive, loads: false);
    }

    /// <inheritdoc/>
    public void Load(TensorArchive archive)
    {
        Dictionary<string, long> counts = CountNames.Of(new OperationCounts());
        long[] count = new long[1];
        foreach (string name in counts.Keys.ToArray())
        {
            archive.Read($"counts.{name}", count);
            counts[name] = count[0];
        }

        Optimizer.Counts.Clear();
        Optimizer.Counts.Add(CountNames.Read(counts));
        VisitRegisters(archive, loads: true);
        Optimizer.Restore();
    }

    private void VisitRegisters(TensorArchive archive, bool loads)
    {
        for (int i = 0; i < _parameters.Count; i++)
        {
            TensorState.Visit(Optimizer.Tensors[i].Circuit, new RegisterArchive(archive, _parameters[i].Name, loads));
        }
    }
}
