using System;
using System.Linq;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Rtl.Tests;

/// <summary>
/// The boundaries between the steps of a converter of 6 bits, from the formula of the drive: steps equal in ln(-ln(1 - p)).
/// </summary>
internal static class DriveTable
{
    private const int Steps = 64;

    /// <summary>Returns the first P of every step but the lowest, and checks them with <see cref="DriveQuantizer"/>.</summary>
    public static ushort[] Boundaries()
    {
        double lowest = Math.Log(-Math.Log(1 - Math.ScaleB(1, -16)));
        double step = (Math.Log(16 * Math.Log(2)) - lowest) / (Steps - 1);
        ushort Level(double place) => (ushort)Math.Min(65535, (int)((-Math.Exp(-Math.Exp(lowest + (place * step))) + 1) * 65536 + 0.5));
        ushort[] levels = [.. Enumerable.Range(0, Steps).Select(i => Level(i))];
        ushort[] boundaries = [.. Enumerable.Range(1, Steps - 1).Select(i => Level(i - 0.5))];
        DriveQuantizer quantizer = new(6, null);
        for (uint p = 1; p <= 65536; p++)
        {
            Assert.Equal(quantizer.Quantize(p), levels[boundaries.Count(one => one <= p)]);
        }

        return boundaries;
    }
}
