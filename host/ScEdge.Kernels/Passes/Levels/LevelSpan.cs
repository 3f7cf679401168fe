using System;

namespace ScEdge.Kernels.Passes.Levels;

/// <summary>
/// The numbers of a tensor as levels under a shared sequence.
/// </summary>
/// <param name="levels">Level less one of each; anything where the level is 0.</param>
/// <param name="signs">-1, 0 or 1 of each; 0 where the level is 0.</param>
public readonly ref struct LevelSpan(Span<byte> levels, Span<sbyte> signs)
{
    /// <summary>Gets level less one of each number.</summary>
    public Span<byte> Levels { get; } = levels;

    /// <summary>Gets the sign of each number, 0 where the level is 0.</summary>
    public Span<sbyte> Signs { get; } = signs;

    /// <summary>Writes the level, the ones of its stream, of each number.</summary>
    /// <param name="ones">Receives as many.</param>
    public void CopyLevelsTo(Span<int> ones)
    {
        for (int i = 0; i < ones.Length; i++)
        {
            ones[i] = Signs[i] == 0 ? 0 : Levels[i] + 1;
        }
    }

    /// <summary>Returns a number as kernels look its products up: level less one in the lower byte, the sign in the upper one.</summary>
    internal static ushort Pair(byte level, sbyte sign) => (ushort)(level | (sign << 8));

    /// <summary>Returns some of the numbers.</summary>
    public LevelSpan Slice(int start, int length) => new(Levels.Slice(start, length), Signs.Slice(start, length));
}
