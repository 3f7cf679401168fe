using ScEdge.Link.Reconnecting;

namespace ScEdge.Cli.Boards;

/// <summary>
/// How a line stands, in words.
/// </summary>
internal static class LineWords
{
    /// <summary>Says what happened to a line.</summary>
    public static string Of(string name, LineTransition transition) => transition.State switch
    {
        LineState.Connected => $"{name} is open",
        LineState.Lost => $"{name} was lost: {transition.Reason}",
        _ => transition.Reason,
    };
}
