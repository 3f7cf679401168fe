using System.Globalization;
using System.Linq;
using ScEdge.Cli.Output;
using ScEdge.Experiments.Evaluation;
using ScEdge.Experiments.Quantities;
using ScEdge.Experiments.Settings;
using Spectre.Console;

namespace ScEdge.Cli.Tables;

/// <summary>
/// How trained parameters do in bit streams, as text.
/// </summary>
/// <param name="result">The measurement.</param>
internal sealed class StreamEvaluationSummary(StreamEvaluationResult result)
{
    // Columns below which numbers would break; rows become lines there.
    private const int NarrowestTable = 64;

    /// <summary>Writes what was read, a row per length, and the confusions of the last.</summary>
    public void Write(IAnsiConsole console)
    {
        EvaluationResult fp32 = result.Fp32;
        StreamEvaluationRequest request = result.Request;
        string values = fp32.HoldsCounters ? "integer counters" : "FP32 values";
        string weights = request.WeightsPerImage ? "image" : "64 images";
        Grid grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(3)).AddColumn();
        Add(grid, "parameters", $"{fp32.Path}, {values}");
        string products = Text($"{result.Rows[0].ProductsPerImage:N0} multiplications per image");
        Add(grid, "network", Text($"{fp32.Model.Name}, {fp32.Model.ParameterCount:N0} parameters, {products}"));
        Add(grid, "images", Text($"{fp32.Dataset.Name}, {fp32.Evaluation.ImageCount:N0} test images, {fp32.Dataset.ClassCount} classes"));
        Add(grid, "streams", Text($"{SettingNames.Of(request.Source)}, weights drawn for every {weights}, seed {request.Seed}{Repeats(request)}"));
        Add(grid, "FP32", Text($"{100 * fp32.Evaluation.Accuracy:F2} %"));
        console.Write(grid);
        WriteRows(console);
        if (request.Until is { } confidence)
        {
            WriteReadings(console, result.Rows[^1], confidence);
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

    private static void Add(Grid grid, string name, string value) => grid.AddRow(new Text(name), new Text(value));

    private void WriteRows(IAnsiConsole console)
    {
        if (console.Profile.Width < NarrowestTable)
        {
            foreach (StreamRow row in result.Rows)
            {
                console.WriteLine(Text($"{row.Length} bits: {Percent(row.Accuracy)} %"));
                console.WriteLine(Text($"  95 %: {Interval(row)}"));
                console.WriteLine(Text($"  as FP32: {Percent(row.Agreement)} %"));
                console.WriteLine(Text($"  {CountText.Of((long)row.BitsPerImage)} bits per image"));
                string product = QuantityText.Energy(row.AttojoulesPerProduct);
                console.WriteLine($"  {product} per MAC, {QuantityText.Energy(row.AttojoulesPerImage)} per image");
            }

            return;
        }

        bool repeated = result.Request.Repeats > 1;
        Table decisions = TextTable.NewTable(0, ["bits", "accuracy, %", "95 %", .. repeated ? (string[])["sd"] : [], "as FP32, %"]);
        Table costs = TextTable.NewTable(0, "bits", "bits/image", "bits/MAC", "energy/MAC", "energy/image");
        foreach (StreamRow row in result.Rows)
        {
            string length = row.Length.ToString(CultureInfo.InvariantCulture);
            string[] deviation = repeated ? [Percent(row.StandardDeviation ?? 0)] : [];
            TextTable.Add(decisions, [length, Percent(row.Accuracy), Interval(row), .. deviation, Percent(row.Agreement)]);
            TextTable.Add(
                costs,
                length,
                CountText.Of((long)row.BitsPerImage),
                QuantityText.Digits(row.BitsPerProduct),
                QuantityText.Energy(row.AttojoulesPerProduct),
                QuantityText.Energy(row.AttojoulesPerImage));
        }

        console.Write(decisions);
        console.Write(costs);
    }

    private static string Interval(StreamRow row) => $"{Percent(row.Interval.Low)} to {Percent(row.Interval.High)}";

    private static string Percent(double share) => (100 * share).ToString("F2", CultureInfo.InvariantCulture);
}
