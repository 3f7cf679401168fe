namespace ScEdge.Stochastic.Streams
{
    /// <summary>
    /// Counts the ones of a word: the parallel counter at the end of every stochastic circuit.
    /// </summary>
    public static class PopulationCount
    {
        /// <summary>Returns the number of ones in <paramref name="word"/>, 0..32, by adding neighbouring fields.</summary>
        public static int Of(uint word)
        {
            word -= (word >> 1) & 0x55555555u;
            word = (word & 0x33333333u) + ((word >> 2) & 0x33333333u);
            word = (word + (word >> 4)) & 0x0F0F0F0Fu;
            return (int)((word * 0x01010101u) >> 24);
        }
    }
}
