using ScEdge.Stochastic.Streams;

namespace ScEdge.Stochastic.Operators
{
    /// <summary>
    /// Bipolar product: one XNOR gate.
    /// </summary>
    /// <remarks>
    /// Needs independent streams (SCC 0): then E = x y and Var = (1 - (x y)^2) / N, largest at zero, where every bit is a
    /// fair coin. From a shared source (SCC +1) the same gate gives 1 - |x - y|. A stream times itself is 1.
    /// Scales multiply. (B. Gaines, "Stochastic Computing Systems", 1969.)
    /// </remarks>
    public static class XnorMultiplier
    {
        /// <summary>Multiplies two bipolar streams.</summary>
        /// <exception cref="System.ArgumentException">A stream is not bipolar, or the lengths differ.</exception>
        public static Bitstream Multiply(Bitstream a, Bitstream b)
        {
            StreamAgreement.RequireEncoding(a, StreamEncoding.Bipolar);
            StreamAgreement.RequireEncoding(b, StreamEncoding.Bipolar);
            StreamAgreement.RequireSameLength(a, b);
            Bitstream product = new Bitstream(
                a.Length, StreamEncoding.Bipolar, a.ScaleExponent + b.ScaleExponent, false);
            for (int i = 0; i < product.Words.Length; i++)
            {
                product.Words[i] = ~(a.Words[i] ^ b.Words[i]);
            }

            product.ClearTail();
            return product;
        }
    }
}
