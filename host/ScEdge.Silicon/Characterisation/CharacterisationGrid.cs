using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Silicon.Liberty;

namespace ScEdge.Silicon.Characterisation;

/// <summary>Where tables are filled: input transitions, and loads as shares of the largest that the reference has for a cell.</summary>
internal static class CharacterisationGrid
{
    /// <summary>Input transition times, 30 to 70 %; ns.</summary>
    public static readonly double[] Transitions = [0.005, 0.05, 0.25];

    /// <summary>Window of an edge; ns. The slowest gate at its largest load settles in a fifth of it.</summary>
    public const double Window = 4;

    private const double UsualLoad = 60;

    private static readonly double[] Shares = [1.0 / 128, 1.0 / 16, 1.0 / 3];

    /// <summary>Returns the loads of a cell; fF.</summary>
    public static double[] Loads(LibertyCell reference)
    {
        IEnumerable<double> largest = reference.Pins.Where(static pin => pin.IsOutput).SelectMany(static pin => pin.Arcs)
            .Select(static arc => arc.Rise).OfType<LookupTable>().Select(static table => table.Second[^1]);
        double most = largest.DefaultIfEmpty(UsualLoad).Min();
        return [.. Shares.Select(share => Math.Round(share * most, 4))];
    }

    /// <summary>Returns a table over transitions and loads.</summary>
    public static LookupTable Table(double[] loads, Func<int, int, double> value) => new(
        Transitions, loads,
        [.. Enumerable.Range(0, Transitions.Length * loads.Length).Select(place => value(place / loads.Length, place % loads.Length))]);

    /// <summary>Returns a table over transitions.</summary>
    public static LookupTable Table(Func<int, double> value) => new(Transitions, [0], [.. Enumerable.Range(0, Transitions.Length).Select(value)]);
}
