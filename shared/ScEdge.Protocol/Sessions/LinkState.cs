namespace ScEdge.Protocol.Sessions
{
    /// <summary>
    /// Where an end of the reliable link stands.
    /// </summary>
    public enum LinkState
    {
        /// <summary>Neither asks nor answers.</summary>
        Closed = 0,

        /// <summary>Waits until the other end is heard.</summary>
        Listening = 1,

        /// <summary>Asks the other end for a session.</summary>
        Opening = 2,

        /// <summary>Carries frames.</summary>
        Open = 3,

        /// <summary>Has given up; <see cref="LinkLoss"/> says why.</summary>
        Lost = 4,
    }
}
