using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Operators;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Stochastic.Optimizers
{
    /// <summary>
    /// Moves the registers of a range by the quotient of two others: w &lt;- w - sign(m) q SC(min(1, |m| / a)) - SC(share of w).
    /// </summary>
    /// <remarks>
    /// |m| and a are shifted together until a lies in [1/2, 1), one cell's pulse is read at two times so that the streams of m and a
    /// are nested, and the divider passes m's bit where a's is one and repeats its last output elsewhere (T.-H. Chen, J. Hayes,
    /// "Design of Division Circuits for Stochastic Computing", ISVLSI 2016). Its flip-flop starts at zero, so a stream loses on
    /// average the (1 - a)/a &lt; 1 cycles before the first one of a: the quotient is low by less than 1/N of itself.
    /// </remarks>
    internal static class QuotientCircuit
    {
        /// <summary>Updates the registers of a range; parameters and result as in <see cref="RegisterCircuit"/>.</summary>
        public static uint Run(TensorOptimizer tensor, QuotientUpdate update, int start, int end, OperationCounts counts)
        {
            short[] weights = update.Weights;
            int maximum = 0;
            for (int i = start; i < end; i++)
            {
                int lane = tensor.LaneOf(i);
                int weight = weights[i];
                int step = Count(tensor, ref update, i, lane, counts) << update.QuantumShift;
                int change = update.Means[i] < 0 ? -step : step;
                if (update.Decay != null)
                {
                    change += update.Decay.Change(i, lane, weight, counts);
                }

                weight -= change;
                if (weight > update.Limit || weight < -update.Limit)
                {
                    weight = RegisterCircuit.Clipped(weight, update.Limit, counts);
                }

                weights[i] = (short)weight;
                int magnitude = weight < 0 ? -weight : weight;
                if (magnitude > maximum)
                {
                    maximum = magnitude;
                }
            }

            // Mean and scale are read beside the weight.
            counts.RegisterReads += 3 * (end - start);
            counts.RegisterWrites += end - start;
            return (uint)maximum;
        }

        /// <summary>Counts the ones of the stream of min(1, |m| / a), thinned by the gate.</summary>
        private static int Count(TensorOptimizer tensor, ref QuotientUpdate update, int index, int lane, OperationCounts counts)
        {
            uint dividend = (uint)(update.Means[index] < 0 ? -update.Means[index] : update.Means[index]);
            uint divisor = (uint)(update.Scales[index] < 1 ? 1 : update.Scales[index]);
            if (dividend == 0)
            {
                return 0;
            }

            if (dividend > divisor)
            {
                dividend = divisor;
            }

            while (divisor < BernoulliWord.One / 2)
            {
                divisor <<= 1;
                dividend <<= 1;
            }

            uint counter = (uint)(tensor.FirstParameter + index) * (uint)((update.Length + 31) / 32 * BernoulliWord.CounterStride);
            return CountOnes(tensor.Bank, ref update, lane, dividend, divisor, counter, counts);
        }

        private static int CountOnes(
            CellBank bank, ref QuotientUpdate update, int lane, uint dividend, uint divisor, uint counter, OperationCounts counts)
        {
            int length = update.Length;
            bool gated = update.GateProbability != BernoulliWord.One;
            uint state = 0;
            int ones = 0;
            int switched = 0;
            int passed = 0;
            int word = 0;
            for (int left = length; left > 0; left -= 32)
            {
                uint mask = left >= 32 ? 0xFFFFFFFFu : (1u << left) - 1;
                uint inner;
                uint outer = bank.DrawNestedWord(
                    lane, word, divisor, dividend, mask, (uint)update.Key, (uint)(update.Key >> 32), counter, counts, out inner);
                uint quotient = CordivWord.Divide(inner, outer, mask, ref state);
                if (gated)
                {
                    uint gate = bank.DrawWord(
                        lane, word, update.GateProbability, mask, (uint)update.GateKey, (uint)(update.GateKey >> 32), counter, counts);
                    passed += PopulationCount.Of(gate);
                    quotient &= gate;
                }

                ones += PopulationCount.Of(quotient);
                switched += PopulationCount.Of(outer);
                counter += BernoulliWord.CounterStride;
                word++;
            }

            bank.CountNumber(divisor, length, switched, counts);
            counts.Reads += length;
            counts.MuxOperations += length;
            counts.CounterIncrements += ones;
            if (gated)
            {
                bank.CountNumber(update.GateProbability, length, passed, counts);
                counts.AndOperations += length;
            }

            return ones;
        }
    }
}
