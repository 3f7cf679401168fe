namespace ScEdge.Stochastic.Streams
{
    /// <summary>
    /// The version of the rules that determine every bit of every stream (hw-docs/stream-format.md).
    /// </summary>
    /// <remarks>Runs, checkpoints and boards say theirs: what is of another version makes other bits and is refused, never continued.</remarks>
    public static class StreamFormat
    {
        /// <summary>The version that this code follows; a change of any bit is a new one.</summary>
        public const int Version = 2;
    }
}
