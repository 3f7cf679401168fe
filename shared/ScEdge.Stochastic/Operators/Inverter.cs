using ScEdge.Stochastic.Streams;

namespace ScEdge.Stochastic.Operators
{
    /// <summary>
    /// Complement of a unipolar number, negation of any other: a NOT gate, or for sign and magnitude the sign alone.
    /// </summary>
    /// <remarks>
    /// Unipolar: 1 - p (at scale 2^s: 2^s minus the value). Bipolar: -x. Exact bit for bit, so the variance stays. The
    /// correlation with the original is -1: never multiply the two.
    /// </remarks>
    public static class Inverter
    {
        /// <summary>Inverts a stream.</summary>
        public static Bitstream Invert(Bitstream stream)
        {
            if (stream.Encoding == StreamEncoding.SignMagnitude)
            {
                return Bitstream.FromWords(
                    stream.Words, stream.Length, stream.Encoding, stream.ScaleExponent, !stream.IsNegative);
            }

            Bitstream inverse = new Bitstream(stream.Length, stream.Encoding, stream.ScaleExponent, false);
            for (int i = 0; i < inverse.Words.Length; i++)
            {
                inverse.Words[i] = ~stream.Words[i];
            }

            inverse.ClearTail();
            return inverse;
        }
    }
}
