namespace ScEdge.Protocol.Messages
{
    /// <summary>
    /// What a board declares of an entropy source.
    /// </summary>
    public enum EntropyQuality
    {
        /// <summary>Computed from a seed: repeatable, no entropy.</summary>
        Deterministic = 0,

        /// <summary>Unpredictable in practice, but nothing vouches for it: a hardware generator without its noise source.</summary>
        Pseudorandom = 1,

        /// <summary>A physical source within its specification and passing its health tests.</summary>
        Physical = 2,
    }
}
