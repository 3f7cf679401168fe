using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using ScEdge.Experiments.Reproduction;
using ScEdge.Input;
using ScEdge.Training.Runs;

namespace ScEdge.Cli.Settings;

/// <summary>
/// The options of <c>reproduce</c>: those of <c>train</c> that a claim can depend on, and the stream lengths.
/// </summary>
internal sealed class ReproduceArguments
{
    private static readonly ulong[] DefaultSeeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

    private readonly TrainArguments _train = new(
        "reproduce",
        setting => setting.Option.Name is "--dataset" or "--model" or "--stream-length" or "--learning-rate" or "--batch"
            or "--epochs" or "--validation" or "--limit" or "--cbram" or "--lanes",
        DefaultSeeds);

    private readonly Option<string> _lengths = new("--lengths")
    {
        HelpName = "N,N,...",
        Description = "Stream lengths to compare, each as in --stream-length.",
        DefaultValueFactory = static _ => "8,16,32/4/4,64",
        Arity = ArgumentArity.ExactlyOne,
    };

    /// <summary>Adds all options to a command.</summary>
    public void AddTo(Command command)
    {
        _train.AddTo(command);
        command.Add(_lengths);
    }

    /// <summary>Reads a command line.</summary>
    /// <exception cref="UsageException">Options exclude each other.</exception>
    /// <exception cref="InputException">A value cannot be used.</exception>
    public ReproduceInvocation Read(ParseResult result)
    {
        IReadOnlyList<StreamLengths> lengths = [.. result.GetRequiredValue(_lengths).Split(',').Select(StreamLengths.Parse)];
        TrainInvocation train = _train.Read(result);
        return new ReproduceInvocation(new ReproductionRequest(train.Request, lengths), train.Json, train.FiguresPath);
    }
}

/// <summary>
/// What a command line asks <c>reproduce</c> to do.
/// </summary>
/// <param name="Request">What to train.</param>
/// <param name="Json">Whether the verdicts are to be one JSON object on the last line of stdout.</param>
/// <param name="FiguresPath">Folder that the charts are written to; null for none.</param>
internal sealed record ReproduceInvocation(ReproductionRequest Request, bool Json, string? FiguresPath);
