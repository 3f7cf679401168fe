namespace ScEdge.Characters.Tests;

/// <summary>
/// The 36 characters of the set; a label is an index into <see cref="Text"/>.
/// </summary>
internal static class CharacterClasses
{
    public const string Text = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
}
