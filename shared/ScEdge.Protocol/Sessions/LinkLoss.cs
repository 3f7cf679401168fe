namespace ScEdge.Protocol.Sessions
{
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
