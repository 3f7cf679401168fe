using ScEdge.Cli.Boards;
using ScEdge.Experiments.Settings;

namespace ScEdge.Cli.Settings;

/// <summary>
/// What a command line asks <c>train</c> to do.
/// </summary>
/// <param name="Request">What to train; of a run that is to be continued, its own settings.</param>
/// <param name="ResumePath">Folder of the run to continue; null starts a new one.</param>
/// <param name="Boards">Boards that compute the updates; null for this process.</param>
/// <param name="Json">Whether the result is to be one JSON object on the last line of stdout.</param>
internal sealed record TrainInvocation(TrainRequest Request, string? ResumePath, TrainingBoards? Boards, bool Json)
{
    /// <summary>Gets the folder that the charts are written to; null for none.</summary>
    public string? FiguresPath { get; init; }
}
