using System;
using System.Collections.Generic;
using System.IO;
using ScEdge.Cli.Output;
using ScEdge.Cli.Tables;
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
    /// <param name="json">Whether JSON is printed instead of a table.</param>
    /// <param name="output">Where the result goes.</param>
    public void Run(string libertyPath, string netlistPath, IReadOnlyList<string>? cells, string? file, bool json, CommandOutput output)
    {
        LibertyLibrary reference = LibertyLibrary.Read(LibertyLibrary.ReadText(libertyPath), $"'{libertyPath}'");
        IReadOnlyDictionary<string, CellNetlist> netlists = CellNetlist.Read(TextFile.Read(netlistPath));
        ModelCards cards = new(models);
        cards.Require([corner]);
        SiliconTools.RequireSpice();
        DirectoryInfo work = WorkFolder.Create("scedge-characterise-");
        try
        {
            CellCharacteriser characteriser = new(new SpiceRunner(cards, work.FullName), corner, netlists)
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

            CharacteriseSummary summary = new(corner, library, reference);
            if (json)
            {
                output.WriteJson(summary.ToJson());
            }
            else
            {
                summary.Write(output);
            }
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }
}
