using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Stochastic.Optimizers.Sequences
{
    /// <summary>
    /// The change that a stream from a shared sequence makes to a register: what <see cref="UpdatePath.Change"/> draws from cells.
    /// </summary>
    internal static class SequenceChange
    {
        /// <summary>Returns the change for one parameter, in steps of the register.</summary>
        /// <param name="path">Scale, coding and multiplier.</param>
        /// <param name="stream">The stream, its sequence drawn.</param>
        /// <param name="value">Signed quantity.</param>
        /// <param name="counts">Receives what the circuit did.</param>
        public static int Change(UpdatePath path, SharedSequence stream, int value, OperationCounts counts)
        {
            if (path.IsCounted)
            {
                return path.Change(0, 0, value, counts);
            }

            uint magnitude = (uint)(value < 0 ? -value : value);
            if (path.IsBipolar)
            {
                uint swing = path.Scale.HalfProbability(magnitude);
                uint half = BernoulliWord.One / 2;
                int up = Count(path, stream, value < 0 ? half - swing : half + swing, counts);
                counts.CounterIncrements += up;
                counts.CounterDecrements += path.Length - up;
                return ((2 * up) - path.Length) << path.Scale.QuantumShift;
            }

            int ones = Count(path, stream, path.Scale.Probability(magnitude), counts);
            counts.CounterIncrements += ones;
            ones <<= path.Scale.QuantumShift;
            return value < 0 ? -ones : ones;
        }

        /// <summary>Returns a value, or the end of the register that it went beyond.</summary>
        public static int Clipped(int value, int limit, OperationCounts counts)
        {
            return value > limit || value < -limit ? RegisterCircuit.Clipped(value, limit, counts) : value;
        }

        private static int Count(UpdatePath path, SharedSequence stream, uint probability, OperationCounts counts)
        {
            int ones = stream.Ones(probability, counts);
            uint[] multiplier = path.Multiplier;
            if (multiplier == null)
            {
                return ones;
            }

            int product = 0;
            for (int word = 0; word < multiplier.Length; word++)
            {
                uint bits = stream.Word(ones, word);
                product += PopulationCount.Of(path.IsBipolar ? ~(bits ^ multiplier[word]) & Mask(path.Length, word) : bits & multiplier[word]);
            }

            if (path.IsBipolar)
            {
                counts.XnorOperations += path.Length;
            }
            else
            {
                counts.AndOperations += path.Length;
            }

            return product;
        }

        /// <summary>Returns the bits of a word that belong to a stream.</summary>
        public static uint Mask(int length, int word)
        {
            int left = length - (word * 32);
            return left >= 32 ? 0xFFFFFFFFu : (1u << left) - 1;
        }
    }
}
