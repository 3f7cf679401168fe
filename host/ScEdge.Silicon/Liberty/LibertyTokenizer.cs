using System;
using System.Collections.Generic;

namespace ScEdge.Silicon.Liberty;

/// <summary>Cuts a Liberty text into words, quoted texts and punctuation; comments and continued lines are left out.</summary>
/// <param name="text">The text.</param>
/// <param name="origin">Where it comes from, for the sentences of errors.</param>
internal sealed class LibertyTokenizer(string text, string origin)
{
    private const string Punctuation = "{}():;,";

    private int _position;
    private int _line = 1;

    /// <summary>Returns all pieces in their order.</summary>
    public List<LibertyToken> Read()
    {
        List<LibertyToken> tokens = [];
        while (Skip())
        {
            char next = text[_position];
            int line = _line;
            if (next == '"')
            {
                tokens.Add(new LibertyToken(Quoted(), line, IsQuoted: true));
            }
            else if (Punctuation.Contains(next))
            {
                tokens.Add(new LibertyToken(next.ToString(), line, IsQuoted: false));
                _position++;
            }
            else
            {
                tokens.Add(new LibertyToken(Word(), line, IsQuoted: false));
            }
        }

        return tokens;
    }

    /// <summary>Moves to the next piece; false at the end.</summary>
    private bool Skip()
    {
        while (_position < text.Length)
        {
            if (IsComment(_position))
            {
                SkipComment();
            }
            else if (char.IsWhiteSpace(text[_position]) || text[_position] == '\\')
            {
                Step();
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    private void Step() => _line += text[_position++] == '\n' ? 1 : 0;

    private bool IsComment(int at) => text[at] == '/' && at + 1 < text.Length && (text[at + 1] is '*' or '/');

    private void SkipComment()
    {
        int first = _line;
        bool isLine = text[_position + 1] == '/';
        int end = isLine ? text.IndexOf('\n', _position) : text.IndexOf("*/", _position + 2, StringComparison.Ordinal);
        if (end < 0 && !isLine)
        {
            throw LibertyError.At(origin, first, "the comment that begins here has no end");
        }

        int stop = end < 0 ? text.Length : isLine ? end : end + 2;
        while (_position < stop)
        {
            Step();
        }
    }

    private string Quoted()
    {
        int first = _line;
        int start = ++_position;
        while (_position < text.Length && text[_position] != '"')
        {
            Step();
        }

        if (_position == text.Length)
        {
            throw LibertyError.At(origin, first, "the quoted text that begins here has no end");
        }

        return text[start.._position++].Replace("\\\r\n", " ", StringComparison.Ordinal).Replace("\\\n", " ", StringComparison.Ordinal);
    }

    private string Word()
    {
        int start = _position;
        while (_position < text.Length && !IsEnd(text[_position]) && !IsComment(_position))
        {
            _position++;
        }

        return text[start.._position];
    }

    private static bool IsEnd(char mark) => char.IsWhiteSpace(mark) || mark is '"' or '\\' || Punctuation.Contains(mark);
}
