using ScEdge.Experiments.Reproduction;

namespace ScEdge.Cli.Settings;

/// <summary>
/// What a command line asks <c>reproduce</c> to do.
/// </summary>
/// <param name="Request">What to train.</param>
/// <param name="Json">Whether the verdicts are to be one JSON object on the last line of stdout.</param>
internal sealed record ReproduceInvocation(ReproductionRequest Request, bool Json);
