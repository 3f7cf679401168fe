using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

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

    /// <summary>Writes each number as kernels look products up: level less one in the lower byte, the sign in the upper one.</summary>
    /// <param name="pairs">Room for as many.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal unsafe void CopyPairsTo(ushort* pairs)
    {
        int i = 0;
        int count = Levels.Length;
        fixed (byte* levels = Levels)
        fixed (sbyte* signs = Signs)
        {
            for (; i <= count - Vector64<byte>.Count; i += Vector64<byte>.Count)
            {
                Vector128<ushort> level = Vector128.WidenLower(Vector64.Load(levels + i).ToVector128Unsafe());
                Vector128<ushort> sign = Vector128.WidenLower(Vector64.Load((byte*)signs + i).ToVector128Unsafe());
                (level | (sign << 8)).Store(pairs + i);
            }

            for (; i < count; i++)
            {
                pairs[i] = Pair(levels[i], signs[i]);
            }
        }
    }

    /// <summary>Returns a number as kernels look its products up.</summary>
    internal static ushort Pair(byte level, sbyte sign) => (ushort)(level | (sign << 8));

    /// <summary>Returns some of the numbers.</summary>
    public LevelSpan Slice(int start, int length) => new(Levels.Slice(start, length), Signs.Slice(start, length));
}
