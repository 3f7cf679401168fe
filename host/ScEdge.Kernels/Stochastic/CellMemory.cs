using System;
using System.Runtime.CompilerServices;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Kernels.Stochastic;

/// <summary>
/// Cells that remember whether their last pulse switched them: a word is drawn by both responses, and every cell takes the bit of its own.
/// </summary>
/// <remarks>Both draws compare the same random numbers. A batch has a lane once at most, so that the order of its numbers does not matter.</remarks>
internal readonly unsafe ref struct CellMemory
{
    /// <summary>Classes of a word's cells where all are alike, and as far beyond as the widest load reads.</summary>
    private static readonly byte[] Zeros = GC.AllocateArray<byte>(2 * CellClasses.Count, pinned: true);

    private readonly Span<uint> _last;
    private readonly int _wordsPerLane;
    private readonly ushort* _residual;

    /// <summary>Takes the memory of a bank that has one.</summary>
    /// <param name="bank">Bank.</param>
    public CellMemory(CellBank bank)
    {
        _last = bank.Memory;
        _wordsPerLane = bank.Memory.Length / bank.Lanes;
        _residual = ResponseTable.Of(bank.ResidualResponse).Rows;
    }

    /// <summary>Whether there is a memory.</summary>
    public bool IsThere => _residual != null;

    /// <summary>Class 0 for the cells of any word.</summary>
    public static byte* OneClass => (byte*)Unsafe.AsPointer(ref Zeros[0]);

    /// <summary>Draws a word of every number of a batch.</summary>
    /// <param name="batch">Takes counters, lanes, nodes and ways and receives the words.</param>
    /// <param name="count">Numbers to draw.</param>
    /// <param name="word">Index of the word in the streams.</param>
    /// <param name="draw">What to draw, as for cells without memory.</param>
    /// <param name="remembers">Whether the cells remember the bits: not those of a first of two reads.</param>
    [SkipLocalsInit]
    public void DrawOwn<TTier>(NumberBatch* batch, int count, int word, in WordDraw draw, bool remembers)
        where TTier : struct, IWordTier
    {
        WordDraw residual = draw;
        residual.Response = _residual;
        TTier.DrawOwn(batch, count, in residual);
        uint* residualBits = stackalloc uint[NumberBatch.Capacity];
        new ReadOnlySpan<uint>(batch->Bits, count).CopyTo(new Span<uint>(residualBits, count));
        TTier.DrawOwn(batch, count, in draw);
        for (int i = 0; i < count; i++)
        {
            ref uint last = ref _last[((int)batch->Lanes[i] * _wordsPerLane) + word];
            uint bits = batch->Bits[i];
            bits ^= (bits ^ residualBits[i]) & last;
            batch->Bits[i] = bits;
            last = remembers ? (last & ~draw.Mask) | bits : last;
        }
    }
}
