using System;
using System.Collections.Generic;
using System.Linq;

namespace ScEdge.Cbram.Fitting;

/// <summary>
/// Puts measured voltages together that were set alike: an instrument that writes what it measured gives almost every measurement a voltage of its
/// own.
/// </summary>
/// <remarks>
/// Up to fifty voltages are taken as set. More are cut where the gaps between neighbours fall off most: at least threefold, as between settings and
/// the noise around them; where there is no such fall, as in a ramp, into twenty parts of equal width.
/// </remarks>
internal static class VoltageBins
{
    private const int MostVoltages = 50;
    private const int Parts = 20;
    private const double LeastFall = 3.0;

    /// <summary>Returns the groups as they are, or joined.</summary>
    /// <param name="groups">The measurements voltage by voltage, in rising order.</param>
    public static IReadOnlyList<VoltageGroup> Of(IReadOnlyList<VoltageGroup> groups)
    {
        if (groups.Count <= MostVoltages)
        {
            return groups;
        }

        double cut = Cut(groups);
        double low = groups[0].Volts;
        double width = (groups[^1].Volts - low) / Parts;
        List<List<WaitingTime>> bins = [[.. groups[0].Observations]];
        for (int i = 1; i < groups.Count; i++)
        {
            bool begins = double.IsFinite(cut)
                ? groups[i].Volts - groups[i - 1].Volts >= cut
                : Part(groups[i].Volts) != Part(groups[i - 1].Volts);
            if (begins)
            {
                bins.Add([]);
            }

            bins[^1].AddRange(groups[i].Observations);
        }

        return [.. bins.Select(static bin => new VoltageGroup(bin))];

        int Part(double volts) => Math.Min(Parts - 1, (int)((volts - low) / width));
    }

    /// <summary>Returns the least gap that separates settings; infinity where none does.</summary>
    private static double Cut(IReadOnlyList<VoltageGroup> groups)
    {
        double[] gaps = [.. groups.Zip(groups.Skip(1), static (below, above) => above.Volts - below.Volts).OrderDescending()];
        double cut = double.PositiveInfinity;
        double fall = LeastFall;
        for (int i = 0; i < MostVoltages - 1 && i + 1 < gaps.Length; i++)
        {
            if (gaps[i] >= fall * gaps[i + 1])
            {
                (cut, fall) = (gaps[i], gaps[i] / gaps[i + 1]);
            }
        }

        return cut;
    }
}
