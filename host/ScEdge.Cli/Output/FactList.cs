using System;
using System.Collections.Generic;
using System.Linq;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ScEdge.Cli.Output;

/// <summary>
/// Names, each with what is to be said of it, one below the other; long values go on below themselves.
/// </summary>
internal sealed class FactList : Renderable
{
    private const int Gap = 3;

    // With less room a value stands below its name.
    private const int LeastRoom = 24;

    private readonly List<(string Name, string Value, Style? Style)> _facts = [];

    /// <summary>Adds a fact.</summary>
    public void Add(string name, string value, Style? style = null) => _facts.Add((name, value, style));

    /// <inheritdoc/>
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        int names = _facts.Max(fact => fact.Name.Length) + Gap;
        bool isStacked = maxWidth - names < LeastRoom;
        int indent = isStacked ? Gap - 1 : names;
        foreach ((string name, string value, Style? style) in _facts)
        {
            foreach ((int i, string line) in TextFlow.Lines(name, isStacked ? maxWidth : names).Index())
            {
                if (i > 0)
                {
                    yield return Segment.LineBreak;
                }

                yield return new Segment(isStacked ? line : line.PadRight(names), new Style(Color.Grey));
            }

            foreach ((int i, string line) in TextFlow.Lines(value, Math.Max(LeastRoom, maxWidth - indent)).Index())
            {
                if (i > 0 || isStacked)
                {
                    yield return Segment.LineBreak;
                    yield return new Segment(new string(' ', indent));
                }

                yield return new Segment(line, style ?? Style.Plain);
            }

            yield return Segment.LineBreak;
        }
    }
}
