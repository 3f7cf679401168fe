using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ScEdge.Kernels.Passes.Levels;

/// <summary>
/// popcount(a AND b) of any two streams of two shared sequences: a table over their levels.
/// </summary>
/// <remarks>
/// Row r, column c hold the count for levels r + 1 and c + 1: the times at which a, of level r + 1, has a one and b, of level c + 1, too. A
/// row exceeds the one before where the time that it adds comes among the ones of b. The last row, level N, holds that excess alone, so that
/// all counts fit into bytes: a stream without a zero takes it and the row before.
/// </remarks>
public sealed unsafe class LevelTable
{
    private const int Lanes = 64;

    // Zeros, then ones: from SortedSequence.LongestLength - r on, the indicator of columns from r on.
    private static readonly WordBuffer Steps = MakeSteps();

    private readonly WordBuffer _rows = new(SortedSequence.LongestLength * SortedSequence.LongestLength / 4);

    /// <summary>Gets N.</summary>
    public int Length { get; private set; }

    /// <summary>From a row to the next, in bytes.</summary>
    internal int Stride { get; private set; }

    internal byte* Rows => (byte*)_rows.Words;

    /// <summary>Fills the table.</summary>
    /// <param name="rows">The sequence whose levels are rows.</param>
    /// <param name="columns">The sequence whose levels are columns, of the same length.</param>
    public void Fill(SortedSequence rows, SortedSequence columns)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(columns);
        Length = rows.Length;
        Stride = Math.Max(Length, Lanes);
        byte* steps = (byte*)Steps.Words + SortedSequence.LongestLength;
        switch (Stride)
        {
            case Lanes:
                Fill<ITableSize.Of64>(rows.Times, columns.Ranks, steps);
                break;
            case 2 * Lanes:
                Fill<ITableSize.Of128>(rows.Times, columns.Ranks, steps);
                break;
            default:
                Fill<ITableSize.Of256>(rows.Times, columns.Ranks, steps);
                break;
        }
    }

    /// <summary>Returns the ones of the AND of two streams.</summary>
    /// <param name="row">Level of the stream whose sequence has the rows, 0 to N.</param>
    /// <param name="column">Level of the other, 0 to N.</param>
    internal int Ones(int row, int column)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)row, (uint)Length, nameof(row));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)column, (uint)Length, nameof(column));
        if (row == 0 || column == 0)
        {
            return 0;
        }

        byte* cell = Rows + ((row - 1) * Stride) + column - 1;
        return row == Length ? cell[0] + cell[-Stride] : cell[0];
    }

    private static WordBuffer MakeSteps()
    {
        WordBuffer steps = new(SortedSequence.LongestLength / 2);
        steps.Span[(SortedSequence.LongestLength / 4)..].Fill(0x01010101);
        return steps;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void Fill<TSize>(byte* times, byte* ranks, byte* steps)
        where TSize : struct, ITableSize
    {
        byte* row = Rows;
        Vector512<byte> first = default;
        Vector512<byte> second = default;
        Vector512<byte> third = default;
        Vector512<byte> fourth = default;
        for (int i = 0; i < Length; i++, row += TSize.Length)
        {
            if (i == Length - 1)
            {
                first = second = third = fourth = default;
            }

            byte* step = steps - ranks[times[i]];
            first += Vector512.Load(step);
            first.Store(row);
            if (TSize.Length > Lanes)
            {
                second += Vector512.Load(step + Lanes);
                second.Store(row + Lanes);
            }

            if (TSize.Length > 2 * Lanes)
            {
                third += Vector512.Load(step + (2 * Lanes));
                third.Store(row + (2 * Lanes));
                fourth += Vector512.Load(step + (3 * Lanes));
                fourth.Store(row + (3 * Lanes));
            }
        }
    }
}
