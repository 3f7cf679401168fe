using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using ScEdge.Files.Reading;
using ScEdge.Files.Writing;
using ScEdge.Input;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Sweeps;

/// <summary>
/// Results that outlive the folders of their runs: a file to keep beside a document, a line of JSON for each call of <c>train</c>.
/// </summary>
/// <remarks>
/// A line has the settings of a point as its plan has them, and the result of one or several seeds. Points are found by these texts, not by the
/// identity of a folder, which a new setting of the program changes; a setting that is written out is another point than the same by default.
/// </remarks>
public sealed class SweepArchive
{
    private readonly string _path;
    private readonly string _text;
    private readonly HashSet<(string Point, ulong Seed)> _known = [];

    private SweepArchive(string path, string text)
    {
        _path = path;
        _text = text;
    }

    /// <summary>Reads an archive; one that is not there yet is empty.</summary>
    /// <exception cref="InputException">It cannot be read, or a line is none of an archive; the sentence says which.</exception>
    public static SweepArchive Read(string path)
    {
        SweepArchive archive = new(path, File.Exists(path) ? TextFile.Read(path) : "");
        foreach ((int index, string line) in archive._text.Split('\n').Index())
        {
            if (line.Length > 0)
            {
                archive._known.UnionWith(Parse(path, index + 1, line));
            }
        }

        return archive;
    }

    /// <summary>Gets how many trainings it has.</summary>
    public int Count => _known.Count;

    /// <summary>Returns whether the result of a training is there.</summary>
    public bool Has(SweepTraining training)
    {
        ArgumentNullException.ThrowIfNull(training);
        return _known.Contains((training.Point.Text, training.Seed));
    }

    /// <summary>Adds results that are not there yet; the file is replaced as a whole.</summary>
    /// <returns>How many were added.</returns>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public int Add(IReadOnlyList<SweepRow> rows)
    {
        // Read again: a sweep takes hours, in which another may have added to it.
        SweepArchive now = Read(_path);
        SweepRow[] added = [.. rows.Where(row => now._known.Add((row.Training.Point.Text, row.Training.Seed)))];
        if (added.Length > 0)
        {
            string end = now._text.Length == 0 || now._text.EndsWith('\n') ? "" : "\n";
            AtomicFile.WriteText(_path, now._text + end + string.Concat(added.Select(Line)));
        }

        return added.Length;
    }

    private static string Line(SweepRow row) => JsonSerializer.Serialize(
        new
        {
            settings = SweepJson.Members([.. row.Training.Point.Settings]),
            result = row.Result with { RunDirectory = row.Folder.Replace('\\', '/') },
        },
        RunJson.Printed) + "\n";

    private static IEnumerable<(string Point, ulong Seed)> Parse(string path, int number, string line)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            SweepPoint point = new(SweepJson.Settings("settings", document.RootElement.GetProperty("settings")), []);

            // Nothing else is looked at: a line stays one when results get new members.
            return
            [
                .. document.RootElement.GetProperty("result").GetProperty("seeds").EnumerateArray()
                    .Select(seed => (point.Text, seed.GetUInt64())),
            ];
        }
        catch (Exception exception)
            when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or SweepPlanMistake)
        {
            throw new InputException(
                $"{path}, line {number}, is no line of an archive ({exception.Message.TrimEnd('.')}): mend or delete it, or give another file.",
                exception);
        }
    }
}
