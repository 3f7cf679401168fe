namespace ScEdge.Silicon.Liberty;

/// <summary>A piece of a Liberty text.</summary>
/// <param name="Text">The piece; of a quoted text what stands between the quotes.</param>
/// <param name="Line">Line on which it begins, from 1.</param>
/// <param name="IsQuoted">Whether it was quoted: then it is no punctuation.</param>
internal readonly record struct LibertyToken(string Text, int Line, bool IsQuoted)
{
    /// <summary>Returns whether this is a punctuation mark.</summary>
    public bool Is(char mark) => !IsQuoted && Text.Length == 1 && Text[0] == mark;
}
