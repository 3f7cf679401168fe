using System;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;
using ScEdge.Stochastic.Serialization;

namespace ScEdge.Training.Passes;

/// <summary>
/// The cells of the passes: every operand of every layer has a bank to itself.
/// </summary>
internal static class PassCells
{
    /// <summary>Returns what makes the banks, or null where neither cells nor a generator for every lane take part.</summary>
    /// <param name="settings">Source and lengths.</param>
    /// <param name="cells">What a cell is; lanes of as many cells as a stream has bits.</param>
    public static Func<uint, PassOperand, CellBank>? Maker(PassSettings settings, CellBankSettings cells)
    {
        switch (settings.Source)
        {
            case StreamSource.OwnCells or StreamSource.SharedCells:
                break;
            case StreamSource.Counter:
                // Generators are as many as the lanes, and all alike.
                cells = new CellBankSettings { Lanes = cells.Lanes, CellsPerLane = cells.CellsPerLane };
                break;
            default:
                return null;
        }

        CellBank? neighbour = null;
        return (tensor, operand) =>
        {
            CellBankSettings own = Copy(cells);
            own.CellsPerLane = cells.SerialWrite ? cells.CellsPerLane : settings.LengthOf(operand);
            neighbour = new CellBank(own, own.Lanes, PassKey.BankNumber(tensor, operand), neighbour);
            return neighbour;
        };
    }

    private static CellBankSettings Copy(CellBankSettings cells)
    {
        SettingsBytes writer = SettingsBytes.Writer();
        cells.Visit(writer);
        byte[] bytes = writer.ToArray();
        CellBankSettings copy = new();
        copy.Visit(SettingsBytes.Reader(bytes, 0, bytes.Length));
        return copy;
    }
}
