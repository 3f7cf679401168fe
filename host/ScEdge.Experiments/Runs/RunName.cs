using System;
using System.IO;
using System.Linq;
using ScEdge.Experiments.Composition;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Runs;

/// <summary>
/// Names of run folders that the user did not choose.
/// </summary>
public static class RunName
{
    private const string Folder = "runs";

    /// <summary>Returns <c>runs/dataset-model-optimizer-time</c>, with a number behind it where that exists already.</summary>
    public static string Default(RunComposition run, DateTime utc)
    {
        string optimizer = OptimizerNames.Of(run.Options.Optimizer);
        string dataset = Path.IsPathFullyQualified(run.Options.Dataset) ? run.Dataset.Name : run.Options.Dataset;
        string name = Path.Combine(Folder, $"{Plain(dataset)}-{Plain(run.Model.Name)}-{optimizer}-{utc:yyyyMMdd-HHmmss}");
        string free = name;
        for (int i = 2; Path.Exists(free); i++)
        {
            free = $"{name}-{i}";
        }

        return free;
    }

    private static string Plain(string name) =>
        string.Concat(name.Select(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' ? character : '-')).Trim('-', '.');
}
