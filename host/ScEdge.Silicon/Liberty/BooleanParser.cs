using System;

namespace ScEdge.Silicon.Liberty;

/// <summary>Reads the Boolean expressions of Liberty: ! and ' negate, &amp;, * and a blank join by and, + and | by or, ^ by exclusive or.</summary>
/// <remarks>Exclusive or binds closest, then and, then or (Synopsys, Liberty User Guide, "function").</remarks>
internal sealed class BooleanParser
{
    private readonly string _text;
    private readonly Func<string, BooleanFunction?> _named;
    private int _position;

    private BooleanParser(string text, Func<string, BooleanFunction?> named)
    {
        _text = text;
        _named = named;
    }

    /// <summary>Reads an expression.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="named">Returns what a name stands for, or null.</param>
    /// <exception cref="FormatException">It cannot be read; the message says why, without a full stop.</exception>
    public static BooleanFunction Parse(string text, Func<string, BooleanFunction?> named)
    {
        BooleanParser parser = new(text, named);
        BooleanFunction whole = parser.Or();
        return parser.Peek() == '\0' ? whole : throw new FormatException($"\"{parser.Peek()}\" stands in \"{text}\" where an operator should");
    }

    private BooleanFunction Or()
    {
        BooleanFunction left = And();
        while (Peek() is '+' or '|')
        {
            _position++;
            left = new JoinedFunction('|', left, And());
        }

        return left;
    }

    private BooleanFunction And()
    {
        BooleanFunction left = ExclusiveOr();
        while (Peek() is not ('\0' or ')' or '+' or '|'))
        {
            if (Peek() is '*' or '&')
            {
                _position++;
            }

            left = new JoinedFunction('&', left, ExclusiveOr());
        }

        return left;
    }

    private BooleanFunction ExclusiveOr()
    {
        BooleanFunction left = Factor();
        while (Peek() == '^')
        {
            _position++;
            left = new JoinedFunction('^', left, Factor());
        }

        return left;
    }

    private BooleanFunction Factor()
    {
        BooleanFunction factor;
        switch (Peek())
        {
            case '!':
                _position++;
                return new NotFunction(Factor());
            case '(':
                _position++;
                factor = Or();
                if (Peek() != ')')
                {
                    throw new FormatException($"a parenthesis of \"{_text}\" is not closed");
                }

                _position++;
                break;
            default:
                factor = Name();
                break;
        }

        while (Peek() == '\'')
        {
            _position++;
            factor = new NotFunction(factor);
        }

        return factor;
    }

    private BooleanFunction Name()
    {
        Peek();
        int start = _position;
        while (_position < _text.Length && (char.IsAsciiLetterOrDigit(_text[_position]) || _text[_position] is '_' or '[' or ']' or '.'))
        {
            _position++;
        }

        string name = _text[start.._position];
        return name switch
        {
            "" => throw new FormatException($"a name is missing in \"{_text}\""),
            "0" => new ConstantFunction(false),
            "1" => new ConstantFunction(true),
            _ => _named(name) ?? throw new FormatException($"\"{name}\" in \"{_text}\" is no pin of the cell"),
        };
    }

    private char Peek()
    {
        while (_position < _text.Length && char.IsWhiteSpace(_text[_position]))
        {
            _position++;
        }

        return _position < _text.Length ? _text[_position] : '\0';
    }
}
