using ScEdge.Cli.Output;
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
        FactList facts = new();
        facts.Add("parameters", $"{result.Path}, {values}");
        facts.Add("network", $"{result.Model.Name}, {result.Model.ParameterCount:N0} parameters");
        facts.Add("images", $"{result.Dataset.Name}, {evaluation.ImageCount:N0} test images, {result.Dataset.ClassCount} classes");
        facts.Add(
            "accuracy",
            $"{100 * evaluation.Accuracy:F2} % ({evaluation.CorrectCount:N0} correct, {evaluation.ImageCount - evaluation.CorrectCount:N0} wrong)",
            new Style(Color.Green, decoration: Decoration.Bold));
        facts.Add("loss", $"{evaluation.MeanLoss:F4} nats, mean cross entropy");
        console.Write(facts);
        console.WriteLine();
        new ConfusionTable(result.ClassNames, evaluation.Confusion).Write(console);
    }
}
