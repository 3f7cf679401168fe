namespace ScEdge.Training.Optimization;

/// <summary>
/// Makes the engine of a training.
/// </summary>
public interface IStepEngineFactory
{
    /// <summary>Makes the engine for the circuits of a plan.</summary>
    /// <param name="plan">What the circuits are made of.</param>
    IStepEngine Create(StochasticPlan plan);
}
