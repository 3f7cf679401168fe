using ScEdge.Stochastic.Streams;

namespace ScEdge.Stochastic.Operators
{
    /// <summary>
    /// Absolute difference of two unipolar streams from one source: one XOR gate.
    /// </summary>
    /// <remarks>
    /// Needs nested streams (SCC +1): then the output is |pa - pb| exactly, in the shares of ones that the streams have,
    /// and Var = |pa - pb| (1 - |pa - pb|) / N about the wanted values. Independent streams (SCC 0) give
    /// pa + pb - 2 pa pb instead. No scaling. (A. Alaghi, J. Hayes, "Exploiting Correlation in Stochastic Circuit
    /// Design", ICCD 2013.)
    /// </remarks>
    public static class XorSubtractor
    {
        /// <summary>Subtracts two unipolar streams of one scale and takes the magnitude.</summary>
        /// <exception cref="System.ArgumentException">The streams do not fit together.</exception>
        public static Bitstream AbsoluteDifference(Bitstream a, Bitstream b)
        {
            StreamAgreement.RequireEncoding(a, StreamEncoding.Unipolar);
            StreamAgreement.RequireSameKind(a, b);
            Bitstream difference = new Bitstream(a.Length, StreamEncoding.Unipolar, a.ScaleExponent, false);
            for (int i = 0; i < difference.Words.Length; i++)
            {
                difference.Words[i] = a.Words[i] ^ b.Words[i];
            }

            return difference;
        }
    }
}
