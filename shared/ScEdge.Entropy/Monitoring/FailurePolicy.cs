namespace ScEdge.Entropy.Monitoring
{
    /// <summary>
    /// What happens when the source in force fails.
    /// </summary>
    public enum FailurePolicy
    {
        /// <summary>The next source takes over; where there is none, as with <see cref="Stop"/>.</summary>
        FallBack = 0,

        /// <summary>No words are given any more.</summary>
        Stop = 1,
    }
}
