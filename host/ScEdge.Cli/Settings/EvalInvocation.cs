using System;
using System.Threading;
using ScEdge.Cli.Boards;
using ScEdge.Experiments.Evaluation;

namespace ScEdge.Cli.Settings;

/// <summary>
/// What a command line asks <c>eval</c> to do.
/// </summary>
/// <param name="Request">What is to be measured.</param>
/// <param name="Streams">How it is measured in bit streams; null for passes in FP32.</param>
/// <param name="OpenBoard">Opens the line to the board that is to read; null for this process.</param>
/// <param name="Json">Whether one line of JSON is wanted.</param>
internal sealed record EvalInvocation(
    EvaluationRequest Request, StreamEvaluationRequest? Streams, Func<CancellationToken, BoardReaderSource>? OpenBoard, bool Json);
