namespace ScEdge.Protocol.Messages
{
    /// <summary>
    /// The stochastic optimisers (hw-docs/optimizers.md).
    /// </summary>
    public enum OptimizerKind
    {
        /// <summary>Gradient descent; one phase, no auxiliary registers.</summary>
        Sgd = 1,

        /// <summary>Momentum in decay form; two phases, one auxiliary register a parameter.</summary>
        Momentum = 2,

        /// <summary>Adam with division in streams; three phases, two auxiliary registers a parameter.</summary>
        Adam = 3,
    }
}
