using System.Collections.Generic;

namespace ScEdge.Training.Optimization;

/// <summary>
/// Watches the registers around each phase of a stochastic step.
/// </summary>
public interface IPhaseObserver
{
    /// <summary>Called when the scales of the phase are chosen and its registers are still those of before.</summary>
    void BeforePhase(IReadOnlyList<StepTensor> tensors, uint step, int phase);

    /// <summary>Called when the phase has updated its registers.</summary>
    void AfterPhase(IReadOnlyList<StepTensor> tensors, uint step, int phase);
}
