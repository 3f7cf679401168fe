using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using ScEdge.Cli.Output;
using ScEdge.Cli.Tables;
using ScEdge.Files.Writing;
using ScEdge.Input;
using ScEdge.Silicon.Blocks;
using ScEdge.Silicon.Liberty;
using ScEdge.Silicon.Tools;
using ScEdge.Training.Runs;

namespace ScEdge.Cli.Sessions;

/// <summary>
/// Makes blocks in silicon, one after the other, and keeps what comes out.
/// </summary>
/// <param name="settings">How they are made.</param>
/// <param name="libertyPath">The cell library.</param>
/// <param name="blocks">The blocks.</param>
/// <param name="parts">Built-in parts that the cost library takes besides; null for none.</param>
internal sealed class SiliconSession(SiliconSettings settings, string libertyPath, IReadOnlyList<SiliconBlock> blocks, string? parts)
{
    private const double LeastPeriod = 0.1;
    private const double MostPeriod = 1000;
    private const double LeastNode = 1;
    private const double MostNode = 1000;

    /// <summary>Does the work.</summary>
    /// <param name="folder">Where files are kept; null for nowhere.</param>
    /// <param name="json">Whether JSON is printed instead of tables.</param>
    /// <param name="output">Where the result goes.</param>
    public void Run(string? folder, bool json, CommandOutput output)
    {
        if (settings.PeriodNanoseconds is < LeastPeriod or > MostPeriod)
        {
            throw new InputException("The clock period must lie between 0.1 ns and 1 us.") { Setting = "period" };
        }

        if (settings.NodeNanometres is < LeastNode or > MostNode)
        {
            throw new InputException("The technology node must lie between 1 and 1000 nm.") { Setting = "node" };
        }

        string text = LibertyLibrary.ReadText(libertyPath);
        LibertyLibrary library = LibertyLibrary.Read(text, $"'{libertyPath}'");
        Refuse(folder);
        SiliconTools.Require();
        using InterruptSignal interrupt = new();
        SiliconFlow flow = new(library, settings)
        {
            Progress = static step => Console.Error.WriteLine(step),
            Cancellation = interrupt.Token,
        };
        DirectoryInfo work = WorkFolder.Create("scedge-silicon-");
        try
        {
            List<BlockResult> results = [];
            foreach (SiliconBlock block in blocks)
            {
                results.Add(flow.Run(block, text, work.CreateSubdirectory(block.Name).FullName));
            }

            SiliconReport report = new(library, SiliconTools.Versions(work.FullName), settings, results);
            SiliconSummary summary = new(report);
            if (folder is not null)
            {
                Keep(folder, work, summary, report);
            }

            if (json)
            {
                output.WriteJson(summary.ToJson());
            }
            else
            {
                summary.Write(output.Console);
            }

            RequireEqual(results);
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    /// <summary>Behind the tables, so that they can be looked at.</summary>
    private static void RequireEqual(List<BlockResult> results)
    {
        if (results.Find(static result => result.Differences > 0) is { } wrong)
        {
            string share = string.Create(CultureInfo.InvariantCulture, $"{wrong.Differences:N0} of {wrong.Compared:N0}");
            throw new InputException(
                $"{share} results of the gates of {wrong.Block.Name} are not those of the plain code: the cell library's functions, the synthesis "
                + "or the circuit are wrong; keep netlist and scripts with --out.");
        }
    }

    /// <summary>Before the work, which takes minutes: a folder with something in it is left alone.</summary>
    private static void Refuse(string? folder)
    {
        if (folder is not null && (File.Exists(folder) || (Directory.Exists(folder) && Directory.GetFileSystemEntries(folder).Length > 0)))
        {
            throw new InputException($"'{folder}' is there already and is not empty: choose another folder.") { Setting = "out" };
        }
    }

    private void Keep(string folder, DirectoryInfo work, SiliconSummary summary, SiliconReport report)
    {
        try
        {
            foreach (DirectoryInfo block in work.GetDirectories())
            {
                DirectoryInfo kept = Directory.CreateDirectory(Path.Combine(folder, block.Name));
                foreach (string file in SiliconFlow.KeptFiles(block.FullName))
                {
                    File.Copy(file, Path.Combine(kept.FullName, Path.GetFileName(file)));
                }
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"Cannot write to '{folder}' ({problem.Message}); choose a folder that can be made.", problem)
            {
                Setting = "out",
            };
        }

        AtomicFile.WriteText(
            Path.Combine(folder, "silicon.json"), System.Text.Json.JsonSerializer.Serialize(summary.ToJson(), RunJson.PrintedIndented) + "\n");
        AtomicFile.WriteText(Path.Combine(folder, "cost-library.json"), CostLibraryText.Write(report, parts));
    }
}
