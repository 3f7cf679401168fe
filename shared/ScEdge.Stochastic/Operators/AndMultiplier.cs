using ScEdge.Stochastic.Streams;

namespace ScEdge.Stochastic.Operators
{
    /// <summary>
    /// Unipolar product: one AND gate.
    /// </summary>
    /// <remarks>
    /// Needs independent streams (SCC 0): then E = pa pb and Var = pa pb (1 - pa pb) / N. At SCC +1 the same gate gives
    /// min(pa, pb), at -1 max(pa + pb - 1, 0). A stream times itself is itself; delay or regenerate one copy to square.
    /// Scales multiply. (B. Gaines, "Stochastic Computing Systems", 1969.)
    /// </remarks>
    public static class AndMultiplier
    {
        /// <summary>Multiplies two unipolar streams.</summary>
        /// <exception cref="System.ArgumentException">A stream is not unipolar, or the lengths differ.</exception>
        public static Bitstream Multiply(Bitstream a, Bitstream b)
        {
            StreamAgreement.RequireEncoding(a, StreamEncoding.Unipolar);
            StreamAgreement.RequireEncoding(b, StreamEncoding.Unipolar);
            StreamAgreement.RequireSameLength(a, b);
            Bitstream product = new Bitstream(
                a.Length, StreamEncoding.Unipolar, a.ScaleExponent + b.ScaleExponent, false);
            for (int i = 0; i < product.Words.Length; i++)
            {
                product.Words[i] = a.Words[i] & b.Words[i];
            }

            return product;
        }
    }
}
