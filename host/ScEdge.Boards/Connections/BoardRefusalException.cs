using System.Globalization;
using ScEdge.Input;
using ScEdge.Protocol.Messages;

namespace ScEdge.Boards.Connections;

/// <summary>
/// The board refused a request; nothing was changed on it.
/// </summary>
public sealed class BoardRefusalException : InputException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="board">Address of the board.</param>
    /// <param name="error">What the board answered.</param>
    public BoardRefusalException(string board, ErrorResponse error)
        : base($"The board on {board} refuses {(MessageCode)error.Request}: {Sentence(error)}")
    {
        Error = error.Error;
        Detail = error.Detail;
        OtherDetail = error.OtherDetail;
    }

    /// <summary>Gets the reason.</summary>
    public ErrorCode Error { get; }

    /// <summary>Gets the first detail of the reason, see hw-docs/protocol.md.</summary>
    public long Detail { get; }

    /// <summary>Gets the second detail of the reason.</summary>
    public long OtherDetail { get; }

    private static string Sentence(ErrorResponse error)
    {
        string words = error.Words.Trim();
        string sentence = words.Length == 0 ? $"{error.Error}." : words.EndsWith('.') ? words : words + ".";
        return error.Error == ErrorCode.OutOfMemory && error.Detail > error.OtherDetail && error.OtherDetail >= 0
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{sentence} Of {error.Detail:N0} bytes {error.Detail - error.OtherDetail:N0} are missing.")
            : sentence;
    }
}
