namespace ScEdge.Stochastic.Optimizers
{
    /// <summary>
    /// The stochastic optimisers; <see cref="OptimizerDescription.Of"/> says what each is. The values travel to boards.
    /// </summary>
    public enum OptimizerKind
    {
        /// <summary>Gradient descent: <see cref="SgdOptimizer"/>.</summary>
        Sgd = 1,

        /// <summary>Gradient descent with momentum in decay form: <see cref="MomentumOptimizer"/>.</summary>
        Momentum = 2,

        /// <summary>Adam with division in streams: <see cref="AdamOptimizer"/>.</summary>
        Adam = 3,
    }
}
