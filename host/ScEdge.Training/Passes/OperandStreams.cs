using System;
using ScEdge.Kernels.Stochastic;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Training.Passes;

/// <summary>
/// Draws the streams of one operand of a product layer, by whatever source the settings name.
/// </summary>
internal sealed class OperandStreams
{
    private readonly CellStreamMaker? _own;
    private readonly RandomSequence? _shared;

    public OperandStreams(PassSettings settings, CellBank? bank, uint origin, uint tensor, PassOperand operand)
    {
        uint number = PassKey.StreamNumber(origin, tensor, operand);
        Length = settings.LengthOf(operand);
        Bank = bank;
        if (settings.Source is StreamSource.OwnCells or StreamSource.Counter)
        {
            _own = new CellStreamMaker(bank!, settings, number, Length);
        }
        else
        {
            _shared = new RandomSequence(bank, settings, number, operand);
        }
    }

    public int Length { get; }

    public int WordsPerNumber => (Length + 31) / 32;

    /// <summary>The cells, or null where none take part.</summary>
    public CellBank? Bank { get; }

    /// <summary>Begins a tensor; a shared sequence is drawn into the numbers.</summary>
    /// <param name="serial">Serial number of the image, or of the batch.</param>
    /// <param name="numbers">Receives a shared sequence; at least N of them.</param>
    /// <param name="counts">Receives what the cells did.</param>
    public void Begin(uint serial, ushort[] numbers, OperationCounts counts) => _shared?.Fill(serial, numbers, counts);

    /// <summary>Draws the streams of successive numbers, after <see cref="Begin"/> with the same serial number.</summary>
    public void Draw(
        uint serial, int first, ReadOnlySpan<uint> probabilities, ushort[] numbers, Span<uint> words, OperationCounts counts)
    {
        if (_own is not null)
        {
            StreamKernel.Draw(_own, serial, first, probabilities, words, counts);
        }
        else
        {
            StreamKernel.Compare(numbers.AsSpan(0, Length), probabilities, words, counts);
        }
    }
}
