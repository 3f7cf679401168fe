using System;
using ScEdge.Kernels.FixedPoint;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Kernels.Tests.FixedPoint;

/// <summary>
/// Registers after one move of each kind, to compare between processes.
/// </summary>
internal static class RoundedMoveTrace
{
    public static short[] Of(int length)
    {
        short[] registers = Integers(length, 1);
        short[] quantities = Integers(length, 2);
        short[] scales = Integers(length, 3);
        int saturations = 0;
        RoundedMoveKernel.Add(registers, quantities, new RoundedMove(0.899994, -0.017, -32767, 32767, 5), 7, ref saturations);
        RoundedMoveKernel.AddMagnitudes(scales, quantities, new RoundedMove(0.9921875, 0.03, 1, 2047, 6), 7, ref saturations);
        RoundedMoveKernel.AddQuotients(registers, quantities, scales, new RoundedMove(0.9999, 63.7, -32767, 32767, 7), 7, ref saturations);
        return [.. registers, .. scales, (short)saturations];
    }

    /// <summary>Integers of all magnitudes up to 32767, both signs.</summary>
    public static short[] Integers(int length, uint stream)
    {
        short[] integers = new short[length];
        for (int i = 0; i < length; i++)
        {
            uint word = CounterGenerator.Word(stream, 2, (uint)i);
            int magnitude = (int)((word >> 17) >> (int)(word & 7));
            integers[i] = (short)((word & 8) != 0 ? -magnitude : magnitude);
        }

        return integers;
    }
}
