using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace ScEdge.Silicon.Characterisation;

/// <summary>The transistors of a cell, with the wires inside it as they were extracted.</summary>
/// <param name="Name">Name of the cell.</param>
/// <param name="Ports">Its ports in their order, supplies among them.</param>
/// <param name="Text">Its subcircuit, transistors named core_n and core_p.</param>
public sealed partial record CellNetlist(string Name, IReadOnlyList<string> Ports, string Text)
{
    /// <summary>Port of the supply.</summary>
    public const string Supply = "VDD";

    /// <summary>Port of the ground.</summary>
    public const string Ground = "VSS";

    /// <summary>Reads all cells of a file of subcircuits whose transistors are called NMOS_... and PMOS_....</summary>
    /// <param name="text">The file.</param>
    public static IReadOnlyDictionary<string, CellNetlist> Read(string text)
    {
        Dictionary<string, CellNetlist> cells = [];
        foreach (Match cell in Subcircuit().Matches(text))
        {
            string name = cell.Groups["name"].Value;
            string body = Model().Replace(cell.Value, static model => "core_" + char.ToLowerInvariant(model.Value[0]));
            cells[name] = new CellNetlist(name, cell.Groups["ports"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries), body);
        }

        return cells;
    }

    [GeneratedRegex(
        @"^\.SUBCKT (?<name>\S+) (?<ports>.*?)\s*$.*?^\.ENDS.*?$",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Subcircuit();

    [GeneratedRegex(@"\b[NP]MOS_\w+", RegexOptions.IgnoreCase)]
    private static partial Regex Model();
}
