using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;
using ScEdge.Stochastic.Serialization;

namespace ScEdge.Boards.Reading;

/// <summary>
/// How a board reads: the streams, and the cells that make their bits.
/// </summary>
/// <param name="Passes">Length, source and seed; the forward pass alone counts.</param>
/// <param name="Cells">What a cell is; lanes of at least as many cells as a stream has bits.</param>
public sealed record ReadingSettings(PassSettings Passes, CellBankSettings Cells)
{
    /// <summary>Returns the settings as the bytes that a board takes.</summary>
    public byte[] ToBytes()
    {
        SettingsBytes writer = SettingsBytes.Writer();
        Passes.Visit(writer);
        Cells.Visit(writer);
        return writer.ToArray();
    }
}
