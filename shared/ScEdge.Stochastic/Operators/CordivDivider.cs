using ScEdge.Stochastic.Streams;

namespace ScEdge.Stochastic.Operators
{
    /// <summary>
    /// Correlated division of unipolar streams: a multiplexer and a flip-flop.
    /// </summary>
    /// <remarks>
    /// <para>Where the divisor is one the output is the dividend's bit, elsewhere it repeats the output before. Needs
    /// nested streams (SCC +1, dividend px at most divisor py): then the share of dividend ones among divisor ones is
    /// q = px / py. Independent streams would give px.</para>
    /// <para>For independent cycles, with s the flip-flop's first state and h = 1 - py,
    /// E = q + (s - q) h (1 - h^N) / (N py), the bias of the cycles before the first divisor one, and
    /// Var near q (1 - q) (2 - py) / (py N), the held bits being repetitions. A divisor of zero gives s throughout. The
    /// quotient's scale is the dividend's less the divisor's. (T.-H. Chen, J. Hayes, "Design of Division Circuits for
    /// Stochastic Computing", ISVLSI 2016.)</para>
    /// </remarks>
    public static class CordivDivider
    {
        /// <summary>Divides two unipolar streams from one source.</summary>
        /// <param name="dividend">Stream of px.</param>
        /// <param name="divisor">Stream of py, at least px.</param>
        /// <param name="initialState">First state s of the flip-flop.</param>
        /// <exception cref="System.ArgumentException">A stream is not unipolar, or the lengths differ.</exception>
        public static Bitstream Divide(Bitstream dividend, Bitstream divisor, bool initialState)
        {
            StreamAgreement.RequireEncoding(dividend, StreamEncoding.Unipolar);
            StreamAgreement.RequireEncoding(divisor, StreamEncoding.Unipolar);
            StreamAgreement.RequireSameLength(dividend, divisor);
            Bitstream quotient = new Bitstream(
                dividend.Length, StreamEncoding.Unipolar, dividend.ScaleExponent - divisor.ScaleExponent, false);
            uint state = initialState ? 1u : 0u;
            for (int i = 0; i < quotient.Words.Length; i++)
            {
                uint enabled = divisor.Words[i];
                quotient.Words[i] = CordivWord.Divide(dividend.Words[i] & enabled, enabled, 0xFFFFFFFFu, ref state);
            }

            quotient.ClearTail();
            return quotient;
        }
    }
}
