namespace ScEdge.Protocol.Tests.Sessions;

/// <summary>What a line does to the runs of bytes between zeros, each as a share of 1000 runs.</summary>
internal sealed class LineFaults
{
    public int Drop { get; init; }

    public int Flip { get; init; }

    public int Duplicate { get; init; }

    public int Reorder { get; init; }

    public int Truncate { get; init; }

    /// <summary>Bytes out of nowhere before a run.</summary>
    public int Burst { get; init; }

    /// <summary>A run from long ago comes again.</summary>
    public int Replay { get; init; }

    /// <summary>The line stands still for up to 400 ms.</summary>
    public int Stall { get; init; }
}
