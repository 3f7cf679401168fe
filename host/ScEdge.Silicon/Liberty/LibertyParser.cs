using System.Collections.Generic;
using System.Linq;

namespace ScEdge.Silicon.Liberty;

/// <summary>Reads the groups and attributes of a Liberty text, whatever they mean.</summary>
/// <remarks>The syntax is that of Synopsys' Liberty User Guide: groups, simple attributes (name : value ;) and complex ones (name (values) ;).
/// A semicolon may be missing at the end of a line.</remarks>
internal sealed class LibertyParser
{
    private readonly List<LibertyToken> _tokens;
    private readonly string _origin;
    private int _next;

    private LibertyParser(List<LibertyToken> tokens, string origin)
    {
        _tokens = tokens;
        _origin = origin;
    }

    /// <summary>Reads the library group of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="origin">Where it comes from, for the sentences of errors.</param>
    public static LibertyGroup Parse(string text, string origin)
    {
        LibertyParser parser = new(new LibertyTokenizer(text, origin).Read(), origin);
        LibertyGroup outside = new("", [], origin, 1);
        while (parser._next < parser._tokens.Count)
        {
            parser.Statement(outside);
        }

        return outside.Group("library") ?? throw LibertyError.At(origin, 1, "there is no group library: this is no Liberty file");
    }

    private void Statement(LibertyGroup parent)
    {
        LibertyToken name = Take("a name");
        if (name.Is(';'))
        {
            return;
        }

        if (name.IsQuoted || "{}():,".Any(name.Is))
        {
            throw Error(name, $"\"{name.Text}\" stands where a name should");
        }

        LibertyToken mark = Take($"':' or '(' behind {name.Text}");
        if (mark.Is(':'))
        {
            parent.Add(name.Text, SimpleValue(name), name.Line);
        }
        else if (mark.Is('('))
        {
            string[] arguments = Arguments(name);
            if (_next < _tokens.Count && _tokens[_next].Is('{'))
            {
                _next++;
                parent.Add(Body(new LibertyGroup(name.Text, arguments, _origin, name.Line), name));
            }
            else
            {
                parent.Add(name.Text, arguments, name.Line);
            }
        }
        else
        {
            throw Error(mark, $"\"{mark.Text}\" stands behind {name.Text} where ':' or '(' should");
        }
    }

    private LibertyGroup Body(LibertyGroup group, LibertyToken name)
    {
        while (true)
        {
            if (_next == _tokens.Count)
            {
                throw Error(name, $"the group {name.Text} that begins here has no '}}'");
            }

            if (_tokens[_next].Is('}'))
            {
                _next++;
                return group;
            }

            Statement(group);
        }
    }

    private string[] SimpleValue(LibertyToken name)
    {
        List<string> values = [];
        while (_next < _tokens.Count && !_tokens[_next].Is(';') && !_tokens[_next].Is('}') && (values.Count == 0 || _tokens[_next].Line == name.Line))
        {
            if (_tokens[_next].Is('{') || _tokens[_next].Is(':'))
            {
                throw Error(_tokens[_next], $"\"{_tokens[_next].Text}\" stands in the value of {name.Text}");
            }

            values.Add(_tokens[_next++].Text);
        }

        return values.Count > 0 ? [.. values] : throw Error(name, $"{name.Text} has no value");
    }

    private string[] Arguments(LibertyToken name)
    {
        List<string> arguments = [];
        while (true)
        {
            LibertyToken token = Take($"')' behind the arguments of {name.Text}");
            if (token.Is(')'))
            {
                return [.. arguments];
            }

            if (token.Is('{') || token.Is('}') || token.Is(';') || token.Is('('))
            {
                throw Error(token, $"\"{token.Text}\" stands among the arguments of {name.Text}");
            }

            if (!token.Is(','))
            {
                arguments.Add(token.Text);
            }
        }
    }

    private LibertyToken Take(string wanted) => _next < _tokens.Count
        ? _tokens[_next++]
        : throw LibertyError.At(_origin, _tokens.Count == 0 ? 1 : _tokens[^1].Line, $"the file ends where {wanted} should stand");

    private ScEdge.Input.InputException Error(LibertyToken token, string reason) => LibertyError.At(_origin, token.Line, reason);
}
