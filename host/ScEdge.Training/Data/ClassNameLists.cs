using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace ScEdge.Training.Data;

/// <summary>
/// Names of the classes of known datasets.
/// </summary>
internal static class ClassNameLists
{
    /// <summary>0 to 9.</summary>
    public static IReadOnlyList<string> Digits { get; } = Split("0123456789");

    /// <summary>A to Z, either case.</summary>
    public static IReadOnlyList<string> Letters { get; } = Split("ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>Digits, capitals, small letters: EMNIST by class.</summary>
    public static IReadOnlyList<string> ByClass { get; } = [.. Digits, .. Letters, .. Split("abcdefghijklmnopqrstuvwxyz")];

    /// <summary>Digits, capitals and the small letters that look unlike theirs: EMNIST balanced and by merge.</summary>
    public static IReadOnlyList<string> ByMerge { get; } = [.. Digits, .. Letters, .. Split("abdefghnqrt")];

    /// <summary>The numbers of the classes, where no names are known.</summary>
    public static IReadOnlyList<string> Numbers(int count)
        => [.. Enumerable.Range(0, count).Select(static i => i.ToString(CultureInfo.InvariantCulture))];

    private static string[] Split(string characters) => [.. characters.Select(static c => c.ToString())];
}
