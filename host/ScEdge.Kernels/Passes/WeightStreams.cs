using System;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Kernels.Passes;

/// <summary>
/// The streams of a layer's weights as the kernels read them: 16 that meet the same number side by side.
/// </summary>
/// <remarks>
/// Forward an input meets the weights of 16 outputs: [group of outputs][tap, behind the last one a row of zeros][word][lane]. Backward an
/// error meets the weights of 16 channels of the input: [output][place in the window][group of channels][word][lane]. A layer of at most
/// eight outputs has two words of each side by side: output o in lanes 2 o and 2 o + 1, words 2 k and 2 k + 1 in vector k.
/// </remarks>
public sealed unsafe class WeightStreams
{
    private const int Lanes = ProductSumKernel.Lanes;

    private readonly bool _forward;
    private readonly int _kernel;

    /// <summary>Makes room for the streams of a layer.</summary>
    /// <param name="shape">Windows.</param>
    /// <param name="length">N, a power of two, in bits.</param>
    /// <param name="forward">Whether they serve the forward pass; otherwise the backward pass.</param>
    public WeightStreams(WindowShape shape, int length, bool forward)
    {
        ArgumentNullException.ThrowIfNull(shape);
        Shape = shape;
        Length = length;
        WordsPerNumber = (length + 31) / 32;
        _forward = forward;
        _kernel = shape.KernelHeight * shape.KernelWidth;
        Groups = ((forward ? shape.Outputs : shape.Channels) + Lanes - 1) / Lanes;
        IsPaired = forward && shape.Outputs <= Lanes / 2 && WordsPerNumber >= 2;
        VectorsPerNumber = IsPaired ? WordsPerNumber / 2 : WordsPerNumber;
        RowsPerGroup = shape.Taps + 1;
        int rows = forward ? Groups * RowsPerGroup : shape.Outputs * _kernel * Groups;
        Words = new WordBuffer(rows * VectorsPerNumber * Lanes);
        Negative = new WordBuffer(rows * Lanes);
    }

    /// <summary>Gets the windows.</summary>
    public WindowShape Shape { get; }

    /// <summary>Gets N, the stream length in bits.</summary>
    public int Length { get; }

    /// <summary>Gets W, the words of a stream.</summary>
    public int WordsPerNumber { get; }

    /// <summary>Gets the groups of 16 outputs, or channels.</summary>
    public int Groups { get; }

    /// <summary>Gets whether two words of a stream stand side by side.</summary>
    internal bool IsPaired { get; }

    /// <summary>Gets the vectors of 16 lanes that a stream takes.</summary>
    internal int VectorsPerNumber { get; }

    /// <summary>Gets the rows of a group of outputs in the forward pass: its taps, and one of zeros.</summary>
    internal int RowsPerGroup { get; }

    internal WordBuffer Words { get; }

    internal WordBuffer Negative { get; }

    /// <summary>Puts streams in their places.</summary>
    /// <param name="first">Index of the first weight in its tensor.</param>
    /// <param name="weights">Successive weights, for their signs.</param>
    /// <param name="words">Words of their streams, number by number.</param>
    public void Fill(int first, ReadOnlySpan<int> weights, ReadOnlySpan<uint> words)
    {
        int taps = Shape.Taps;
        for (int i = 0; i < weights.Length; i++)
        {
            int output = (first + i) / taps;
            int tap = (first + i) % taps;
            int lane;
            int row;
            if (_forward)
            {
                lane = output % Lanes;
                row = (output / Lanes * RowsPerGroup) + tap;
            }
            else
            {
                int channel = tap / _kernel;
                lane = channel % Lanes;
                row = (((output * _kernel) + (tap % _kernel)) * Groups) + (channel / Lanes);
            }

            ReadOnlySpan<uint> stream = words.Slice(i * WordsPerNumber, WordsPerNumber);
            uint sign = weights[i] < 0 ? uint.MaxValue : 0;
            if (IsPaired)
            {
                FillPair(row, lane, sign, stream);
                continue;
            }

            Negative.Words[(row * Lanes) + lane] = sign;
            uint* target = Words.Words + ((nint)row * WordsPerNumber * Lanes) + lane;
            for (int word = 0; word < stream.Length; word++)
            {
                target[word * Lanes] = stream[word];
            }
        }
    }

    private void FillPair(int row, int lane, uint sign, ReadOnlySpan<uint> stream)
    {
        Negative.Words[(row * Lanes) + (2 * lane)] = sign;
        Negative.Words[(row * Lanes) + (2 * lane) + 1] = sign;
        uint* target = Words.Words + ((nint)row * VectorsPerNumber * Lanes) + (2 * lane);
        for (int word = 0; word < stream.Length; word++)
        {
            target[(word / 2 * Lanes) + (word % 2)] = stream[word];
        }
    }
}
