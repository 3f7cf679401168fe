namespace ScEdge.Device.States
{
    /// <summary>
    /// What a board has done since it started.
    /// </summary>
    public sealed class WorkTotals
    {
        /// <summary>Parameter updates.</summary>
        public long Updates;

        /// <summary>Energy of all resident steps; aJ.</summary>
        public long Attojoules;

        /// <summary>Time spent in steps, tiles and images; us.</summary>
        public long BusyMicroseconds;
    }
}
