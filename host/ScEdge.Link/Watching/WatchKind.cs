namespace ScEdge.Link.Watching;

/// <summary>What a program tells those who watch its line.</summary>
public enum WatchKind
{
    /// <summary>Who it is; the first record.</summary>
    Greeting,

    /// <summary>Bytes that came from the board.</summary>
    FromBoard,

    /// <summary>Bytes that went to the board.</summary>
    ToBoard,

    /// <summary>Bytes that this watcher was too slow for.</summary>
    Missed,

    /// <summary>How far the work is.</summary>
    Progress,

    /// <summary>The line came or went; words.</summary>
    Line,
}
