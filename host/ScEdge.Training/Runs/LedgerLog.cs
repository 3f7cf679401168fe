using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using ScEdge.Costing.Ledgers;
using ScEdge.Costing.Pricing;
using ScEdge.Files.Writing;
using ScEdge.Input;
using ScEdge.Stochastic.Cbram;
using ScEdge.Training.Optimization;

namespace ScEdge.Training.Runs;

/// <summary>
/// ledger.csv and ledger.jsonl of a run: what each pass in bit streams and each phase of each step did and cost, tensor by tensor.
/// </summary>
/// <remarks>
/// Both files have one record per step, tensor and phase. The CSV has a column per component; the JSON Lines name library,
/// components, counts and what the library lacks in their first line, and give the numbers as arrays in that order. Energies
/// are whole attojoules, times whole picoseconds. A checkpoint notes how far they have come; a resumed run cuts the files there.
/// </remarks>
internal sealed class LedgerLog : IDisposable
{
    private const string CsvName = "ledger.csv";
    private const string JsonLinesName = "ledger.jsonl";

    private readonly AppendedFile _csv;
    private readonly AppendedFile _jsonLines;
    private readonly long[] _counts = new long[CountNames.All.Count];
    private bool _isNew;
    private byte[][] _csvKeys = [];
    private byte[][] _jsonKeys = [];

    /// <summary>Opens the files of a run folder.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="marks">Where to continue, by file; none starts anew.</param>
    /// <exception cref="InputException">A file is not the one of the checkpoint.</exception>
    public LedgerLog(RunDirectory directory, IReadOnlyDictionary<string, FileMark> marks)
    {
        _csv = directory.Append(CsvName, marks);
        _jsonLines = directory.Append(JsonLinesName, marks);
        _isNew = marks.GetValueOrDefault(CsvName) is not { Length: > 0 };
    }

    /// <summary>Notes the last step.</summary>
    /// <param name="training">Training with a ledger.</param>
    /// <param name="step">Index of the step, 0 first.</param>
    public void WriteStep(SeedTraining training, uint step)
    {
        CostLedger ledger = training.Ledger!;
        if (_csvKeys.Length == 0)
        {
            NameRows(ledger);
        }

        if (_isNew)
        {
            WriteHeaders(ledger);
            _isNew = false;
        }

        for (int i = 0; i < ledger.Rows.Count; i++)
        {
            WriteCsv(training.Seed, step, _csvKeys[i], ledger.Rows[i]);
            WriteJson(training.Seed, step, _jsonKeys[i], ledger.Rows[i]);
        }
    }

    /// <summary>Writes what has gathered to the files and notes how far they have come.</summary>
    public void Flush(IDictionary<string, FileMark> marks)
    {
        marks[CsvName] = _csv.Flush();
        marks[JsonLinesName] = _jsonLines.Flush();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _csv.Dispose();
        _jsonLines.Dispose();
    }

    /// <summary>Returns the name of a column: <c>cells, SET</c> becomes <c>cells_set_aj</c>.</summary>
    internal static string ColumnOf(string part) =>
        string.Join('_', part.ToLowerInvariant().Split([' ', ',', '-'], StringSplitOptions.RemoveEmptyEntries)) + "_aj";

    private void NameRows(CostLedger ledger)
    {
        _csvKeys = [.. ledger.Rows.Select(row => Encoding.UTF8.GetBytes(
            $",{row.Tensor.Layer},{row.Tensor.Name},{row.Phase},{row.Tensor.Parameters},"))];
        _jsonKeys = [.. ledger.Rows.Select(row => Encoding.UTF8.GetBytes(
            $",\"layer\":{JsonSerializer.Serialize(row.Tensor.Layer)},\"tensor\":{JsonSerializer.Serialize(row.Tensor.Name)}"
            + $",\"phase\":\"{row.Phase}\",\"parameters\":{row.Tensor.Parameters},\"time_ps\":"))];
    }

    private void WriteHeaders(CostLedger ledger)
    {
        string columns = string.Join(',', ledger.Components.Select(component => ColumnOf(component.Part.Name)));
        _csv.Append($"seed,step,layer,tensor,phase,parameters,time_ps,{columns},leakage_aj,total_aj\n");
        _jsonLines.Append(JsonSerializer.Serialize(
            new
            {
                Kind = "header",
                Library = ledger.Model.Library.Name,
                Counts = CountNames.All,
                Components = ledger.Components.Select(component => component.Part.Name),
                Bounded = ledger.Bounded,
            },
            RunJson.Compact) + "\n");
    }

    private void WriteCsv(ulong seed, uint step, byte[] key, LedgerRow row)
    {
        _csv.Append(seed);
        _csv.Append(","u8);
        _csv.Append(step + 1L);
        _csv.Append(key);
        _csv.Append(row.Picoseconds);
        foreach (long energy in row.EnergiesAttojoules)
        {
            _csv.Append(","u8);
            _csv.Append(energy);
        }

        _csv.Append(","u8);
        _csv.Append(row.LeakageAttojoules);
        _csv.Append(","u8);
        _csv.Append(row.TotalAttojoules);
        _csv.Append("\n"u8);
    }

    private void WriteJson(ulong seed, uint step, byte[] key, LedgerRow row)
    {
        _jsonLines.Append("{\"seed\":"u8);
        _jsonLines.Append(seed);
        _jsonLines.Append(",\"step\":"u8);
        _jsonLines.Append(step + 1L);
        _jsonLines.Append(key);
        _jsonLines.Append(row.Picoseconds);
        _jsonLines.Append(",\"counts\":["u8);
        WriteCounts(row.Counts);
        _jsonLines.Append("],\"energy_aj\":["u8);
        for (int i = 0; i < row.EnergiesAttojoules.Length; i++)
        {
            _jsonLines.Append(i == 0 ? ""u8 : ","u8);
            _jsonLines.Append(row.EnergiesAttojoules[i]);
        }

        _jsonLines.Append("],\"leakage_aj\":"u8);
        _jsonLines.Append(row.LeakageAttojoules);
        _jsonLines.Append(",\"total_aj\":"u8);
        _jsonLines.Append(row.TotalAttojoules);
        _jsonLines.Append("}\n"u8);
    }

    private void WriteCounts(OperationCounts counts)
    {
        CountNames.Write(counts, _counts);
        for (int i = 0; i < _counts.Length; i++)
        {
            _jsonLines.Append(i == 0 ? ""u8 : ","u8);
            _jsonLines.Append(_counts[i]);
        }
    }
}
