namespace ScEdge.Stochastic.Optimizers
{
    /// <summary>
    /// A learning rate as a shift and a remainder: rate = Fraction x 2^-16 x 2^-Shift.
    /// </summary>
    /// <remarks>
    /// The shift moves wires and costs nothing; the remainder, within (1/2, 1], is the probability of a bit stream of its
    /// own that an AND gate (XNOR in bipolar coding) multiplies with. A power of two has the remainder 1 and needs no
    /// stream. Folding the whole rate into a probability instead would leave most of the stream's range unused.
    /// </remarks>
    public struct LearningRate
    {
        /// <summary>Remainder in units of 2^-16, 32769..65536.</summary>
        public uint Fraction;

        /// <summary>Number of halvings; negative for rates above one.</summary>
        public int Shift;

        /// <summary>Makes a learning rate.</summary>
        public LearningRate(uint fraction, int shift)
        {
            Fraction = fraction;
            Shift = shift;
        }

        /// <summary>Gets whether the rate is a power of two.</summary>
        public bool IsPowerOfTwo
        {
            get { return Fraction == 1u << 16; }
        }
    }
}
