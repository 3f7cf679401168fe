using ScEdge.Stochastic.Streams;

namespace ScEdge.Stochastic.Operators
{
    /// <summary>
    /// Sign-magnitude product: an AND gate for the magnitudes and an XOR gate for the signs.
    /// </summary>
    /// <remarks>
    /// Needs independent streams (SCC 0): then E = a b and Var = |a b| (1 - |a b|) / N, which falls to zero with the
    /// product, where a bipolar product is noisiest. Scales multiply.
    /// </remarks>
    public static class SignMagnitudeMultiplier
    {
        /// <summary>Multiplies two sign-magnitude streams.</summary>
        /// <exception cref="System.ArgumentException">A stream has another encoding, or the lengths differ.</exception>
        public static Bitstream Multiply(Bitstream a, Bitstream b)
        {
            StreamAgreement.RequireEncoding(a, StreamEncoding.SignMagnitude);
            StreamAgreement.RequireEncoding(b, StreamEncoding.SignMagnitude);
            StreamAgreement.RequireSameLength(a, b);
            Bitstream product = new Bitstream(
                a.Length, StreamEncoding.SignMagnitude, a.ScaleExponent + b.ScaleExponent, a.IsNegative != b.IsNegative);
            for (int i = 0; i < product.Words.Length; i++)
            {
                product.Words[i] = a.Words[i] & b.Words[i];
            }

            return product;
        }
    }
}
