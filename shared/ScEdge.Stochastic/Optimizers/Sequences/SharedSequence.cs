using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Stochastic.Optimizers.Sequences
{
    /// <summary>
    /// One of a tensor's streams from a sequence of random numbers that all its parameters share in a step.
    /// </summary>
    /// <remarks>
    /// Bit t of the stream of p is one where R(t) &lt; p, R as <see cref="RandomSequence"/> makes it from the key of the stream, new for every
    /// step. A stream that another one is multiplied with (the learning rate, the gate) takes the second kind: a register of 17 bits, dimension 2.
    /// </remarks>
    internal sealed class SharedSequence
    {
        private readonly RandomSequence sequence;
        private readonly SequenceLevels levels;

        /// <summary>Makes the stream.</summary>
        /// <param name="source"><see cref="StreamSource.Lfsr"/> or <see cref="StreamSource.Sobol"/>.</param>
        /// <param name="seed">Seed of the updates.</param>
        /// <param name="tensor">Index of the tensor.</param>
        /// <param name="kind">Which of its streams.</param>
        /// <param name="length">Stream length in bits.</param>
        public SharedSequence(StreamSource source, ulong seed, uint tensor, StreamKind kind, int length)
        {
            PassSettings settings = new PassSettings();
            settings.Source = source;
            settings.Seed = seed;
            settings.ForwardLength = length;
            bool second = kind == StreamKind.Rate || kind == StreamKind.Gate;
            PassOperand operand = second ? PassOperand.ForwardWeight : PassOperand.ForwardInput;
            sequence = new RandomSequence(null, settings, UpdatePath.StreamNumber(tensor, kind), operand);
            levels = new SequenceLevels(length);
        }

        /// <summary>Gets the stream length in bits.</summary>
        public int Length
        {
            get { return levels.Length; }
        }

        /// <summary>Draws the sequence of a step.</summary>
        public void Begin(uint step)
        {
            // A generator does nothing that counts; the cells' sequences would.
            levels.Begin(sequence, step, null);
        }

        /// <summary>Returns how many bits of the stream of a probability are one.</summary>
        /// <param name="probability">p in units of 2^-16, 0..65536.</param>
        /// <param name="counts">Receives the number and its bits.</param>
        public int Ones(uint probability, OperationCounts counts)
        {
            counts.Numbers++;
            counts.Bits += Length;
            return levels.Of(probability);
        }

        /// <summary>Returns 32 bits of a stream, the tail of the last word zero.</summary>
        /// <param name="ones">What <see cref="Ones"/> returned for it.</param>
        /// <param name="word">Which 32.</param>
        public uint Word(int ones, int word)
        {
            short[] ranks = levels.Ranks;
            int first = word * 32;
            uint bits = 0;
            for (int t = 0; t < 32 && first + t < ranks.Length; t++)
            {
                if (ranks[first + t] < ones)
                {
                    bits |= 1u << t;
                }
            }

            return bits;
        }
    }
}
