namespace ScEdge.Stochastic.Optimizers
{
    /// <summary>
    /// The kinds of work that the phases of the optimisers are made of; each is one circuit here and one kernel on vectors.
    /// </summary>
    public enum PhaseWork
    {
        /// <summary>r &lt;- r +- SC(quantity) - SC(share of r): <see cref="RegisterCircuit"/>.</summary>
        RegisterUpdate,

        /// <summary>r &lt;- r + SC(|quantity|) - SC(share of r), at least 1: <see cref="ScaleCircuit"/>.</summary>
        ScaleUpdate,

        /// <summary>r &lt;- r - sign(m) SC(min(1, |m| / a)) - SC(share of r): <see cref="QuotientCircuit"/>.</summary>
        QuotientUpdate,
    }
}
