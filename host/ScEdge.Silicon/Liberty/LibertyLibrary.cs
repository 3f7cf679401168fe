using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScEdge.Files.Reading;
using ScEdge.Input;

namespace ScEdge.Silicon.Liberty;

/// <summary>A cell library: what its cells are, how large, how fast, and what they take.</summary>
/// <remarks>All figures are in ns, fF, fJ and nW, whatever the units of the file.</remarks>
/// <param name="Name">Name.</param>
/// <param name="Volts">Supply; V.</param>
/// <param name="Celsius">Temperature; degrees Celsius; null where the file does not say.</param>
/// <param name="Corner">Operating conditions by name; empty where the file does not say.</param>
/// <param name="Cells">Cells by name.</param>
public sealed record LibertyLibrary(string Name, double Volts, double? Celsius, string Corner, IReadOnlyDictionary<string, LibertyCell> Cells)
{
    /// <summary>Reads the text of a library file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">It cannot be read, or is packed.</exception>
    public static string ReadText(string path)
    {
        using MemoryStream contents = new(BinaryFile.Read(path));
        return Gzip.IsPacked(contents)
            ? throw new InputException($"'{path}' is packed by gzip: unpack it, the synthesis reads plain text only.") { Setting = "liberty" }
            : TextFile.Read(path);
    }

    /// <summary>Reads a library from its text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="origin">Where it comes from, for the sentences of errors.</param>
    /// <exception cref="InputException">It is malformed; the sentence names line and reason.</exception>
    public static LibertyLibrary Read(string text, string origin)
    {
        LibertyGroup group = LibertyParser.Parse(text, origin);
        LibertyUnits units = LibertyUnits.Of(group);
        LibertyTables tables = new(group, units);
        Dictionary<string, LibertyCell> cells = [];
        foreach (LibertyGroup cell in group.Groups("cell"))
        {
            LibertyCell one = new LibertyCellReader(cell, units, tables).Read();
            if (!cells.TryAdd(one.Name, one))
            {
                throw cell.Error($"the cell {one.Name} is given twice");
            }
        }

        string corner = group.Text("default_operating_conditions") ?? group.Group("operating_conditions")?.Name ?? "";
        return cells.Count == 0 ? throw group.Error("the library has no cell")
            : new LibertyLibrary(group.Name, units.Volts, group.Number("nom_temperature"), corner, cells);
    }

    /// <summary>Returns the smallest cell of one input or none whose only output is a function, or null.</summary>
    /// <param name="truth">The output for an input of 0 and of 1; for a cell without input both are its value.</param>
    /// <param name="inputs">Number of inputs, 0 or 1.</param>
    public LibertyCell? Smallest((bool Low, bool High) truth, int inputs) => Cells.Values
        .Where(cell => cell.FlipFlop is null && cell.Unsupported is null && cell.Variables.Count == inputs && cell.Pins.Count == inputs + 1)
        .Where(cell => cell.Pins.Single(static pin => pin.IsOutput).Function is { } function
            && function.In(0) == truth.Low && function.In(1) == truth.High)
        .OrderBy(static cell => cell.AreaSquareMicrometres).ThenBy(static cell => cell.Name, System.StringComparer.Ordinal).FirstOrDefault();
}
