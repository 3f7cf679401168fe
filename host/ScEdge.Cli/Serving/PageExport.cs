using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using ScEdge.Experiments.Comparisons;
using ScEdge.Experiments.Runs;
using ScEdge.Files.Writing;
using ScEdge.Input;
using ScEdge.Training.Runs;

namespace ScEdge.Cli.Serving;

/// <summary>
/// Writes the page as files that any web server can serve: bit streams and drawing, computed in the reader's browser.
/// </summary>
internal static class PageExport
{
    // Without it GitHub's pages leave out folders that begin with an underscore.
    private const string TakesEverything = ".nojekyll";

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Writes the files.</summary>
    /// <param name="folder">Where to; it must not be there yet, or be empty.</param>
    /// <param name="run">Folder of a run whose network is put in; null for none.</param>
    /// <exception cref="InputException">The folder cannot be used, or the run has no registers.</exception>
    public static void Write(string folder, string? run)
    {
        Write(folder, run, AppContext.BaseDirectory);
        Console.WriteLine($"The page is in {folder}: put it on any web server.");
    }

    /// <summary>Writes the files of a program's page.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="run">Folder of a run; null for none.</param>
    /// <param name="program">Folder of the program.</param>
    internal static void Write(string folder, string? run, string program)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new InputException($"There is something in {folder} already: give a folder that is new or empty.") { Setting = "export" };
        }

        FoundRun? found = run is null ? null : Finished(run);
        string whole = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        string partial = whole + ".partial-" + Guid.NewGuid().ToString("N")[..8];
        DirectoryInfo work = WorkFolder.Create("scedge-page-");
        try
        {
            PublishedPage.CopyTo(partial, program, work.FullName);
            File.WriteAllText(Path.Combine(partial, TakesEverything), "");
            WriteNetworks(Path.Combine(partial, "data"), found);
            if (Directory.Exists(whole))
            {
                Directory.Delete(whole);
            }

            Directory.Move(partial, whole);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The page cannot be written to {folder} ({exception.Message.TrimEnd('.')}): give another folder.", exception)
            {
                Setting = "export",
            };
        }
        finally
        {
            work.Delete(recursive: true);
            if (Directory.Exists(partial))
            {
                Directory.Delete(partial, recursive: true);
            }
        }
    }

    private static FoundRun Finished(string folder)
    {
        FoundRun run = RunCatalog.Open(folder);
        return run.Manifest.Status == RunStatus.Finished && File.Exists(Path.Combine(folder, ParameterFiles.RegistersName))
            ? run
            : throw new InputException(
                $"The run in {folder} has no {ParameterFiles.RegistersName}: give a finished run whose updates are stochastic.")
            {
                Setting = "parameters",
            };
    }

    private static void WriteNetworks(string data, FoundRun? run)
    {
        Directory.CreateDirectory(data);
        List<object> networks = [];
        if (run is not null)
        {
            string name = Path.GetFileName(Path.GetFullPath(run.Folder).TrimEnd(Path.DirectorySeparatorChar));
            string[] files = [ParameterFiles.RegistersName, ParameterFiles.ParametersName];
            Directory.CreateDirectory(Path.Combine(data, name));
            foreach (string file in files)
            {
                File.Copy(Path.Combine(run.Folder, file), Path.Combine(data, name, file));
            }

            networks.Add(new
            {
                Name = name,
                Title = $"{run.Manifest.Data.Name} · {run.Manifest.ModelName}",
                run.Manifest.Options.Model,
                run.Manifest.Options.Dataset,
                ClassNames = run.Manifest.Data.NamesOfClasses(),
                Files = files,
            });
        }

        File.WriteAllText(Path.Combine(data, "networks.json"), JsonSerializer.Serialize(networks, Json) + "\n");
    }
}
