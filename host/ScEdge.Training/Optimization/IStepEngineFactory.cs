using System;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Training.Optimization;

/// <summary>
/// Makes the engines of trainings, and holds what they stand on, lines to boards for example.
/// </summary>
public interface IStepEngineFactory : IDisposable
{
    /// <summary>Makes the engine for the circuits of a plan.</summary>
    /// <param name="plan">What the circuits are made of.</param>
    IStepEngine Create(OptimizerPlan plan);
}
