namespace ScEdge.Kernels.FixedPoint;

/// <summary>
/// How a step moves integer registers: register &lt;- Keep x register + Gain x quantity, rounded stochastically once.
/// </summary>
/// <param name="Keep">Share of the register that stays.</param>
/// <param name="Gain">Register steps per unit of the quantity.</param>
/// <param name="Least">Lowest value of a register.</param>
/// <param name="Most">Highest value of a register, at most 32767.</param>
/// <param name="Key">Key of the rounding's stream.</param>
public readonly record struct RoundedMove(double Keep, double Gain, int Least, int Most, ulong Key);
