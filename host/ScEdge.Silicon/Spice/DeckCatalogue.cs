using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using ScEdge.Files.Reading;
using ScEdge.Input;

namespace ScEdge.Silicon.Spice;

/// <summary>The decks that the program carries with it, hw-docs/spice, or those in a folder of the user's.</summary>
public static class DeckCatalogue
{
    private const string Prefix = "spice/";
    private const string Ending = ".cir";

    private static readonly Assembly Own = typeof(DeckCatalogue).Assembly;

    /// <summary>Gets the program's decks.</summary>
    public static IReadOnlyList<SpiceDeck> All { get; } =
    [
        .. Own.GetManifestResourceNames().Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(static name => SpiceDeck.Read(name[Prefix.Length..^Ending.Length], ReadEmbedded(name))),
    ];

    /// <summary>Reads all decks of a folder.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static IReadOnlyList<SpiceDeck> Read(string folder)
    {
        string[] files = Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*" + Ending).Order(StringComparer.Ordinal)] : [];
        return files.Length == 0 ? throw new InputException($"'{folder}' has no deck: its files must end in {Ending}.") { Setting = "decks" }
            : [.. files.Select(static file => SpiceDeck.Read(Path.GetFileNameWithoutExtension(file), TextFile.Read(file)))];
    }

    private static string ReadEmbedded(string name)
    {
        using StreamReader reader = new(Own.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
