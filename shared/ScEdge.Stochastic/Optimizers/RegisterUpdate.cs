namespace ScEdge.Stochastic.Optimizers
{
    /// <summary>
    /// What a phase does to one kind of register in the present step: r &lt;- r +- SC(quantity) - SC(share of r).
    /// </summary>
    /// <remarks>Describes the work and does none of it, so that something faster can do the same.</remarks>
    public struct RegisterUpdate
    {
        /// <summary>Registers to change.</summary>
        public short[] Registers;

        /// <summary>Largest magnitude of a register.</summary>
        public int Limit;

        /// <summary>Signed quantity of every parameter.</summary>
        public short[] Quantities;

        /// <summary>Stream of the change.</summary>
        public UpdatePath Path;

        /// <summary>Whether the change is subtracted.</summary>
        public bool TakeAway;

        /// <summary>Stream of the share of the register itself that decays, or null.</summary>
        public UpdatePath Decay;

        /// <summary>Registers that are read for one parameter: 1, or 2 where the quantity is a register, too.</summary>
        public int ReadsPerParameter;
    }
}
