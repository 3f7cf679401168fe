namespace ScEdge.Stochastic.Passes.Rounding
{
    /// <summary>
    /// The sums of a product layer that are rounded, each with random words of its own.
    /// </summary>
    /// <remarks>The values stand behind those of <see cref="PassOperand"/>, among the streams of a layer.</remarks>
    public enum RoundedSum
    {
        /// <summary>Outputs, forward.</summary>
        Output = 7,

        /// <summary>Errors of the inputs, backward.</summary>
        InputError = 8,

        /// <summary>Gradients of the weights of one image.</summary>
        Gradient = 9,

        /// <summary>Gradients of the biases of one image.</summary>
        BiasGradient = 10,
    }
}
