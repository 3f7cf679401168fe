using System;
using System.Globalization;
using System.IO;
using System.Text;
using ScEdge.Cbram;

namespace ScEdge.Training.Runs;

/// <summary>
/// metrics.csv and metrics.jsonl of a run: one record per step and leg, and one per epoch and leg.
/// </summary>
/// <remarks>
/// Both files hold the same records: kind (step or epoch), seed, leg (fp32 or sc), epoch, step, loss, accuracy, rate.
/// Loss and accuracy of a step are those of its training batch before the update; those of an epoch are of the test set.
/// A checkpoint notes the lengths; a resumed run cuts the files there, so no record is lost or doubled.
/// </remarks>
public sealed class MetricsLog : IDisposable
{
    private const string Header = "kind,seed,leg,epoch,step,loss,accuracy,learning_rate\n";

    private readonly FileStream _csv;
    private readonly FileStream _jsonLines;
    private readonly StringBuilder _csvText = new();
    private readonly StringBuilder _jsonText = new();

    /// <summary>Opens the files of a run folder.</summary>
    /// <param name="folder">The folder; exists.</param>
    /// <param name="csvLength">Length in bytes to continue metrics.csv from; 0 starts anew.</param>
    /// <param name="jsonLength">Length in bytes to continue metrics.jsonl from; 0 starts anew.</param>
    /// <exception cref="InputException">A file is shorter than that: it is not the one of the checkpoint.</exception>
    public MetricsLog(string folder, long csvLength, long jsonLength)
    {
        _csv = Open(Path.Combine(folder, "metrics.csv"), csvLength);
        _jsonLines = Open(Path.Combine(folder, "metrics.jsonl"), jsonLength);
        if (csvLength == 0)
        {
            _csvText.Append(Header);
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

    /// <summary>Notes the last evaluation of every leg.</summary>
    public void WriteEpoch(SeedTraining training, uint step, int epoch, double rate)
    {
        foreach (TrainingLeg leg in training.Legs)
        {
            Append(
                "epoch", training.Seed, leg.Name, epoch, step, leg.Result.EpochLoss[^1], leg.Result.EpochAccuracy[^1], rate);
        }
    }

    /// <summary>Writes what has gathered to the files and returns their lengths in bytes.</summary>
    public (long Csv, long JsonLines) Flush()
    {
        Write(_csv, _csvText);
        Write(_jsonLines, _jsonText);
        return (_csv.Length, _jsonLines.Length);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Flush();
        _csv.Dispose();
        _jsonLines.Dispose();
    }

    private static FileStream Open(string path, long length)
    {
        FileStream file = new(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        if (file.Length < length)
        {
            file.Dispose();
            throw new InputException(
                $"{path} is shorter than when the checkpoint was written: put the file back or start a new run.");
        }

        file.SetLength(length);
        file.Position = length;
        return file;
    }

    private static void Write(FileStream file, StringBuilder text)
    {
        file.Write(Encoding.UTF8.GetBytes(text.ToString()));
        file.Flush(flushToDisk: true);
        text.Clear();
    }

    private void Append(
        string kind, ulong seed, string leg, int epoch, uint step, double loss, double accuracy, double rate)
    {
        CultureInfo invariant = CultureInfo.InvariantCulture;
        _csvText.Append(invariant, $"{kind},{seed},{leg},{epoch + 1},{step + 1},{loss:G9},{accuracy:G9},{rate:G9}\n");
        _jsonText.Append(
            invariant,
            $"{{\"kind\":\"{kind}\",\"seed\":{seed},\"leg\":\"{leg}\",\"epoch\":{epoch + 1},\"step\":{step + 1},\"loss\":{loss:G9},\"accuracy\":{accuracy:G9},\"learning_rate\":{rate:G9}}}\n");
    }
}
