using System;

namespace ScEdge.Training.Optimization;

/// <summary>
/// The integer registers that training in integers starts from.
/// </summary>
internal static class InitialRegisters
{
    /// <summary>Fills registers with the nearest integers to values x 2^fractionBits, halves to even, clipped at the ends of the register.</summary>
    /// <param name="registers">Receives an integer for each value.</param>
    /// <param name="values">Initial values of the network.</param>
    /// <param name="fractionBits">Fraction bits of a register.</param>
    /// <param name="limit">Largest magnitude of a register.</param>
    public static void Fill(Span<short> registers, ReadOnlySpan<float> values, int fractionBits, int limit)
    {
        double scale = Math.ScaleB(1.0, fractionBits);
        for (int i = 0; i < values.Length; i++)
        {
            registers[i] = (short)Math.Clamp(Math.Round(values[i] * scale), -limit, limit);
        }
    }
}
