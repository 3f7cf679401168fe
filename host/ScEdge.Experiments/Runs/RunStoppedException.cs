using System;
using ScEdge.Input;

namespace ScEdge.Experiments.Runs;

/// <summary>
/// A run could not go on, for want of a board or of room; what its folder holds can be resumed.
/// </summary>
/// <param name="path">Folder of the run.</param>
/// <param name="message">What stopped it and what mends that.</param>
/// <param name="cause">The failure.</param>
public sealed class RunStoppedException(string path, string message, Exception cause) : InputException(message, cause)
{
    /// <summary>Gets the folder of the run.</summary>
    public string Path { get; } = path;
}
