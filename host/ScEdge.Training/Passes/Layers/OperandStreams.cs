using System;
using ScEdge.Kernels;
using ScEdge.Kernels.Passes;
using ScEdge.Kernels.Passes.Levels;
using ScEdge.Kernels.Stochastic;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Training.Passes.Layers;

/// <summary>
/// Draws the streams of one operand of a product layer, by whatever source the settings name.
/// </summary>
internal sealed class OperandStreams
{
    // Null in fixed point, which draws none.
    private readonly OperandSource? _source;

    public OperandStreams(PassSettings settings, CellBank? bank, uint origin, uint tensor, PassOperand operand)
    {
        _source = settings.Source == StreamSource.Rounding ? null : new OperandSource(settings, bank, origin, tensor, operand);
        Length = settings.LengthOf(operand);
        IsBipolar = settings.Encoding == PassEncoding.Bipolar;
        Bank = bank;
    }

    public int Length { get; }

    /// <summary>Whether streams are bipolar.</summary>
    public bool IsBipolar { get; }

    /// <summary>Whether all numbers of a tensor share a sequence, so that their streams are known by their levels.</summary>
    public bool IsShared => _source?.Sequence is not null;

    public int WordsPerNumber => (Length + 31) / 32;

    /// <summary>The cells, or null where none take part.</summary>
    public CellBank? Bank { get; }

    /// <summary>Begins a tensor; a shared sequence is drawn into the numbers.</summary>
    /// <param name="serial">Serial number of the image, or of the batch.</param>
    /// <param name="numbers">Receives a shared sequence; at least N of them.</param>
    /// <param name="counts">Receives what the cells did.</param>
    public void Begin(uint serial, ushort[] numbers, OperationCounts counts)
    {
        if (_source?.Sequence is { } shared)
        {
            SequenceKernel.Fill(shared, serial, numbers, counts);
        }
    }

    /// <summary>Draws the streams of successive numbers, after <see cref="Begin"/> with the same serial number.</summary>
    public void Draw(
        uint serial, int first, ReadOnlySpan<uint> probabilities, ushort[] numbers, Span<uint> words, OperationCounts counts)
    {
        if (_source?.Maker is { } own)
        {
            StreamKernel.Draw(own, serial, first, probabilities, words, counts);
        }
        else
        {
            StreamKernel.Compare(numbers.AsSpan(0, Length), probabilities, words, counts);
        }
    }

    /// <summary>Draws the streams of a map.</summary>
    /// <param name="serial">Serial number of the image.</param>
    /// <param name="map">The numbers.</param>
    /// <param name="scale">Their scale.</param>
    /// <param name="words">Receives the words of the streams, number by number.</param>
    /// <param name="scratch">Memory of the thread.</param>
    /// <param name="counts">Receives what the generators did.</param>
    public void DrawMap(uint serial, ReadOnlySpan<int> map, FullScale scale, WordBuffer words, PassScratch scratch, OperationCounts counts)
    {
        Begin(serial, scratch.Numbers, counts);
        Draw(serial, 0, Probabilities(map, scale, scratch), scratch.Numbers, words.Span, counts);
    }

    /// <summary>Draws a map under a shared sequence as levels; parameters as in the other.</summary>
    public void DrawMap(uint serial, int[] map, FullScale scale, DrawnLevels drawn, PassScratch scratch, OperationCounts counts)
    {
        if (IsBipolar)
        {
            drawn.Numbers.TakeAll(map);
        }
        else
        {
            drawn.Numbers.Take(map);
        }

        DrawLevels(serial, map.Length, scale, drawn, scratch, counts);
    }

    /// <summary>Draws errors under a shared sequence as levels; parameters as in the other.</summary>
    public void DrawMap(uint serial, MapErrors errors, FullScale scale, DrawnLevels drawn, PassScratch scratch, OperationCounts counts)
    {
        if (IsBipolar)
        {
            drawn.Numbers.TakeAll(errors.All);
        }
        else
        {
            drawn.Numbers.Take(errors.Numbers, errors.Places);
        }

        DrawLevels(serial, errors.Length, scale, drawn, scratch, counts);
    }

    /// <summary>Turns numbers into probabilities; they stand until the next call with the same scratch.</summary>
    public ReadOnlySpan<uint> Probabilities(ReadOnlySpan<int> map, FullScale scale, PassScratch scratch)
    {
        Span<uint> probabilities = scratch.Probabilities.AsSpan(0, map.Length);
        if (IsBipolar)
        {
            MapKernel.BipolarProbabilities(map, scale, probabilities);
        }
        else
        {
            MapKernel.Probabilities(map, scale, probabilities);
        }

        return probabilities;
    }

    /// <summary>Returns the numbers for their signs and zeros as kernels of AND gates see them: a bipolar stream has none of either.</summary>
    public ReadOnlySpan<int> Signed(ReadOnlySpan<int> numbers, PassScratch scratch) =>
        IsBipolar ? scratch.Plus.AsSpan(0, numbers.Length) : numbers;

    private void DrawLevels(uint serial, int length, FullScale scale, DrawnLevels drawn, PassScratch scratch, OperationCounts counts)
    {
        Begin(serial, scratch.Numbers, counts);
        drawn.Sequence.Sort(scratch.Numbers.AsSpan(0, Length));
        ReadOnlySpan<int> values = drawn.Numbers.Values;
        LevelKernel.Find(drawn.Sequence, Signed(values, scratch), Probabilities(values, scale, scratch), drawn.Numbers.Levels, counts);

        // A zero that was left out has no ones; the bits of its comparator are counted with the rest.
        int others = length - values.Length;
        counts.Numbers += others;
        counts.Bits += (long)others * Length;
    }
}
