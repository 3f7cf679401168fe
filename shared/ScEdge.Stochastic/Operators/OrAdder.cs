using ScEdge.Stochastic.Streams;

namespace ScEdge.Stochastic.Operators
{
    /// <summary>
    /// Saturating unipolar sum: an OR gate.
    /// </summary>
    /// <remarks>
    /// With independent streams E = 1 - (1 - pa)(1 - pb) = pa + pb - pa pb, low by the product, and
    /// Var = E (1 - E) / N. With streams that are never one together (SCC -1, pa + pb at most 1) the sum is exact;
    /// from a shared source (SCC +1) the gate gives max(pa, pb). No scaling: the sum saturates at 1 instead. With k inputs
    /// E = 1 - product of (1 - p_i).
    /// </remarks>
    public static class OrAdder
    {
        /// <summary>Adds two unipolar streams of one scale.</summary>
        /// <exception cref="System.ArgumentException">The streams do not fit together.</exception>
        public static Bitstream Add(Bitstream a, Bitstream b)
        {
            return Add(new Bitstream[] { a, b });
        }

        /// <summary>Adds unipolar streams of one scale.</summary>
        /// <param name="inputs">One or more streams.</param>
        /// <exception cref="System.ArgumentException">The streams do not fit together.</exception>
        public static Bitstream Add(Bitstream[] inputs)
        {
            Bitstream first = StreamAgreement.RequireSameKind(inputs);
            StreamAgreement.RequireEncoding(first, StreamEncoding.Unipolar);
            Bitstream sum = first.Copy();
            for (int k = 1; k < inputs.Length; k++)
            {
                for (int i = 0; i < sum.Words.Length; i++)
                {
                    sum.Words[i] |= inputs[k].Words[i];
                }
            }

            return sum;
        }
    }
}
