namespace ScEdge.Stochastic.Operators
{
    /// <summary>
    /// Correlated division of 32 cycles at once: where the divisor's bit is one the output is the dividend's bit, elsewhere
    /// it repeats the last output.
    /// </summary>
    /// <remarks>
    /// A flip-flop that is set, cleared or kept is the carry of an adder: set is generate, keep is propagate. So one
    /// 64-bit addition resolves the whole chain. (T.-H. Chen, J. Hayes, "Design of Division Circuits for Stochastic
    /// Computing", ISVLSI 2016.)
    /// </remarks>
    public static class CordivWord
    {
        /// <summary>Divides one word of two nested streams.</summary>
        /// <param name="dividend">Bits of the dividend, ones only where the divisor has ones.</param>
        /// <param name="divisor">Bits of the divisor.</param>
        /// <param name="mask">The bits in use.</param>
        /// <param name="state">The flip-flop, 0 or 1: the output before this word, replaced by its last one.</param>
        /// <returns>Bits of the quotient.</returns>
        public static uint Divide(uint dividend, uint divisor, uint mask, ref uint state)
        {
            ulong generate = dividend;
            ulong generateOrKeep = dividend | ~divisor;
            ulong carries = generate ^ generateOrKeep ^ (generate + generateOrKeep + state);
            uint quotient = (uint)(carries >> 1);
            state = quotient >> 31;
            return quotient & mask;
        }
    }
}
