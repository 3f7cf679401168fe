using ScEdge.Experiments.Evaluation;
using Spectre.Console;

namespace ScEdge.Cli.Tables;

/// <summary>
/// How trained parameters do, as text.
/// </summary>
/// <param name="result">The measurement.</param>
internal sealed class EvaluationSummary(EvaluationResult result)
{
    /// <summary>Writes figures and confusions.</summary>
    public void Write(IAnsiConsole console)
    {
        Training.Networks.Evaluation evaluation = result.Evaluation;
        string values = result.HoldsCounters ? "integer counters" : "FP32 values";
        Grid grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(3)).AddColumn();
        Add(grid, "parameters", $"{result.Path}, {values}");
        Add(grid, "network", $"{result.Model.Name}, {result.Model.ParameterCount:N0} parameters");
        Add(grid, "images", $"{result.Dataset.Name}, {evaluation.ImageCount:N0} test images, {result.Dataset.ClassCount} classes");
        grid.AddRow(
            new Markup("[bold]accuracy[/]"),
            new Markup(
                $"[bold green]{100 * evaluation.Accuracy:F2} %[/]  ({evaluation.CorrectCount:N0} correct, "
                + $"{evaluation.ImageCount - evaluation.CorrectCount:N0} wrong)"));
        Add(grid, "loss", $"{evaluation.MeanLoss:F4} nats, mean cross entropy");
        console.Write(grid);
        console.WriteLine();
        new ConfusionTable(result.ClassNames, evaluation.Confusion).Write(console);
    }

    private static void Add(Grid grid, string name, string value) => grid.AddRow(new Text(name), new Text(value));
}
