using System;
using System.Collections.Generic;
using System.Globalization;
using ScEdge.Files.Writing;
using ScEdge.Input;

namespace ScEdge.Training.Runs;

/// <summary>
/// metrics.csv and metrics.jsonl of a run: one record per step and leg, one per epoch and leg, and one per leg at the end.
/// </summary>
/// <remarks>
/// Both files hold the same records: kind (step, validation or test), seed, leg (fp32, fixed or sc), epoch, step, loss, accuracy, rate.
/// Loss and accuracy of a step are those of its training batch before the update; those after an epoch are of the validation images, those
/// after the last of the test images too.
/// A checkpoint notes how far they have come; a resumed run cuts the files there, so no record is lost or doubled.
/// </remarks>
internal sealed class MetricsLog : IDisposable
{
    private const string CsvName = "metrics.csv";
    private const string JsonLinesName = "metrics.jsonl";
    private const string Header = "kind,seed,leg,epoch,step,loss,accuracy,learning_rate\n";

    private readonly AppendedFile _csv;
    private readonly AppendedFile _jsonLines;

    /// <summary>Opens the files of a run folder.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="marks">Where to continue, by file; none starts anew.</param>
    /// <exception cref="InputException">A file is not the one of the checkpoint.</exception>
    public MetricsLog(RunDirectory directory, IReadOnlyDictionary<string, FileMark> marks)
    {
        _csv = directory.Append(CsvName, marks);
        _jsonLines = directory.Append(JsonLinesName, marks);
        if (marks.GetValueOrDefault(CsvName) is not { Length: > 0 })
        {
            _csv.Append(Header);
        }
    }

    /// <summary>Notes the last batch of every leg.</summary>
    public void WriteStep(SeedTraining training, uint step, int epoch, double rate)
    {
        foreach (TrainingLeg leg in training.Legs)
        {
            Append("step", training.Seed, leg.Name, epoch, step, leg.BatchLoss, leg.BatchAccuracy, rate);
        }
    }

    /// <summary>Notes the last evaluations of every leg.</summary>
    public void WriteEpoch(SeedTraining training, uint step, int epoch, double rate)
    {
        foreach (TrainingLeg leg in training.Legs)
        {
            if (leg.Result.ValidationAccuracy.Count > 0)
            {
                Append("validation", training.Seed, leg.Name, epoch, step, leg.Result.ValidationLoss[^1], leg.Result.ValidationAccuracy[^1], rate);
            }

            if (leg.Result.Test is { } test)
            {
                Append("test", training.Seed, leg.Name, epoch, step, test.Loss, test.Accuracy, rate);
            }
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

    private void Append(
        string kind, ulong seed, string leg, int epoch, uint step, double loss, double accuracy, double rate)
    {
        CultureInfo invariant = CultureInfo.InvariantCulture;
        _csv.Append(string.Create(invariant, $"{kind},{seed},{leg},{epoch + 1},{step + 1},{loss:G9},{accuracy:G9},{rate:G9}\n"));
        _jsonLines.Append(string.Create(
            invariant,
            $"{{\"kind\":\"{kind}\",\"seed\":{seed},\"leg\":\"{leg}\",\"epoch\":{epoch + 1},\"step\":{step + 1},"
            + $"\"loss\":{loss:G9},\"accuracy\":{accuracy:G9},\"learning_rate\":{rate:G9}}}\n"));
    }
}
