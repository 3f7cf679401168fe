namespace ScEdge.Entropy.Sources
{
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
