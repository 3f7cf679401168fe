using System;
using ScEdge.Input;

namespace ScEdge.Costing.Quantities;

/// <summary>Energies as whole attojoules (10^-18 J), so that sums are exact in any order.</summary>
public static class Attojoules
{
    /// <summary>Rounds joules to attojoules, halves to even.</summary>
    /// <exception cref="InputException">The energy is beyond 9.2 J, which no single operation takes.</exception>
    public static long FromJoules(double joules)
    {
        double value = Math.Round(joules * 1e18);
        return value is >= 0 and < 9.2e18
            ? (long)value
            : throw new InputException($"An operation of {joules:G3} J is out of range: check units of resistance, voltage and pulse width.");
    }

    /// <summary>Rounds femtojoules to attojoules, halves to even.</summary>
    public static long FromFemtojoules(double femtojoules) => FromJoules(femtojoules * 1e-15);

    /// <summary>Energy of a power over a time; aJ; rounded once.</summary>
    /// <param name="nanowatts">Power; nW.</param>
    /// <param name="seconds">Time; s.</param>
    public static Int128 FromPower(double nanowatts, double seconds) => (Int128)Math.Round(nanowatts * seconds * 1e9);

    /// <summary>As <see cref="FromPower"/>, for energies below 9.2 J, without the detour over 128 bits.</summary>
    internal static long FromPowerOfARow(double nanowatts, double seconds) => checked((long)Math.Round(nanowatts * seconds * 1e9));

    /// <summary>Converts to joules.</summary>
    public static double ToJoules(Int128 attojoules) => (double)attojoules * 1e-18;
}
