using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace ScEdge.Reporting.Markup;

/// <summary>Writes HTML and SVG that is also well-formed XML; every text and attribute is escaped.</summary>
/// <param name="output">Receives the markup.</param>
/// <param name="looks">
/// Attributes that are written in place of an element's classes, for a drawing that stands alone; null where a style sheet knows the classes.
/// </param>
internal sealed class MarkupWriter(TextWriter output, Func<string, string, IReadOnlyList<(string Name, string Value)>>? looks = null)
{
    // White space around these would be visible.
    private static readonly HashSet<string> Inline = ["span", "strong", "em", "code", "small", "a", "sup", "tspan"];

    private readonly Stack<string> open = new();

    /// <summary>Elements that wait for <see cref="Close"/>.</summary>
    public int Depth => open.Count;

    /// <summary>Whether what is written stands alone: no page around it has a style, answers the pointer or holds what a link leads to.</summary>
    public bool StandsAlone => looks is not null;

    /// <summary>Opens an element.</summary>
    public void Open(string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        WriteTag(element, attributes);
        output.Write('>');
        open.Push(element);
    }

    /// <summary>Closes the innermost open element.</summary>
    public void Close()
    {
        output.Write("</");
        output.Write(open.Pop());
        output.Write('>');
    }

    /// <summary>Writes an element without content: an SVG shape or one of HTML's void elements.</summary>
    public void Leaf(string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        WriteTag(element, attributes);
        output.Write("/>");
    }

    /// <summary>Writes an element that holds only text.</summary>
    public void Element(string element, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Open(element, attributes);
        Text(text);
        Close();
    }

    /// <summary>Writes escaped text.</summary>
    public void Text(string text) => output.Write(Escape(text));

    /// <summary>Writes trusted text as it is: the document type and the style sheet.</summary>
    public void Verbatim(string text) => output.Write(text);

    /// <summary>Makes any text safe inside elements and quoted attributes; characters that XML forbids become U+FFFD.</summary>
    public static string Escape(string text)
    {
        var safe = new StringBuilder(text.Length + 16);
        foreach (Rune rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => safe.Append("&amp;"),
                '<' => safe.Append("&lt;"),
                '>' => safe.Append("&gt;"),
                '"' => safe.Append("&quot;"),
                '\'' => safe.Append("&#39;"),
                '\t' or '\n' => safe.Append((char)rune.Value),
                '\r' => safe,
                < ' ' or (>= 0x7F and <= 0x9F) or 0xFFFE or 0xFFFF => safe.Append('\uFFFD'),
                _ => safe.Append(rune.ToString()),
            };
        }

        return safe.ToString();
    }

    private void WriteTag(string element, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        // Always a line feed, whatever the platform or the writer prefers: equal reports give equal bytes.
        output.Write(Inline.Contains(element) ? "<" : "\n<");
        output.Write(element);
        foreach ((string name, string value) in attributes)
        {
            if (looks is null || name != "class")
            {
                WriteAttribute(name, value);
                continue;
            }

            foreach ((string look, string resolved) in looks(element, value))
            {
                WriteAttribute(look, resolved);
            }
        }
    }

    private void WriteAttribute(string name, string value)
    {
        output.Write(' ');
        output.Write(name);
        output.Write("=\"");
        output.Write(Escape(value));
        output.Write('"');
    }
}
