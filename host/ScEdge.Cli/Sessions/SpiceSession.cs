using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using ScEdge.Cli.Output;
using ScEdge.Cli.Tables;
using ScEdge.Files.Writing;
using ScEdge.Input;
using ScEdge.Silicon.Spice;
using ScEdge.Silicon.Tools;
using ScEdge.Training.Runs;

namespace ScEdge.Cli.Sessions;

/// <summary>
/// Simulates decks and keeps what comes out.
/// </summary>
/// <param name="models">Folder of the model cards.</param>
/// <param name="corner">The corner in the middle.</param>
internal sealed class SpiceSession(string models, SpiceCorner corner)
{
    private const int MostDraws = 1_000_000;

    /// <summary>Does the work.</summary>
    /// <param name="folder">Folder of decks; null for the program's.</param>
    /// <param name="name">One deck; null for all.</param>
    /// <param name="draws">Cells to draw, at least.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="keep">Where files are kept; null for nowhere.</param>
    /// <param name="json">Whether JSON is printed instead of tables.</param>
    /// <param name="output">Where the result goes.</param>
    public void Run(string? folder, string? name, int draws, ulong seed, string? keep, bool json, CommandOutput output)
    {
        if (draws is < 0 or > MostDraws)
        {
            throw new InputException("The number of draws must lie between 0 and 1000000.") { Setting = "draws" };
        }

        IReadOnlyList<SpiceDeck> decks = Find(folder is null ? DeckCatalogue.All : DeckCatalogue.Read(folder), name);
        if (keep is not null && (File.Exists(keep) || (Directory.Exists(keep) && Directory.GetFileSystemEntries(keep).Length > 0)))
        {
            throw new InputException($"'{keep}' is there already and is not empty: choose another folder.") { Setting = "out" };
        }

        ModelCards cards = new(models);
        cards.Require([corner, .. corner.Around.Select(static one => one.Corner)]);
        SiliconTools.RequireSpice();
        DirectoryInfo work = WorkFolder.Create("scedge-spice-");
        try
        {
            SpiceRunner runner = new(cards, work.FullName);
            DeckStudy study = new(runner, corner) { Progress = static step => Console.Error.WriteLine(step) };
            DeckFigures[] figures = [.. decks.Select(study.Run)];
            CellDrawResult[] drawn = draws == 0 ? [] :
            [
                .. decks.Where(static deck => deck.Draws > 0).Select(deck =>
                {
                    Console.Error.WriteLine($"{deck.Name}, draws");
                    return new CellDraws(runner, corner).Run(deck, seed, ((draws - 1) / deck.Draws) + 1);
                }),
            ];
            SpiceSummary summary = new(corner, figures, drawn);
            if (keep is not null)
            {
                Keep(keep, summary, figures);
            }

            if (json)
            {
                output.WriteJson(summary.ToJson());
            }
            else
            {
                summary.Write(output.Console);
            }
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private void Keep(string folder, SpiceSummary summary, DeckFigures[] figures)
    {
        Directory.CreateDirectory(folder);
        AtomicFile.WriteText(
            Path.Combine(folder, "spice.json"), JsonSerializer.Serialize(summary.ToJson(), RunJson.PrintedIndented) + "\n");
        string library = FormattableString.Invariant($"analogue45-{corner.Threshold.ToLowerInvariant()}-{corner.Volts:0.##}v");
        AtomicFile.WriteText(
            Path.Combine(folder, "analogue.json"), AnalogueLibraryText.Write(library, figures, corner, SiliconTools.SpiceVersion(folder)));
    }

    private static SpiceDeck[] Find(IReadOnlyList<SpiceDeck> decks, string? name)
    {
        SpiceDeck[] found = [.. decks.Where(deck => name is null || deck.Name == name)];
        return found.Length > 0 ? found
            : throw new InputException($"There is no deck \"{name}\": use {string.Join(", ", decks.Select(static deck => deck.Name))}.")
            {
                Setting = "deck",
            };
    }
}
