using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Operators;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Stochastic.Optimizers.Sequences
{
    /// <summary>
    /// Weights moved by the quotient of two streams from a shared sequence: what <see cref="QuotientCircuit"/> draws from cells.
    /// </summary>
    internal sealed class SequenceQuotient
    {
        private readonly TensorOptimizer tensor;
        private readonly SharedSequence stream;
        private readonly SharedSequence gate;
        private readonly SharedSequence decays;

        /// <summary>Makes the circuit.</summary>
        /// <param name="tensor">Registers and scales.</param>
        /// <param name="stream">Streams of dividend and divisor, nested because they share it.</param>
        /// <param name="gate">Stream that thins out the quotient.</param>
        /// <param name="decays">Stream of the weight's own decay.</param>
        public SequenceQuotient(TensorOptimizer tensor, SharedSequence stream, SharedSequence gate, SharedSequence decays)
        {
            this.tensor = tensor;
            this.stream = stream;
            this.gate = gate;
            this.decays = decays;
        }

        /// <summary>Updates the weights of a range; parameters and result as in <see cref="QuotientCircuit"/>.</summary>
        public uint Run(int start, int end, OperationCounts counts)
        {
            QuotientUpdate update = tensor.Quotient;
            int maximum = 0;
            for (int i = start; i < end; i++)
            {
                int value = update.Weights[i];
                int mean = update.Means[i];
                int ones = mean == 0 ? 0 : Quotient(mean < 0 ? -mean : mean, update.Scales[i], update.GateProbability, counts);
                int step = ones << update.QuantumShift;
                int change = mean < 0 ? -step : step;
                change += update.Decay == null ? 0 : SequenceChange.Change(update.Decay, decays, value, counts);
                value = SequenceChange.Clipped(value - change, update.Limit, counts);
                update.Weights[i] = (short)value;
                int magnitude = value < 0 ? -value : value;
                maximum = magnitude > maximum ? magnitude : maximum;
            }

            counts.RegisterReads += 3 * (end - start);
            counts.RegisterWrites += end - start;
            return (uint)maximum;
        }

        /// <summary>Counts the ones of the stream of min(1, dividend / divisor), thinned by the gate.</summary>
        /// <remarks>Both are compared with one random number, so their streams are nested.</remarks>
        private int Quotient(int dividend, int divisor, uint gateProbability, OperationCounts counts)
        {
            uint outer = (uint)(divisor < 1 ? 1 : divisor);
            uint inner = (uint)dividend < outer ? (uint)dividend : outer;
            while (outer < BernoulliWord.One / 2)
            {
                outer <<= 1;
                inner <<= 1;
            }

            bool gated = gateProbability != BernoulliWord.One;
            int outerOnes = stream.Ones(outer, counts);
            int innerOnes = stream.Ones(inner, counts);
            int gateOnes = gated ? gate.Ones(gateProbability, counts) : 0;
            uint state = 0;
            int ones = 0;
            for (int word = 0; word * 32 < stream.Length; word++)
            {
                uint mask = SequenceChange.Mask(stream.Length, word);
                uint quotient = CordivWord.Divide(stream.Word(innerOnes, word), stream.Word(outerOnes, word), mask, ref state);
                ones += PopulationCount.Of(gated ? quotient & gate.Word(gateOnes, word) : quotient);
            }

            counts.MuxOperations += stream.Length;
            counts.AndOperations += gated ? stream.Length : 0;
            counts.CounterIncrements += ones;
            return ones;
        }
    }
}
