namespace ScEdge.Training.Optimization;

/// <summary>
/// The optimisers that a run can train with.
/// </summary>
public enum OptimizerKind
{
    /// <summary>Stochastic computing: gradient descent without momentum.</summary>
    ScSgd,

    /// <summary>Stochastic computing: gradient descent with momentum in decay form, all of it in bit streams.</summary>
    ScMomentum,

    /// <summary>Stochastic computing: Adam with a mean-absolute scale and correlated division.</summary>
    ScAdam,

    /// <summary>FP32 gradient descent with momentum; no stochastic computing.</summary>
    Sgd,
}
