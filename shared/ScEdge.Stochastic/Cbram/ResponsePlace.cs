namespace ScEdge.Stochastic.Cbram
{
    /// <summary>
    /// Where a wanted probability lies between the nodes of a <see cref="CellResponse"/>.
    /// </summary>
    public struct ResponsePlace
    {
        /// <summary>Node at or before the probability, seen from the nearer end of the range.</summary>
        public int From;

        /// <summary>The next node; the same one where the probability lies on a node.</summary>
        public int To;

        /// <summary>Way from the one to the other in units of 2^-FractionBits.</summary>
        public int Fraction;

        /// <summary>Digits of the fraction.</summary>
        public int FractionBits;
    }
}
