namespace ScEdge.Stochastic.Operators
{
    /// <summary>
    /// The number of bits that a count needs.
    /// </summary>
    public static class CounterRegister
    {
        /// <summary>Returns the bits of a register that can hold every number of 0..<paramref name="maximum"/>.</summary>
        /// <param name="maximum">Largest count, itself included: N cycles can give N ones.</param>
        public static int BitsFor(long maximum)
        {
            int bits = 1;
            while (maximum >> bits != 0)
            {
                bits++;
            }

            return bits;
        }
    }
}
