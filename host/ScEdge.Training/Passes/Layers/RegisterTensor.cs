namespace ScEdge.Training.Passes.Layers;

/// <summary>The registers of a parameter tensor, as the passes read them.</summary>
/// <param name="Values">Registers; the backing array of whoever updates them.</param>
/// <param name="FractionBits">Fraction bits of a register.</param>
public sealed record RegisterTensor(short[] Values, int FractionBits);
