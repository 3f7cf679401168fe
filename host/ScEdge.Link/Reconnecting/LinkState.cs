namespace ScEdge.Link.Reconnecting;

/// <summary>How a line that comes back stands.</summary>
public enum LinkState
{
    /// <summary>An attempt to open it failed, or none was made yet; the next follows.</summary>
    Waiting,

    /// <summary>It is open.</summary>
    Connected,

    /// <summary>It was open and is not any more.</summary>
    Lost,
}
