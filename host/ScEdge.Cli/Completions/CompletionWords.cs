using System.Collections.Generic;
using System.CommandLine.Completions;
using System.Linq;
using ScEdge.Link.Catalog;

namespace ScEdge.Cli.Completions;

/// <summary>
/// What may stand behind an option and is known only when a shell asks.
/// </summary>
internal static class CompletionWords
{
    private const char Comma = ',';

    /// <summary>Returns the serial ports of this computer.</summary>
    public static IEnumerable<CompletionItem> Devices() => PortCatalog.List().Select(static device => new CompletionItem(device.Device));

    /// <summary>Returns what can stand where a board is meant.</summary>
    public static IEnumerable<CompletionItem> Ports() => Devices().Concat([new CompletionItem("auto"), new CompletionItem("emulator:")]);

    /// <summary>Returns what a list of words, separated by commas, can go on with: those that it does not have yet.</summary>
    /// <param name="context">The list so far; its last word may be a beginning.</param>
    /// <param name="words">The words.</param>
    public static IEnumerable<CompletionItem> OfList(CompletionContext context, IReadOnlyList<string> words)
    {
        string before = context.WordToComplete[..(context.WordToComplete.LastIndexOf(Comma) + 1)];
        string[] given = before.Split(Comma);
        return words.Where(word => !given.Contains(word)).Select(word => new CompletionItem(before + word));
    }
}
