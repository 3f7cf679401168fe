using System.Globalization;
using System.Linq;
using ScEdge.Cli.Output;
using ScEdge.Experiments.Evaluation;
using ScEdge.Experiments.Quantities;
using ScEdge.Experiments.Settings;
using ScEdge.Stochastic.Passes;
using Spectre.Console;

namespace ScEdge.Cli.Tables;

/// <summary>
/// How trained parameters do in bit streams, as text.
/// </summary>
/// <param name="result">The measurement.</param>
internal sealed class StreamEvaluationSummary(StreamEvaluationResult result)
{
    /// <summary>Writes what was read, a row per length, and the confusions of the last.</summary>
    public void Write(IAnsiConsole console)
    {
        EvaluationResult fp32 = result.Fp32;
        StreamEvaluationRequest request = result.Request;
        string values = fp32.HoldsCounters ? "integer counters" : "FP32 values";
        string weights = request.WeightsPerImage ? "image" : "64 images";
        FactList facts = new();
        facts.Add("parameters", $"{fp32.Path}, {values}");
        facts.Add("network", Text(
            $"{fp32.Model.Name}, {fp32.Model.ParameterCount:N0} parameters, {result.Rows[0].ProductsPerImage:N0} multiplications per image"));
        facts.Add("images", Text($"{fp32.Dataset.Name}, {fp32.Evaluation.ImageCount:N0} test images, {fp32.Dataset.ClassCount} classes"));
        string bits = request.Source == StreamSource.Rounding
            ? "none, but integers of 16 bits, sums rounded to the unit of streams"
            : $"{SettingNames.Of(request.Encoding)} from {SettingNames.Of(request.Source)}, weights drawn for every {weights}";
        facts.Add("streams", Text($"{bits}, seed {request.Seed}{Repeats(request)}"));
        if (result.Board is { } board)
        {
            facts.Add("board", board);
        }

        facts.Add("FP32", Text($"{100 * fp32.Evaluation.Accuracy:F2} %"));
        console.Write(facts);
        WriteRows(console);
        if (request.Until is { } confidence)
        {
            WriteReadings(console, result.Rows[^1], confidence);
        }

        foreach (StreamRow row in result.Board is null ? [] : result.Rows)
        {
            string rate = Text($"{row.Length} bits: {row.ImagesPerSecond:F1} images per second over the line");
            string streamed = row.ImagesPerPassOfWeights is { } images ? $"; the weights were {StreamedWeights.Text(images)}" : "";
            console.WriteLine(Text($"{rate}, {1000 * row.BoardSecondsPerImage:F1} ms each on the board{streamed}."));
        }

        console.WriteLine($"Energy by {result.Library}, what it lacks in the middle of bounds.");
        console.WriteLine();
        new ConfusionTable(fp32.ClassNames, result.Confusion).Write(console);
    }

    private static string Repeats(StreamEvaluationRequest request) => request.Repeats == 1 ? "" : Text($", {request.Repeats} times");

    private static void WriteReadings(IAnsiConsole console, StreamRow row, double confidence)
    {
        string bits = Text($"Read {row.MeanReadings:F2} times in the mean, {row.Length * row.MeanReadings:F1} bits per stream");
        console.WriteLine(Text($"{bits}, until a class led with confidence {confidence}."));
        if (row.Undecided > 0)
        {
            console.WriteLine(Text($"{row.Undecided:N0} images were still open after the most readings and went to the class that led."));
        }
    }

    private static string Text(System.FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private void WriteRows(IAnsiConsole console)
    {
        bool repeated = result.Request.Repeats > 1;
        string[] deviation = repeated ? ["sd"] : [];
        TextTable table = new(
            0,
            ["bits", "accuracy, %", "95 %", .. deviation, "as FP32, %", "bits/image", "bits/MAC", "energy/MAC", "energy/image"]);
        foreach (StreamRow row in result.Rows)
        {
            table.Add(
            [
                row.Length.ToString(CultureInfo.InvariantCulture),
                Percent(row.Accuracy),
                Interval(row),
                .. repeated ? (string[])[Percent(row.StandardDeviation ?? 0)] : [],
                Percent(row.Agreement),
                CountText.Of((long)row.BitsPerImage),
                QuantityText.Digits(row.BitsPerProduct),
                QuantityText.Energy(row.EnergyPerProductAttojoules),
                QuantityText.Energy(row.EnergyPerImageAttojoules),
            ]);
        }

        console.Write(table);
    }

    private static string Interval(StreamRow row) => $"{Percent(row.Interval.Low)} to {Percent(row.Interval.High)}";

    private static string Percent(double share) => (100 * share).ToString("F2", CultureInfo.InvariantCulture);
}
