using System;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Stochastic.Operators
{
    /// <summary>
    /// Scaled sum: a multiplexer whose select lines are streams.
    /// </summary>
    /// <remarks>
    /// <para>With k = 2^d inputs and d fair select streams (p = 1/2) the output takes each input in a random 1/k of the
    /// cycles. The encoded result is the average, so the scale exponent grows by d and the decoded value is the sum.
    /// With unipolar inputs E = sum p_i; Var = k^2 m (1 - m) / N with m the mean p: the noise of one stream, k times
    /// larger. Bipolar: Var = k^2 (1 - m^2) / N with m the mean x.</para>
    /// <para>The select streams must be independent of the inputs and of each other; the inputs may be correlated in any
    /// way. Fewer inputs are padded to a power of two with streams of the value zero, which is p = 1/2 when bipolar.
    /// Sign-magnitude inputs must agree in sign. (B. Gaines, "Stochastic Computing Systems", 1969.)</para>
    /// </remarks>
    public static class MuxAdder
    {
        /// <summary>Adds two streams: value a + b.</summary>
        /// <param name="a">Taken where the select stream is zero.</param>
        /// <param name="b">Taken where the select stream is one.</param>
        /// <param name="select">Unipolar stream of p = 1/2.</param>
        /// <exception cref="ArgumentException">The streams do not fit together.</exception>
        public static Bitstream Add(Bitstream a, Bitstream b, Bitstream select)
        {
            return Select(a, b, select, a.ScaleExponent + 1);
        }

        /// <summary>Weighs two streams: value (1 - s) a + s b, at an unchanged scale.</summary>
        /// <param name="a">Taken where the select stream is zero.</param>
        /// <param name="b">Taken where the select stream is one.</param>
        /// <param name="select">Unipolar stream of the weight s.</param>
        /// <exception cref="ArgumentException">The streams do not fit together.</exception>
        public static Bitstream Interpolate(Bitstream a, Bitstream b, Bitstream select)
        {
            return Select(a, b, select, a.ScaleExponent);
        }

        /// <summary>Adds 2^d streams.</summary>
        /// <param name="inputs">Streams of one kind; their number is a power of two.</param>
        /// <param name="selects">d unipolar streams of p = 1/2; the first is bit 0 of the input's index.</param>
        /// <exception cref="ArgumentException">The streams do not fit together.</exception>
        public static Bitstream Add(Bitstream[] inputs, Bitstream[] selects)
        {
            StreamAgreement.RequireSameKind(inputs);
            if (selects.Length > 30 || inputs.Length != 1 << selects.Length)
            {
                throw new ArgumentException(
                    "A multiplexer with " + selects.Length.ToString()
                    + " select streams takes 2 to that power of inputs, not " + inputs.Length.ToString()
                    + "; pad with streams of the value zero.");
            }

            Bitstream[] level = inputs;
            for (int d = 0; d < selects.Length; d++)
            {
                Bitstream[] next = new Bitstream[level.Length >> 1];
                for (int i = 0; i < next.Length; i++)
                {
                    next[i] = Add(level[2 * i], level[(2 * i) + 1], selects[d]);
                }

                level = next;
            }

            return level == inputs ? inputs[0].Copy() : level[0];
        }

        private static Bitstream Select(Bitstream a, Bitstream b, Bitstream select, int scaleExponent)
        {
            StreamAgreement.RequireSameKind(a, b);
            StreamAgreement.RequireEncoding(select, StreamEncoding.Unipolar);
            StreamAgreement.RequireUnitScale(select);
            StreamAgreement.RequireSameLength(a, select);
            Bitstream output = new Bitstream(a.Length, a.Encoding, scaleExponent, a.IsNegative);
            for (int i = 0; i < output.Words.Length; i++)
            {
                uint chosen = select.Words[i];
                output.Words[i] = (a.Words[i] & ~chosen) | (b.Words[i] & chosen);
            }

            return output;
        }
    }
}
