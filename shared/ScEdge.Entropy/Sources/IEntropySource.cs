namespace ScEdge.Entropy.Sources
{
    /// <summary>
    /// A source of random words that says what they are worth.
    /// </summary>
    public interface IEntropySource
    {
        /// <summary>Gets what the words are worth now.</summary>
        EntropyQuality Quality { get; }

        /// <summary>
        /// Gets the min-entropy claimed per bit, in units of 2^-16 bit, 1..65536: -log2 of the more probable value's probability.
        /// </summary>
        /// <remarks>
        /// The claim is of the distribution, as one sees it who does not know the state; the health tests hold the source to it.
        /// Whether the state can be known is what <see cref="Quality"/> says.
        /// </remarks>
        uint MinEntropy { get; }

        /// <summary>Draws the next 32 bits, the earliest in bit 0; zero from a source that has failed, which <see cref="Quality"/> says.</summary>
        uint NextWord();
    }

    /// <summary>
    /// What the randomness of a source is worth, from none to physical.
    /// </summary>
    public enum EntropyQuality
    {
        /// <summary>The source has failed or was never ready; its words are not to be used.</summary>
        Failing = 0,

        /// <summary>Words of a formula and a known seed: the same ones in every run, for runs that must repeat bit by bit.</summary>
        Replay = 1,

        /// <summary>Words of a generator whose state is unknown but finite: the hardware generator of a chip whose radio may be off.</summary>
        Pseudo = 2,

        /// <summary>Words of a physical process.</summary>
        True = 3,
    }
}
