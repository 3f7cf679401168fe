namespace ScEdge.Stochastic.Optimizers
{
    /// <summary>
    /// What a quotient phase does in the present step: w &lt;- w - sign(m) 2^QuantumShift SC(min(1, |m| / a)) - SC(share of w).
    /// </summary>
    /// <remarks>Describes the work and does none of it, so that something faster can do the same.</remarks>
    public struct QuotientUpdate
    {
        /// <summary>Registers to change.</summary>
        public short[] Weights;

        /// <summary>Largest magnitude of a register.</summary>
        public int Limit;

        /// <summary>Signed dividends m.</summary>
        public short[] Means;

        /// <summary>Divisors a.</summary>
        public short[] Scales;

        /// <summary>Stream length in bits.</summary>
        public int Length;

        /// <summary>Key of the nested streams.</summary>
        public ulong Key;

        /// <summary>Key of the gate's stream.</summary>
        public ulong GateKey;

        /// <summary>Probability of the gate; one lets everything pass and takes no stream.</summary>
        public uint GateProbability;

        /// <summary>A counted one changes the weight by 2 to this power.</summary>
        public int QuantumShift;

        /// <summary>Stream of the share of the weight itself that decays, or null.</summary>
        public UpdatePath Decay;
    }
}
