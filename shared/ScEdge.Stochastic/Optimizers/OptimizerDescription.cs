using System;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Stochastic.Optimizers
{
    /// <summary>
    /// The declaration of an optimiser: its name, its registers, its phases, what it uses.
    /// </summary>
    /// <remarks>
    /// Everything that is done to every optimiser alike (kernels, boards, checkpoints, ledgers, reports, checks of settings) reads this. A new
    /// optimiser is an <see cref="OptimizerKind"/>, a case in each of the two switches here, and its class.
    /// </remarks>
    public sealed class OptimizerDescription
    {
        // The smallest is 1.
        private const int LastKind = (int)OptimizerKind.Adam;

        // Made when first asked for: a board holds the one that it uses.
        private static readonly OptimizerDescription[] Known = new OptimizerDescription[LastKind + 1];

        /// <summary>Which optimiser.</summary>
        public readonly OptimizerKind Kind;

        /// <summary>Name in options, files, reports and tables.</summary>
        public readonly string Name;

        /// <summary>Name in a sentence.</summary>
        public readonly string Title;

        /// <summary>Names of the auxiliary registers of a parameter, in the order of their indices: those of the phases that change them.</summary>
        public readonly string[] Auxiliaries;

        /// <summary>Whether <see cref="OptimizerSettings.MomentumDecay"/> takes part.</summary>
        public readonly bool UsesMomentum;

        /// <summary>The phases of a step, in order: one for each kind of auxiliary register, and a last one for the weights.</summary>
        public readonly PhaseDescription[] Phases;

        private OptimizerDescription(OptimizerKind kind, string name, string title, bool usesMomentum, PhaseDescription[] phases)
        {
            Kind = kind;
            Name = name;
            Title = title;
            UsesMomentum = usesMomentum;
            Phases = phases;

            // Every kind of auxiliary register has a phase that changes it.
            Auxiliaries = new string[phases.Length - 1];
            for (int i = 0; i < Auxiliaries.Length; i++)
            {
                Auxiliaries[(int)phases[i].Target - (int)TensorArray.FirstAuxiliary] = phases[i].Name;
            }
        }

        /// <summary>Gets the kinds that there are, a mask of 1 &lt;&lt; kind.</summary>
        public static uint KnownKinds
        {
            get { return (2u << LastKind) - 2; }
        }

        /// <summary>Returns whether there is an optimiser of a kind.</summary>
        public static bool IsKnown(OptimizerKind kind)
        {
            return (int)kind >= 1 && (int)kind <= LastKind;
        }

        /// <summary>Returns the description of an optimiser.</summary>
        /// <exception cref="ArgumentException">There is no such optimiser.</exception>
        public static OptimizerDescription Of(OptimizerKind kind)
        {
            if (!IsKnown(kind))
            {
                throw Unknown();
            }

            OptimizerDescription known = Known[(int)kind];
            if (known == null)
            {
                known = Describe(kind);
                Known[(int)kind] = known;
            }

            return known;
        }

        /// <summary>Makes the circuit of a tensor, all registers zero.</summary>
        /// <param name="settings">Settings; not to be changed afterwards.</param>
        /// <param name="tensor">Index of the tensor; part of the identity of its streams.</param>
        /// <param name="length">Number of parameters.</param>
        /// <param name="weightFractionBits">Fraction bits of the weight registers.</param>
        /// <param name="bank">Cells that make the bits.</param>
        public TensorOptimizer NewCircuit(OptimizerSettings settings, uint tensor, int length, int weightFractionBits, CellBank bank)
        {
            switch (Kind)
            {
                case OptimizerKind.Sgd:
                    return new SgdOptimizer(settings, tensor, length, weightFractionBits, bank);
                case OptimizerKind.Momentum:
                    return new MomentumOptimizer(settings, tensor, length, weightFractionBits, bank);
                case OptimizerKind.Adam:
                    return new AdamOptimizer(settings, tensor, length, weightFractionBits, bank);
                default:
                    throw Unknown();
            }
        }

        /// <summary>
        /// Gets whether weights move by a quotient of streams: then streams carry magnitudes only, the weight stream's length is a power of
        /// two, and a divider and a gate are at work, the gate thinning by the remainder of the learning rate as well.
        /// </summary>
        public bool HasQuotient
        {
            get { return Phases[Phases.Length - 1].Work == PhaseWork.QuotientUpdate; }
        }

        /// <summary>Gets whether the remainder of the learning rate can be a stream; otherwise a gate takes it, and any rate will do.</summary>
        public bool UsesRateStream
        {
            get { return !HasQuotient; }
        }

        /// <summary>Gets whether streams can carry signed values in bipolar coding.</summary>
        public bool HasBipolarForm
        {
            get { return !HasQuotient; }
        }

        /// <summary>Gets the auxiliary registers, a mask of <see cref="TensorArray"/>: what a change of their scale reads and changes.</summary>
        public int AuxiliaryArrays
        {
            get { return ((1 << Auxiliaries.Length) - 1) << (int)TensorArray.FirstAuxiliary; }
        }

        private static OptimizerDescription Describe(OptimizerKind kind)
        {
            switch (kind)
            {
                case OptimizerKind.Sgd:
                    return new OptimizerDescription(kind, "sc-sgd", "SGD", false, new PhaseDescription[]
                    {
                        Phase("weight", PhaseWork.RegisterUpdate, TensorArray.Weights, TensorArray.Gradients),
                    });
                case OptimizerKind.Momentum:
                    return new OptimizerDescription(kind, "sc-momentum", "SGD with momentum", true, new PhaseDescription[]
                    {
                        Phase("momentum", PhaseWork.RegisterUpdate, TensorArray.FirstAuxiliary, TensorArray.Gradients),
                        Phase("weight", PhaseWork.RegisterUpdate, TensorArray.Weights, TensorArray.FirstAuxiliary),
                    });
                case OptimizerKind.Adam:
                    return new OptimizerDescription(kind, "sc-adam", "Adam", false, new PhaseDescription[]
                    {
                        Phase("mean", PhaseWork.RegisterUpdate, TensorArray.FirstAuxiliary, TensorArray.Gradients),
                        Phase("scale", PhaseWork.ScaleUpdate, TensorArray.SecondAuxiliary, TensorArray.Gradients),
                        Phase("weight", PhaseWork.QuotientUpdate, TensorArray.Weights, TensorArray.FirstAuxiliary),
                    });
                default:
                    throw Unknown();
            }
        }

        /// <summary>Describes a phase whose streams follow from its target.</summary>
        private static PhaseDescription Phase(string name, PhaseWork work, TensorArray target, TensorArray quantity)
        {
            switch (target)
            {
                case TensorArray.Weights:
                    return new PhaseDescription(name, work, target, quantity, StreamKind.Weight, StreamKind.WeightDecay);
                case TensorArray.FirstAuxiliary:
                    return new PhaseDescription(name, work, target, quantity, StreamKind.Gradient, StreamKind.Decay);
                default:
                    return new PhaseDescription(name, work, target, quantity, StreamKind.ScaleGradient, StreamKind.ScaleDecay);
            }
        }

        private static ArgumentException Unknown()
        {
            return new ArgumentException("There is no such optimiser.");
        }
    }
}
