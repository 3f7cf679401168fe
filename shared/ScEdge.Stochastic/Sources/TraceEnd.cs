namespace ScEdge.Stochastic.Sources
{
    /// <summary>What a recorded trace does when all its numbers are spent.</summary>
    public enum TraceEnd
    {
        /// <summary>It starts again, so the stream becomes periodic with the length of the trace.</summary>
        Wrap,

        /// <summary>It throws, so no number is ever used twice.</summary>
        Throw,
    }
}
