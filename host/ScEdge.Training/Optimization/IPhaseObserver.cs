using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Training.Optimization;

/// <summary>
/// Watches the registers around each phase of a stochastic step.
/// </summary>
public interface IPhaseObserver
{
    /// <summary>Called when the scales of the phase are chosen and its registers are still those of before.</summary>
    void BeforePhase(StochasticOptimizer optimizer, uint step, int phase, LearningRate rate);

    /// <summary>Called when the phase has updated its registers.</summary>
    void AfterPhase(StochasticOptimizer optimizer, uint step, int phase, LearningRate rate);
}
