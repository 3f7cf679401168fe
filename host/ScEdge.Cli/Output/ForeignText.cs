using System.Collections.Generic;
using System.Linq;
using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ScEdge.Cli.Output;

/// <summary>
/// Keeps what files, boards and other programs say from steering the terminal: names of tensors, models and data sets, words of manifests and
/// messages that repeat them.
/// </summary>
/// <remarks>
/// Control characters of both sets (escape among them, by which a terminal is told to change its title, its clipboard, its keys) and those that turn
/// the direction of writing become question marks; line feeds and tabs stay. The program's own colours are made behind it.
/// </remarks>
internal sealed class ForeignText : IRenderHook
{
    private const char Replacement = '?';

    private ForeignText()
    {
    }

    /// <summary>Cleans whatever a console writes from now on.</summary>
    public static void CleanOn(IAnsiConsole console) => console.Pipeline.Attach(new ForeignText());

    /// <summary>Returns a text without what steers a terminal.</summary>
    public static string Clean(string text)
    {
        if (!text.Any(IsSteering))
        {
            return text;
        }

        StringBuilder clean = new(text);
        for (int i = 0; i < clean.Length; i++)
        {
            clean[i] = IsSteering(clean[i]) ? Replacement : clean[i];
        }

        return clean.ToString();
    }

    /// <inheritdoc/>
    public IEnumerable<IRenderable> Process(RenderOptions options, IEnumerable<IRenderable> renderables) =>
        renderables.Select(static renderable => new Cleaned(renderable));

    private static bool IsSteering(char character) =>
        (char.IsControl(character) && character is not ('\n' or '\r' or '\t'))
        || character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private sealed class Cleaned(IRenderable inner) : IRenderable
    {
        public Measurement Measure(RenderOptions options, int maxWidth) => inner.Measure(options, maxWidth);

        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => inner.Render(options, maxWidth).Select(
            static segment => segment.IsControlCode || segment.IsLineBreak || !segment.Text.Any(IsSteering)
                ? segment
                : new Segment(Clean(segment.Text), segment.Style));
    }
}
