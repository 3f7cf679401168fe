namespace ScEdge.Entropy.Sources
{
    /// <summary>
    /// A source whose bits can have any probability, as a switching cell's have.
    /// </summary>
    public interface IBernoulliSource : IEntropySource
    {
        /// <summary>Draws bits of a probability.</summary>
        /// <param name="probability">P, 0..65536, the wanted probability of a one in units of 2^-16; 0 gives zeros without a pulse.</param>
        /// <param name="length">Number of bits, 1..32.</param>
        /// <returns>The bits, the earliest in bit 0; all others zero.</returns>
        uint NextWord(uint probability, int length);
    }
}
