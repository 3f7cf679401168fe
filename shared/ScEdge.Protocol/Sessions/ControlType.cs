namespace ScEdge.Protocol.Sessions
{
    /// <summary>
    /// First byte of a payload on channel 0.
    /// </summary>
    public enum ControlType
    {
        /// <summary>Asks for a session.</summary>
        Open = 1,

        /// <summary>Says in which session the sender is; wants no answer.</summary>
        Confirm = 2,

        /// <summary>Says what arrived and for how much more there is room.</summary>
        Acknowledge = 3,

        /// <summary>Ends the session.</summary>
        Close = 4,
    }
}
