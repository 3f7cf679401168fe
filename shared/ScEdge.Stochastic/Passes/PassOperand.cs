namespace ScEdge.Stochastic.Passes
{
    /// <summary>
    /// The operands of a product layer, each in streams with random numbers of their own.
    /// </summary>
    /// <remarks>The two factors of every product come from different streams, so an AND gate, or an XNOR gate, multiplies them.</remarks>
    public enum PassOperand
    {
        /// <summary>Forward: inputs of the layer.</summary>
        ForwardInput = 0,

        /// <summary>Forward: weights.</summary>
        ForwardWeight = 1,

        /// <summary>Backward: errors of the layer's outputs.</summary>
        BackwardError = 2,

        /// <summary>Backward: weights.</summary>
        BackwardWeight = 3,

        /// <summary>Weight gradient: inputs of the layer.</summary>
        GradientInput = 4,

        /// <summary>Weight gradient: errors of the layer's outputs.</summary>
        GradientError = 5,

        /// <summary>Gradient of the bias: the constant that thins out the errors' ones.</summary>
        GradientOne = 6,
    }
}
