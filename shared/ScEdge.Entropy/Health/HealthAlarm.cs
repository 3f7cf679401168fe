namespace ScEdge.Entropy.Health
{
    /// <summary>
    /// Which health test a source has failed.
    /// </summary>
    public enum HealthAlarm
    {
        /// <summary>None.</summary>
        None = 0,

        /// <summary>One value came too often in succession: a stuck source.</summary>
        RepetitionCount = 1,

        /// <summary>One value came too often within a window: a biased source.</summary>
        AdaptiveProportion = 2,

        /// <summary>Whole words came back after few words: an oscillating source.</summary>
        RepeatedWord = 3,

        /// <summary>The source itself said that it had failed.</summary>
        Reported = 4,
    }
}
