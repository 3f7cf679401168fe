using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SkiaSharp;

namespace ScEdge.Characters.Tests;

/// <summary>
/// The faces that images are drawn with, cut by family: a family of the test images is never seen in training.
/// </summary>
internal sealed class FontShelf : IDisposable
{
    // Every fifth family, in the order of their names.
    private const int TestShare = 5;

    // Dingbats, Greek, keys and mathematical signs under the code points of letters; decorated initials.
    private static readonly string[] Pictures =
    [
        "D050000L", "Standard Symbols PS", "Linux Biolinum Keyboard O", "Linux Libertine Initials O",
        "cmex10", "cmsy10", "esint10", "msam10", "msbm10", "rsfs10", "stmary10", "wasy10",
    ];

    private readonly List<SKTypeface> _faces;

    private FontShelf(List<SKTypeface> faces)
    {
        _faces = faces;
        string[] families = [.. faces.Select(static face => face.FamilyName).Distinct().Order(StringComparer.Ordinal)];
        HashSet<string> held = [.. families.Where(static (_, index) => index % TestShare == TestShare - 1)];
        FamilyCount = families.Length;
        Training = [.. Families(faces, family => !held.Contains(family))];
        Test = [.. Families(faces, held.Contains)];
    }

    public int FamilyCount { get; }

    public int FaceCount => _faces.Count;

    /// <summary>Gets the faces of training images, by family.</summary>
    public IReadOnlyList<IReadOnlyList<SKTypeface>> Training { get; }

    /// <summary>Gets the faces of test images, by family.</summary>
    public IReadOnlyList<IReadOnlyList<SKTypeface>> Test { get; }

    /// <summary>Opens all TrueType and OpenType files under a folder that draw every character, in an order that file names alone decide.</summary>
    public static FontShelf Open(string folder)
    {
        List<SKTypeface> faces = [];
        if (Directory.Exists(folder))
        {
            foreach (string path in Directory.EnumerateFiles(folder, "*.?tf", SearchOption.AllDirectories)
                .OrderBy(Path.GetFileName, StringComparer.Ordinal).ThenBy(static path => path, StringComparer.Ordinal))
            {
                SKTypeface? face = SKTypeface.FromFile(path);
                if (face is not null && !Pictures.Contains(face.FamilyName) && Draws(face))
                {
                    faces.Add(face);
                }
                else
                {
                    face?.Dispose();
                }
            }
        }

        return new FontShelf(faces);
    }

    public void Dispose() => _faces.ForEach(static face => face.Dispose());

    /// <summary>Returns whether a face has every character, and an outline for each: some have the code points and nothing behind them.</summary>
    private static bool Draws(SKTypeface face)
    {
        using SKFont font = new(face);
        return face.ContainsGlyphs(CharacterClasses.Text) && CharacterClasses.Text.All(character =>
        {
            using SKPath outline = font.GetGlyphPath(face.GetGlyph(character));
            return outline is { TightBounds: { Width: > 0, Height: > 0 } };
        });
    }

    private static IEnumerable<IReadOnlyList<SKTypeface>> Families(List<SKTypeface> faces, Func<string, bool> wanted) => faces
        .GroupBy(static face => face.FamilyName, StringComparer.Ordinal)
        .Where(group => wanted(group.Key))
        .OrderBy(static group => group.Key, StringComparer.Ordinal)
        .Select(static group => group.ToArray());
}
