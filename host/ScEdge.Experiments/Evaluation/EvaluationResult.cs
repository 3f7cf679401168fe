using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScEdge.Training.Data;
using ScEdge.Training.Networks;

namespace ScEdge.Experiments.Evaluation;

/// <summary>
/// How trained parameters do on the test images of a data set.
/// </summary>
/// <param name="Path">File of the parameters.</param>
/// <param name="HoldsCounters">Whether it holds the integer counters of the stochastic optimiser instead of FP32 values.</param>
/// <param name="Model">The network.</param>
/// <param name="Dataset">The images.</param>
/// <param name="Evaluation">Accuracy, loss and confusions.</param>
public sealed record EvaluationResult(
    string Path, bool HoldsCounters, ModelDescription Model, Dataset Dataset, Training.Networks.Evaluation Evaluation)
{
    /// <summary>Gets the names of the classes that the network tells apart; those that the data lack go by their numbers.</summary>
    public IReadOnlyList<string> ClassNames { get; } = NamesOf(Model, Dataset);

    /// <summary>Returns the names of the classes that a network tells apart.</summary>
    internal static IReadOnlyList<string> NamesOf(ModelDescription model, Dataset dataset) =>
    [
        .. dataset.ClassNames,
        .. Enumerable.Range(dataset.ClassCount, model.Classes - dataset.ClassCount)
            .Select(static number => number.ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>Returns an object to serialise.</summary>
    public object ToJson() => new
    {
        File = Path,
        Values = HoldsCounters ? "registers" : "fp32",
        Model = Model.Name,
        Parameters = Model.ParameterCount,
        Dataset = Dataset.Name,
        Images = Evaluation.ImageCount,
        Correct = Evaluation.CorrectCount,
        Evaluation.Accuracy,

        // JSON has no word for the loss of a network that has diverged.
        Loss = double.IsFinite(Evaluation.MeanLoss) ? Evaluation.MeanLoss : (double?)null,
        Classes = ClassNames,
        Confusion = Enumerable.Range(0, Model.Classes).Select(row => Evaluation.Confusion.Counts.Skip(row * Model.Classes).Take(Model.Classes)),
    };
}
