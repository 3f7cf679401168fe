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

    /// <summary>
    /// Why an end of the reliable link gave up.
    /// </summary>
    public enum LinkLoss
    {
        /// <summary>It did not.</summary>
        None = 0,

        /// <summary>Nobody answered the request for a session.</summary>
        NoAnswer = 1,

        /// <summary>The other end no longer acknowledged anything new.</summary>
        Unacknowledged = 2,

        /// <summary>Nothing valid was heard from the other end.</summary>
        Silent = 3,

        /// <summary>The other end closed the session.</summary>
        ClosedByPeer = 4,
    }
}
