using System;
using ScEdge.Stochastic.Passes;
using ScEdge.Stochastic.Passes.Rounding;

namespace ScEdge.Kernels.Passes.Rounding;

/// <summary>
/// Numbers of a map as the integers of <see cref="RoundedOperand"/>, in doubles for <see cref="ExactMatrix"/>.
/// </summary>
internal static class OperandKernel
{
    /// <summary>Converts numbers.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="scale">Their scale.</param>
    /// <param name="operands">Receives the integers.</param>
    public static void Convert(ReadOnlySpan<int> values, FullScale scale, Span<double> operands)
    {
        for (int i = 0; i < values.Length; i++)
        {
            operands[i] = RoundedOperand.Of(values[i], scale);
        }
    }
}
