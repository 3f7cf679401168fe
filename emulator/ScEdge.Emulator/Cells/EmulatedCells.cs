using System.Collections.Generic;
using ScEdge.Device;
using ScEdge.Entropy.Calibration;
using ScEdge.Entropy.Cells;

namespace ScEdge.Emulator.Cells;

/// <summary>The front end of an emulated board: what drives its cells, and the files of their tables, which outlive a loss of power.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Driver">Driver of the simulated cells.</param>
/// <param name="Calibration">Range, tolerance and confidence of their calibration.</param>
/// <param name="Tables">A file for each cell.</param>
public sealed record EmulatedCells(string Name, CellDriver Driver, CalibrationSettings Calibration, IReadOnlyList<IBoardStorage> Tables);
