using System;

namespace ScEdge.Characters.Tests;

/// <summary>
/// A test that needs some families of fonts; it says why it is skipped where they are not installed.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FontsFactAttribute : FactAttribute
{
    public const string Folder = "/usr/share/fonts";

    public FontsFactAttribute()
    {
        using FontShelf shelf = FontShelf.Open(Folder);
        if (shelf.Test.Count == 0)
        {
            Skip = $"{Folder} has fewer than five families of fonts with all characters.";
        }
    }
}
