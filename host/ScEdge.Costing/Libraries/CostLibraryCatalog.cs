using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScEdge.Files.Reading;
using ScEdge.Input;

namespace ScEdge.Costing.Libraries;

/// <summary>The cost libraries that come with the program, and those in files of the user.</summary>
public static class CostLibraryCatalog
{
    private static readonly Lazy<IReadOnlyList<CostLibrary>> Embedded =
        new(() =>
        [
            ReadEmbedded("tsmc40lp-unarysim"), ReadEmbedded("neurosim45lp"), ReadEmbedded("dally45"), ReadEmbedded("nangate45-synthesised"),
            ReadEmbedded("freepdk45-vth-0v9"),
        ]);

    /// <summary>The built-in libraries.</summary>
    public static IReadOnlyList<CostLibrary> BuiltIn => Embedded.Value;

    /// <summary>The names of the built-in parts that a library may add to its own: analogue parts and memory at a supply.</summary>
    public static IReadOnlyList<string> Fragments { get; } = ["analogue45-vth-0v9", "analogue45-vtg-1v1"];

    /// <summary>Returns the built-in parts of a name, or null.</summary>
    public static CostLibrary? Parts(string name) => Fragments.Contains(name) ? ReadEmbedded(name) : null;

    /// <summary>Returns the built-in library of a name, or the library in the file of that path.</summary>
    /// <remarks>What ends in .json or contains a path separator is taken for a file.</remarks>
    /// <exception cref="InputException">There is neither; the sentence lists the built-in names.</exception>
    public static CostLibrary Resolve(string nameOrPath)
    {
        ArgumentNullException.ThrowIfNull(nameOrPath);
        bool isPath = nameOrPath.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            || nameOrPath.AsSpan().IndexOfAny(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar) >= 0;
        return isPath ? Load(nameOrPath) : BuiltIn.FirstOrDefault(one => one.Name == nameOrPath)
            ?? throw new InputException(
                $"There is no cost library \"{nameOrPath}\": use {string.Join(", ", BuiltIn.Select(one => one.Name))} or the path of a .json file.");
    }

    /// <summary>Reads a library file; see <see cref="LibraryEntry"/> for what an entry must give.</summary>
    /// <exception cref="InputException">The file cannot be read or is not such a library.</exception>
    public static CostLibrary Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return CostLibraryReader.Read(TextFile.Read(path), path, Parts);
    }

    private static CostLibrary ReadEmbedded(string name)
    {
        string resource = name + ".json";
        using Stream stream = typeof(CostLibraryCatalog).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The embedded cost library {resource} is missing.");
        using StreamReader reader = new(stream);
        return CostLibraryReader.Read(reader.ReadToEnd(), resource, Parts);
    }
}
