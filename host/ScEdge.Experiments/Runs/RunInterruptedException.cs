using System;

namespace ScEdge.Experiments.Runs;

/// <summary>
/// A run was cancelled; its folder holds a checkpoint from which it goes on to the same bytes.
/// </summary>
/// <param name="path">Folder of the run.</param>
/// <param name="cause">The cancellation.</param>
public sealed class RunInterruptedException(string path, OperationCanceledException cause)
    : OperationCanceledException($"The run in {path} was interrupted.", cause)
{
    /// <summary>Gets the folder of the run.</summary>
    public string Path { get; } = path;
}
