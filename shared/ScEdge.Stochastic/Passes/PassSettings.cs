using ScEdge.Stochastic.Serialization;

namespace ScEdge.Stochastic.Passes
{
    /// <summary>
    /// How the passes of a network are computed in bit streams. Integers only.
    /// </summary>
    public sealed class PassSettings
    {
        /// <summary>Shortest and longest stream of a pass, in bits.</summary>
        public const int ShortestLength = 8, LongestLength = 4096;

        /// <summary>Seed of every random number of the passes.</summary>
        public ulong Seed;

        /// <summary>Stream length of the forward pass: a power of two, 8..4096 bits.</summary>
        public int ForwardLength = 256;

        /// <summary>Stream length of the backward pass, likewise.</summary>
        public int BackwardLength = 32;

        /// <summary>Stream length of the weight gradient, likewise.</summary>
        public int GradientLength = 32;

        /// <summary>Where random numbers come from.</summary>
        public StreamSource Source;

        /// <summary>How streams carry a sign. It is not on a line: a board reads sign-magnitude streams.</summary>
        public PassEncoding Encoding = PassEncoding.SignMagnitude;

        /// <summary>Whether weights are drawn anew for every image; otherwise all images of a batch meet the same weight streams.</summary>
        public bool WeightsPerImage;

        /// <summary>Lanes advance by this many with every serial number, so that cells rotate over the numbers; 0: own cells.</summary>
        public int LaneRotation = 1;

        /// <summary>Gets whether every number has bits of its own, from cells or from generators; otherwise numbers share a sequence.</summary>
        public bool HasOwnBits
        {
            get { return Source == StreamSource.OwnCells || Source == StreamSource.Counter; }
        }

        /// <summary>Returns whether streams of a pass can have a length: powers of two, so that a division by it is a shift.</summary>
        public static bool IsLength(int length)
        {
            return length >= ShortestLength && length <= LongestLength && (length & (length - 1)) == 0;
        }

        /// <summary>Returns the length of a stream in bits.</summary>
        public int LengthOf(PassOperand operand)
        {
            switch (operand)
            {
                case PassOperand.ForwardInput:
                case PassOperand.ForwardWeight:
                    return ForwardLength;
                case PassOperand.BackwardError:
                case PassOperand.BackwardWeight:
                    return BackwardLength;
                default:
                    return GradientLength;
            }
        }

        /// <summary>Passes over the fields in their order on a line.</summary>
        public void Visit(SettingsBytes bytes)
        {
            Seed = bytes.UInt64(Seed);
            ForwardLength = bytes.UInt16(ForwardLength);
            BackwardLength = bytes.UInt16(BackwardLength);
            GradientLength = bytes.UInt16(GradientLength);
            Source = (StreamSource)bytes.Byte((int)Source);
            WeightsPerImage = bytes.Boolean(WeightsPerImage);
            LaneRotation = bytes.Int32(LaneRotation);
        }
    }

    /// <summary>
    /// How a stream of the passes carries a sign, and which gate multiplies two of them.
    /// </summary>
    public enum PassEncoding
    {
        /// <summary>
        /// The magnitude is the stream, the sign a wire beside it; an AND gate multiplies. The variance of a product falls with it: N p (1 - p).
        /// </summary>
        SignMagnitude = 0,

        /// <summary>
        /// P(one) = (1 + x) / 2, an XNOR gate and a counter up and down, 2 C - N. The variance, N (1 - x^2) for a product x, is largest where a
        /// factor is zero (B. R. Gaines, "Stochastic Computing Systems", 1969).
        /// </summary>
        Bipolar = 1,
    }
}
