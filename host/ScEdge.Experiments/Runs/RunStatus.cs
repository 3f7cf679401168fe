namespace ScEdge.Experiments.Runs;

/// <summary>
/// How far a run has come, as its manifest says.
/// </summary>
public enum RunStatus
{
    /// <summary>Training, or ended without a chance to say so; can be resumed.</summary>
    Training,

    /// <summary>Stopped by the user; can be resumed.</summary>
    Interrupted,

    /// <summary>All seeds are trained.</summary>
    Finished,
}
