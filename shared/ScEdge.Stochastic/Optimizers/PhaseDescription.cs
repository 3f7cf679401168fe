namespace ScEdge.Stochastic.Optimizers
{
    /// <summary>
    /// What one phase of a step does: which registers it changes, by what, through which streams.
    /// </summary>
    public sealed class PhaseDescription
    {
        /// <summary>Name of the registers that it changes, in every file, report and message.</summary>
        public readonly string Name;

        /// <summary>Kind of work.</summary>
        public readonly PhaseWork Work;

        /// <summary>The registers that it changes.</summary>
        public readonly TensorArray Target;

        /// <summary>What moves them; of a quotient the dividend, whose divisor is the array after it.</summary>
        public readonly TensorArray Quantity;

        /// <summary>Stream of the change.</summary>
        public readonly StreamKind Change;

        /// <summary>Stream of the share that decays.</summary>
        public readonly StreamKind Decay;

        /// <summary>Describes a phase.</summary>
        public PhaseDescription(
            string name, PhaseWork work, TensorArray target, TensorArray quantity, StreamKind change, StreamKind decay)
        {
            Name = name;
            Work = work;
            Target = target;
            Quantity = quantity;
            Change = change;
            Decay = decay;
        }

        /// <summary>Gets the arrays that it reads, a mask of <see cref="TensorArray"/>.</summary>
        public int Inputs
        {
            get
            {
                int dividendAndDivisor = 3 << (int)Quantity;
                return Outputs | (Work == PhaseWork.QuotientUpdate ? dividendAndDivisor : 1 << (int)Quantity);
            }
        }

        /// <summary>Gets the arrays that it changes, a mask of <see cref="TensorArray"/>.</summary>
        public int Outputs
        {
            get { return 1 << (int)Target; }
        }
    }

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
