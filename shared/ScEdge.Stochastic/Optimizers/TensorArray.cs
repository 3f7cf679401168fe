namespace ScEdge.Stochastic.Optimizers
{
    /// <summary>
    /// The arrays of a tensor with one entry per parameter. A set of them is a mask of 1 &lt;&lt; value; values and masks travel to boards.
    /// </summary>
    public enum TensorArray
    {
        /// <summary>Integer gradients of the step.</summary>
        Gradients = 0,

        /// <summary>Weight registers.</summary>
        Weights = 1,

        /// <summary>Auxiliary registers, the first.</summary>
        FirstAuxiliary = 2,

        /// <summary>Auxiliary registers, the second.</summary>
        SecondAuxiliary = 3,
    }
}
