using System;

namespace ScEdge.Cli.Output;

/// <summary>
/// Spans of time as people read them on a screen.
/// </summary>
internal static class DurationText
{
    /// <summary>Returns <c>12 s</c>, <c>3:07</c> or <c>2:05:59</c>.</summary>
    public static string Of(TimeSpan span)
    {
        long seconds = (long)Math.Ceiling(span.TotalSeconds);
        return seconds switch
        {
            < 60 => $"{seconds} s",
            < 3600 => $"{seconds / 60}:{seconds % 60:00}",
            _ => $"{seconds / 3600}:{seconds % 3600 / 60:00}:{seconds % 60:00}",
        };
    }
}
