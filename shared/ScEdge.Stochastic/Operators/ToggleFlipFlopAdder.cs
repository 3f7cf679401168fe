using System;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Stochastic.Operators
{
    /// <summary>
    /// Scaled sum without a select stream: a toggle flip-flop decides the cycles in which the inputs differ.
    /// </summary>
    /// <remarks>
    /// Where both inputs agree their bit passes; where they differ the output is the flip-flop, which then toggles. So the
    /// output has (Ca + Cb) / 2 ones, rounded down if the flip-flop starts at zero and up if it starts at one: no
    /// sampling error and no need of independence. The output's bits do depend on the order of the inputs' bits and are
    /// autocorrelated. The scale exponent grows by one, so the decoded value is a + b, off by at most 1 / N (bipolar
    /// 2 / N). Inputs are of one kind, sign-magnitude ones of one sign.
    /// (V. Lee, A. Alaghi, J. Hayes, V. Sathe, L. Ceze, "Energy-Efficient Hybrid Stochastic-Binary Neural Networks for
    /// Near-Sensor Computing", DATE 2017.)
    /// </remarks>
    public static class ToggleFlipFlopAdder
    {
        /// <summary>Adds two streams.</summary>
        /// <param name="a">First stream.</param>
        /// <param name="b">Second stream, of the same kind.</param>
        /// <param name="initialState">State of the flip-flop before the first cycle: false rounds down, true up.</param>
        /// <exception cref="ArgumentException">The streams do not fit together.</exception>
        public static Bitstream Add(Bitstream a, Bitstream b, bool initialState)
        {
            StreamAgreement.RequireSameKind(a, b);
            Bitstream sum = new Bitstream(a.Length, a.Encoding, a.ScaleExponent + 1, a.IsNegative);
            uint state = initialState ? 0xFFFFFFFFu : 0;
            for (int i = 0; i < sum.Words.Length; i++)
            {
                uint differ = a.Words[i] ^ b.Words[i];

                // Bit t of the running parity is the exclusive or of bits 0..t; the flip-flop has seen only those below t.
                uint parity = differ;
                parity ^= parity << 1;
                parity ^= parity << 2;
                parity ^= parity << 4;
                parity ^= parity << 8;
                parity ^= parity << 16;
                uint flipFlop = (parity << 1) ^ state;
                sum.Words[i] = (a.Words[i] & b.Words[i]) | (differ & flipFlop);
                if ((parity >> 31) != 0)
                {
                    state = ~state;
                }
            }

            return sum;
        }

        /// <summary>Adds 2^d streams with a tree of adders whose flip-flops start alternately at zero and one.</summary>
        /// <param name="inputs">Streams of one kind; their number is a power of two.</param>
        /// <returns>The sum, off by at most d / 2 ones of the average, mostly less since roundings alternate.</returns>
        /// <exception cref="ArgumentException">The streams do not fit together.</exception>
        public static Bitstream Add(Bitstream[] inputs)
        {
            StreamAgreement.RequireSameKind(inputs);
            if ((inputs.Length & (inputs.Length - 1)) != 0)
            {
                throw new ArgumentException(
                    "A tree of adders takes a power of two of inputs, not " + inputs.Length.ToString()
                    + "; pad with streams of the value zero.");
            }

            Bitstream[] level = inputs;
            while (level.Length > 1)
            {
                Bitstream[] next = new Bitstream[level.Length >> 1];
                for (int i = 0; i < next.Length; i++)
                {
                    next[i] = Add(level[2 * i], level[(2 * i) + 1], (i & 1) != 0);
                }

                level = next;
            }

            return level == inputs ? inputs[0].Copy() : level[0];
        }
    }
}
