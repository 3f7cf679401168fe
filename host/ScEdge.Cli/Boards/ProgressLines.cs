using System;
using System.Collections.Generic;
using System.Diagnostics;
using ScEdge.Link.Watching;

namespace ScEdge.Cli.Boards;

/// <summary>
/// The lines of one piece of work, whose watchers are told now and then how far it is.
/// </summary>
internal sealed class ProgressLines
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly List<PublishedLine> _lines = [];
    private long _told;

    /// <summary>Adds a line.</summary>
    public void Add(PublishedLine line) => _lines.Add(line);

    /// <summary>Tells, if it is time to.</summary>
    public void Tell(WorkProgress progress)
    {
        if (_told != 0 && Stopwatch.GetElapsedTime(_told) < Interval)
        {
            return;
        }

        _told = Stopwatch.GetTimestamp();
        foreach (PublishedLine line in _lines)
        {
            line.Tell(progress);
        }
    }
}
