using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ScEdge.Cli.Output;
using ScEdge.Files.Reading;
using ScEdge.Files.Writing;
using ScEdge.Silicon.Characterisation;
using ScEdge.Silicon.Liberty;
using ScEdge.Silicon.Spice;
using ScEdge.Silicon.Tools;

namespace ScEdge.Cli.Sessions;

/// <summary>
/// Characterises cells and shows them beside the library they come from.
/// </summary>
/// <param name="models">Folder of the model cards.</param>
/// <param name="corner">Transistors and supply.</param>
internal sealed class CharacteriseSession(string models, SpiceCorner corner)
{
    /// <summary>Does the work.</summary>
    /// <param name="libertyPath">The library that gives areas, pins and functions.</param>
    /// <param name="netlistPath">The cells' transistors.</param>
    /// <param name="cells">Names of cells; null for the usual ones.</param>
    /// <param name="file">The Liberty file to write; null for none.</param>
    /// <param name="output">Where the table goes.</param>
    public void Run(string libertyPath, string netlistPath, IReadOnlyList<string>? cells, string? file, CommandOutput output)
    {
        LibertyLibrary reference = LibertyLibrary.Read(LibertyLibrary.ReadText(libertyPath), $"'{libertyPath}'");
        IReadOnlyDictionary<string, CellNetlist> netlists = CellNetlist.Read(TextFile.Read(netlistPath));
        DirectoryInfo work = WorkFolder.Create("scedge-characterise-");
        try
        {
            CellCharacteriser characteriser = new(new SpiceRunner(new ModelCards(models), work.FullName), corner, netlists)
            {
                Progress = static step => Console.Error.WriteLine(step),
            };
            string name = FormattableString.Invariant($"{corner.Threshold.ToLowerInvariant()}_{Math.Round(corner.Volts * 1000):0}mv");
            LibertyLibrary library = characteriser.Run(name, reference, cells ?? CellCharacteriser.UsualCells);
            if (file is not null)
            {
                string tool = SiliconTools.SpiceVersion(work.FullName);
                AtomicFile.WriteText(file, LibertyWriter.Write(library, FormattableString.Invariant(
                    $"{tool}: {corner.Threshold}, {corner.Volts} V, {corner.Celsius} C; cells of {reference.Name}")));
            }

            Write(library, reference, output);
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static void Write(LibertyLibrary library, LibertyLibrary reference, CommandOutput output)
    {
        TextTable table = new(1, "cell", "leakage, nW", "rise, ratio", "fall", "energy", "input capacitance", "leakage");
        IReadOnlyList<CellRatio> ratios = LibraryComparison.Of(library, reference);
        foreach (CellRatio ratio in ratios)
        {
            table.Add(
                ratio.Cell, library.Cells[ratio.Cell].LeakageNanowatts.ToString("G3", CultureInfo.InvariantCulture), Text(ratio.Rise),
                Text(ratio.Fall), Text(ratio.Energy), Text(ratio.Capacitance), Text(ratio.Leakage));
        }

        string Median(Func<CellRatio, double> of)
        {
            double[] sorted = [.. ratios.Select(of).Where(static value => !double.IsNaN(value)).Order()];
            return sorted.Length == 0 ? "" : Text(sorted[sorted.Length / 2]);
        }

        table.Add(
            "median", "", Median(static one => one.Rise), Median(static one => one.Fall), Median(static one => one.Energy),
            Median(static one => one.Capacitance),
            Median(static one => one.Leakage));
        output.Console.Write(table);
        output.WriteProse(
            $"Ratios to {reference.Name} at {reference.Volts.ToString("0.##", CultureInfo.InvariantCulture)} V, at an input transition of 5 ps and a "
            + "load of 4 fF: mean delays, energy of an output's rise and fall with that of the input pins, mean capacitance, mean leakage.");
    }

    private static string Text(double value) => double.IsNaN(value) ? "" : value.ToString("0.00", CultureInfo.InvariantCulture);
}
