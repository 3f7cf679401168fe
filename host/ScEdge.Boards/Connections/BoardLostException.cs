using System;

namespace ScEdge.Boards.Connections;

/// <summary>
/// The session with a board ended while something was under way; a new one may find the board as it was or reset.
/// </summary>
public sealed class BoardLostException : Exception
{
    /// <summary>Makes the exception.</summary>
    public BoardLostException()
        : base("The session with the board ended.")
    {
    }
}
