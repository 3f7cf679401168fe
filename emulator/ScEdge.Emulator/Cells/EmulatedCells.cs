using ScEdge.Entropy.Calibration;
using ScEdge.Entropy.Cells;

namespace ScEdge.Emulator.Cells;

/// <summary>The front end of an emulated board.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Driver">Driver of the simulated cells.</param>
/// <param name="Calibration">Range, tolerance and confidence of their calibration.</param>
public sealed record EmulatedCells(string Name, CellDriver Driver, CalibrationSettings Calibration);
