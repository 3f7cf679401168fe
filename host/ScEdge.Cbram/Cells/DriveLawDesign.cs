using System;
using System.Linq;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Cbram.Cells;

/// <summary>
/// Turns a switching law that is more than two constants into the lines that cells on PC and board have of it.
/// </summary>
internal static class DriveLawDesign
{
    // ln h of the waits' line: close where probabilities lie, 2^-17 to 1 - 2^-17, wide where only strong cells and large errors reach. With a full
    // table they fit in a frame of 512 bytes, which a chip has.
    private static readonly double[] LnHazards =
    [
        -24, -17, -14.5, -12.5, -11, -10, -9, -8, -7.25, -6.5, -5.75, -5, -4.25, -3.5, -2.75, -2.25, -1.75, -1.25, -0.75, -0.25, 0.25, 0.75,
        1.25, 1.75, 2.25, 2.75, 5,
    ];

    /// <summary>Returns the lines.</summary>
    /// <param name="preset">Device, its voltage carrying the probability if it has a table.</param>
    /// <param name="nonidealities">Effects that are on.</param>
    public static DriveLaw Of(CbramPreset preset, Nonidealities nonidealities)
    {
        SwitchingLaw law = preset.Law;
        double lnWidth = Elementary.Log(preset.PulseFor(0.5).PulseWidthSeconds);
        DriveLaw lines = new();
        if (law.Table is { } table)
        {
            (lines.Reach, lines.Spread) = table.Lines(lnWidth, point => SpreadOf(nonidealities, point.LnTauSpread));
        }
        else
        {
            // A straight line: two points with the even chance between them.
            double middle = law.Voltage(0.5, Elementary.Exp(lnWidth));
            double[] volts = [middle - 1.0, middle + 1.0];
            int[] units = [.. volts.Select(TauTable.Units)];
            int spread = TauTable.Units(SpreadOf(nonidealities, 0));
            double even = law.Waits.Reach(Elementary.Log(SwitchingLaw.HazardOfProbability(0.5)));
            lines.Reach = new BrokenLine(units, [TauTable.Units(even - (1.0 / law.V0Volts)), TauTable.Units(even + (1.0 / law.V0Volts))]);
            lines.Spread = new BrokenLine([.. units], [spread, spread]);
        }

        if (!law.Waits.IsExponential)
        {
            lines.Waits = new BrokenLine(
                [.. LnHazards.Select(hazard => TauTable.Units(law.Waits.Reach(hazard)))], [.. LnHazards.Select(TauTable.Units)]);
        }

        if (preset.DrivenAs is { } other)
        {
            lines.Drive = Drive(other.Law, lnWidth);
        }

        return lines;
    }

    /// <summary>V over ln h of a law: straight between two points of two constants or those of a table, unless waits bend it.</summary>
    private static BrokenLine Drive(SwitchingLaw law, double lnWidth)
    {
        double[] hazards = !law.Waits.IsExponential ? LnHazards
            : law.Table is { } table ? [.. table.Points.Select(point => lnWidth - Elementary.Log(point.TauSeconds))]
            : [-1, 1];
        double width = Elementary.Exp(lnWidth);
        return new BrokenLine(
            [.. hazards.Select(TauTable.Units)], [.. hazards.Select(hazard => TauTable.Units(law.VoltageOfLnHazard(hazard, width)))]);
    }

    /// <summary>Spread of ln tau from cell to cell: that of the run and that of the table as independent deviations.</summary>
    public static double SpreadOf(Nonidealities nonidealities, double ofTable)
    {
        double table = nonidealities.TableSpread * ofTable;
        return Math.Sqrt((nonidealities.DeviceToDevice * nonidealities.DeviceToDevice) + (table * table));
    }
}
