using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScEdge.Training.Data;
using ScEdge.Training.Networks;
using Spectre.Console;

namespace ScEdge.Cli.Tables;

/// <summary>
/// What <c>eval</c> found, as text and as JSON.
/// </summary>
internal sealed class EvaluationResult
{
    private readonly string _path;
    private readonly bool _counters;
    private readonly ModelDescription _model;
    private readonly Dataset _dataset;
    private readonly Evaluation _evaluation;
    private readonly IReadOnlyList<string> _classNames;

    /// <summary>Takes the result.</summary>
    /// <param name="path">File of the parameters.</param>
    /// <param name="counters">Whether it holds integer counters.</param>
    /// <param name="model">The network.</param>
    /// <param name="dataset">The images.</param>
    /// <param name="evaluation">How the network did.</param>
    public EvaluationResult(string path, bool counters, ModelDescription model, Dataset dataset, Evaluation evaluation)
    {
        _path = path;
        _counters = counters;
        _model = model;
        _dataset = dataset;
        _evaluation = evaluation;

        // A network may know more classes than the data have; those go by their numbers.
        _classNames =
        [
            .. dataset.ClassNames,
            .. Enumerable.Range(dataset.ClassCount, model.Classes - dataset.ClassCount)
                .Select(static number => number.ToString(CultureInfo.InvariantCulture)),
        ];
    }

    /// <summary>Returns an object to serialise.</summary>
    public object ToJson() => new
    {
        File = _path,
        Values = _counters ? "registers" : "fp32",
        Model = _model.Name,
        Parameters = _model.ParameterCount,
        Dataset = _dataset.Name,
        Images = _evaluation.ImageCount,
        Correct = _evaluation.CorrectCount,
        _evaluation.Accuracy,

        // JSON has no word for the loss of a network that has diverged.
        Loss = double.IsFinite(_evaluation.MeanLoss) ? _evaluation.MeanLoss : (double?)null,
        Classes = _classNames,
        Confusion = Enumerable.Range(0, _model.Classes).Select(
            row => _evaluation.Confusion.Counts.Slice(row * _model.Classes, _model.Classes).ToArray()),
    };

    /// <summary>Writes text and tables.</summary>
    public void Write(IAnsiConsole console)
    {
        string values = _counters ? "integer counters" : "FP32 values";
        Grid grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(3)).AddColumn();
        Add(grid, "parameters", $"{_path}, {values}");
        Add(grid, "network", $"{_model.Name}, {_model.ParameterCount:N0} parameters");
        Add(grid, "images", $"{_dataset.Name}, {_evaluation.ImageCount:N0} test images, {_dataset.ClassCount} classes");
        grid.AddRow(
            new Markup("[bold]accuracy[/]"),
            new Markup($"[bold green]{100 * _evaluation.Accuracy:F2} %[/]  ({_evaluation.CorrectCount:N0} correct, {_evaluation.ImageCount - _evaluation.CorrectCount:N0} wrong)"));
        Add(grid, "loss", $"{_evaluation.MeanLoss:F4} nats, mean cross entropy");
        console.Write(grid);
        console.WriteLine();
        new ConfusionTable(_classNames, _evaluation.Confusion).Write(console);
    }

    private static void Add(Grid grid, string name, string value) => grid.AddRow(new Text(name), new Text(value));
}
