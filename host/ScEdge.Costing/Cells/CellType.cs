using System.Collections.Generic;
using System.Linq;
using ScEdge.Input;

namespace ScEdge.Costing.Cells;

/// <summary>A memory cell as a piece of layout.</summary>
/// <remarks>Geometry, not a figure of a cost library: the same under every library. Areas hold for 40 nm.</remarks>
/// <param name="Name">Name on the command line.</param>
/// <param name="AreaSquareMicrometres">Area of one cell; um2.</param>
/// <param name="Source">Where the area comes from, and how far to trust it.</param>
public sealed record CellType(string Name, double AreaSquareMicrometres, string Source)
{
    /// <summary>Area of a six-transistor SRAM cell at 40 nm; um2; quoted from the literature, unverified (B).</summary>
    public const double SramCellSquareMicrometres = 0.242;

    /// <summary>The cells: crosspoint 4F2, one transistor one resistor 16F2, and a foundry's 1T1R cell.</summary>
    public static IReadOnlyList<CellType> All { get; } =
    [
        new("4f2", 0.0064, "4 F^2 at F = 40 nm, crosspoint without selector transistor (C)"),
        new("16f2", 0.0256, "16 F^2 at F = 40 nm, one transistor one resistor (C)"),
        new("1t1r", 0.055, "foundry 40-nm RRAM cells, upper end of 0.04 to 0.055 um2 (B, unverified)"),
    ];

    /// <summary>Returns the cell of a name.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static CellType Find(string name) => All.FirstOrDefault(cell => cell.Name == name)
        ?? throw new InputException($"There is no cell \"{name}\": use {string.Join(", ", All.Select(cell => cell.Name))}.");
}
