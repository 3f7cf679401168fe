using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScEdge.Input;

namespace ScEdge.Training.Data;

/// <summary>
/// Names that a folder of images gives to its classes: classes.txt, a line for each, from class 0.
/// </summary>
internal static class ClassNameFile
{
    private const string Name = "classes.txt";
    private const int MostClasses = 256;
    private const int MostCharacters = 32;

    /// <summary>Reads the names; null where the folder has no such file.</summary>
    /// <exception cref="InputException">The file does not name classes.</exception>
    public static IReadOnlyList<string>? Read(string directory)
    {
        string path = Path.Combine(directory, Name);
        if (!File.Exists(path))
        {
            return null;
        }

        // A file of another kind that has the name is not read to its end.
        string[] names = [.. File.ReadLines(path).Select(static line => line.Trim()).Where(static line => line.Length > 0).Take(MostClasses + 1)];
        bool areNames = names.Length is >= 2 and <= MostClasses && names.Distinct().Count() == names.Length
            && Array.TrueForAll(names, static name => name.Length <= MostCharacters && !name.Any(char.IsControl));
        return areNames ? names : throw new InputException(
            $"{path} does not name classes: give 2 to {MostClasses} names of at most {MostCharacters} characters, each on a line of its own, no two "
            + "alike.");
    }
}
