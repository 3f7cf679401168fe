using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using ScEdge.Kernels.Stochastic.Packed;

namespace ScEdge.Kernels.Stochastic;

/// <summary>
/// Scaled sums of packed streams: the vector twin of <see cref="ScEdge.Stochastic.Operators.MuxAdder"/>, stored or only counted.
/// </summary>
/// <remarks>
/// Streams are packed as in <see cref="ScEdge.Stochastic.Streams.Bitstream"/>, the tail zero. The output may be one of the inputs;
/// it may not overlap one otherwise. Encodings and scales are the caller's.
/// </remarks>
public static unsafe class MuxAdderKernel
{
    /// <summary>Most select streams: a span holds no more inputs.</summary>
    private const int MostLevels = 30;

    /// <summary>Chooses between two streams: their average, or one weighed by the other's share.</summary>
    /// <param name="whereZero">Words of the stream taken where the select stream is zero.</param>
    /// <param name="whereOne">As many words of the stream taken where it is one.</param>
    /// <param name="select">As many words of the select stream.</param>
    /// <param name="output">Receives as many words.</param>
    public static void Select(ReadOnlySpan<uint> whereZero, ReadOnlySpan<uint> whereOne, ReadOnlySpan<uint> select, Span<uint> output) =>
        Select(KernelTier.Current, whereZero, whereOne, select, output);

    /// <summary>Counts the ones of what <see cref="Select(ReadOnlySpan{uint}, ReadOnlySpan{uint}, ReadOnlySpan{uint}, Span{uint})"/> would
    /// store.</summary>
    /// <param name="whereZero">Words of the stream taken where the select stream is zero.</param>
    /// <param name="whereOne">As many words of the stream taken where it is one.</param>
    /// <param name="select">As many words of the select stream.</param>
    public static long CountSelected(ReadOnlySpan<uint> whereZero, ReadOnlySpan<uint> whereOne, ReadOnlySpan<uint> select) =>
        CountSelected(KernelTier.Current, whereZero, whereOne, select);

    /// <summary>Adds 2^d streams.</summary>
    /// <param name="inputs">Streams [input][word].</param>
    /// <param name="selects">Streams [level][word], d of them; the first is bit 0 of the input's index.</param>
    /// <param name="output">Receives the words of the sum; their number is that of every stream.</param>
    public static void Add(ReadOnlySpan<uint> inputs, ReadOnlySpan<uint> selects, Span<uint> output) =>
        Add(KernelTier.Current, inputs, selects, output);

    /// <summary>Counts the ones of what <see cref="Add(ReadOnlySpan{uint}, ReadOnlySpan{uint}, Span{uint})"/> would store.</summary>
    /// <param name="inputs">Streams [input][word].</param>
    /// <param name="selects">Streams [level][word], d of them; the first is bit 0 of the input's index.</param>
    /// <param name="words">Words of a stream.</param>
    public static long CountSum(ReadOnlySpan<uint> inputs, ReadOnlySpan<uint> selects, int words) =>
        CountSum(KernelTier.Current, inputs, selects, words);

    /// <summary>As the other, on a tier that the processor must have.</summary>
    internal static void Select(
        VectorTier tier, ReadOnlySpan<uint> whereZero, ReadOnlySpan<uint> whereOne, ReadOnlySpan<uint> select, Span<uint> output)
    {
        RequireSame(whereZero, whereOne, select);
        ArgumentOutOfRangeException.ThrowIfLessThan(output.Length, select.Length, nameof(output));
        fixed (uint* a = whereZero, b = whereOne, s = select, results = output)
        {
            PackedTraversal.Store(tier, new Multiplexer(a, b, s), select.Length, results);
        }
    }

    /// <summary>As the other, on a tier that the processor must have.</summary>
    internal static long CountSelected(
        VectorTier tier, ReadOnlySpan<uint> whereZero, ReadOnlySpan<uint> whereOne, ReadOnlySpan<uint> select)
    {
        RequireSame(whereZero, whereOne, select);
        fixed (uint* a = whereZero, b = whereOne, s = select)
        {
            return PackedTraversal.Count(tier, new Multiplexer(a, b, s), select.Length);
        }
    }

    /// <summary>As the other, on a tier that the processor must have.</summary>
    [SkipLocalsInit]
    internal static void Add(VectorTier tier, ReadOnlySpan<uint> inputs, ReadOnlySpan<uint> selects, Span<uint> output)
    {
        int words = output.Length;
        int count = InputsOf(inputs, selects, words);

        // Vectors that straddle cache lines would take three times as long, since they are read back at once.
        byte* room = stackalloc byte[((MostLevels + 1) * sizeof(Vector512<uint>)) + CacheLine.Bytes];
        fixed (uint* streams = inputs, levels = selects, results = output)
        {
            PackedTraversal.Store(tier, new MultiplexerTree(streams, count, levels, words, CacheLine.AtOrAfter(room)), words, results);
        }
    }

    /// <summary>As the other, on a tier that the processor must have.</summary>
    [SkipLocalsInit]
    internal static long CountSum(VectorTier tier, ReadOnlySpan<uint> inputs, ReadOnlySpan<uint> selects, int words)
    {
        int count = InputsOf(inputs, selects, words);

        // Vectors that straddle cache lines would take three times as long, since they are read back at once.
        byte* room = stackalloc byte[((MostLevels + 1) * sizeof(Vector512<uint>)) + CacheLine.Bytes];
        fixed (uint* streams = inputs, levels = selects)
        {
            return PackedTraversal.Count(tier, new MultiplexerTree(streams, count, levels, words, CacheLine.AtOrAfter(room)), words);
        }
    }

    private static void RequireSame(ReadOnlySpan<uint> whereZero, ReadOnlySpan<uint> whereOne, ReadOnlySpan<uint> select)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(whereZero.Length, select.Length, nameof(whereZero));
        ArgumentOutOfRangeException.ThrowIfNotEqual(whereOne.Length, select.Length, nameof(whereOne));
    }

    private static int InputsOf(ReadOnlySpan<uint> inputs, ReadOnlySpan<uint> selects, int words)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(words);
        int levels = selects.Length / words;
        ArgumentOutOfRangeException.ThrowIfNotEqual(selects.Length, levels * words, nameof(selects));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(levels, MostLevels, nameof(selects));
        ArgumentOutOfRangeException.ThrowIfNotEqual(inputs.Length, (long)words << levels, nameof(inputs));
        return 1 << levels;
    }
}
