using System.Globalization;
using System.Linq;
using ScEdge.Cbram;
using ScEdge.Cbram.Presets;
using ScEdge.Cli.Parsing;
using ScEdge.Emulator.Cells;
using ScEdge.FrontEnd;
using ScEdge.Input;

namespace ScEdge.Cli.Emulation;

/// <summary>
/// Reads the front end of an emulated board: a device of <c>scedge presets</c>, and the faults of some cells, <c>jo2009+1=stuck-set+3=reversed</c>.
/// </summary>
internal static class FrontEndText
{
    /// <summary>Cells of the front end, as many as a real one has.</summary>
    public const int CellCount = 8;

    // Another front end would have other noise; any seed would do.
    private const int Seed = 1;
    private const int Tolerance = 2048;

    /// <summary>Makes the front end.</summary>
    /// <exception cref="InputException">The text is not that, or the device cannot be driven.</exception>
    public static EmulatedCells Parse(string text)
    {
        string[] words = text.Split('+');
        CbramPreset preset = PresetCatalog.Resolve(words[0]);
        SimulatedBench bench = new(preset, CellCount, Seed, Tolerance);
        foreach (string word in words.Skip(1))
        {
            (int cell, CellCondition condition) = Fault(word);
            bench.FrontEnd[cell].Condition = condition;
        }

        return new EmulatedCells($"simulated cells of {preset.Name}", bench.Driver, bench.Calibration);
    }

    private static (int Cell, CellCondition Condition) Fault(string word)
    {
        string[] sides = word.Split('=');
        return sides.Length == 2 && int.TryParse(sides[0], NumberStyles.None, CultureInfo.InvariantCulture, out int cell) && cell < CellCount
            && ConditionText.All.TryGetValue(sides[1], out CellCondition condition)
            ? (cell, condition)
            : throw new InputException(
                $"The fault \"{word}\" of a cell cannot be used: "
                + $"give CELL=FAULT, a number from 0 to {CellCount - 1} and one of {string.Join(", ", ConditionText.All.Keys.Skip(1))}.");
    }
}
