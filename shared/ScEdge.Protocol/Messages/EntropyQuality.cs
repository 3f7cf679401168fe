namespace ScEdge.Protocol.Messages
{
    /// <summary>
    /// What a board declares of an entropy source.
    /// </summary>
    public enum EntropyQuality
    {
        /// <summary>The source has failed or was never ready.</summary>
        Failing = 0,

        /// <summary>Words of a formula and a known seed: repeatable.</summary>
        Replay = 1,

        /// <summary>Words of a generator whose state is unknown but finite: a hardware generator without its noise source.</summary>
        Pseudo = 2,

        /// <summary>Words of a physical process.</summary>
        True = 3,
    }
}
