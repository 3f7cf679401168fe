using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;

namespace ScEdge.Cli.Benchmarks;

/// <summary>
/// How long a piece of work takes, from many repetitions.
/// </summary>
/// <param name="MedianSeconds">Median of the repetitions.</param>
/// <param name="LeastSeconds">Shortest repetition: what the machine can do when nothing disturbs it.</param>
/// <param name="Repetitions">Repetitions that were timed.</param>
/// <param name="AllocatedBytes">Bytes that all threads allocated per repetition of all that was measured together.</param>
internal readonly record struct Measurement(double MedianSeconds, double LeastSeconds, int Repetitions, double AllocatedBytes)
{
    private const int WarmUps = 3;
    private const int MostRepetitions = 1 << 20;

    /// <summary>Repeats a piece of work for some time, at least three times, after a warm-up.</summary>
    /// <param name="seconds">Time to spend.</param>
    /// <param name="work">Work; some tenths of a millisecond or more.</param>
    public static Measurement Of(double seconds, Action work) => OfParts(seconds, work)[0];

    /// <summary>Repeats some pieces of work in turn, as <see cref="Of"/> does one.</summary>
    /// <param name="seconds">Time to spend.</param>
    /// <param name="parts">The pieces, in their order.</param>
    /// <returns>A measurement of each piece, and one of all together.</returns>
    public static Measurement[] OfParts(double seconds, params Action[] parts)
    {
        for (int i = 0; i < WarmUps; i++)
        {
            Array.ForEach(parts, static part => part());
        }

        List<double>[] times = [.. Enumerable.Range(0, parts.Length + 1).Select(static _ => new List<double>(MostRepetitions))];
        List<double> whole = times[^1];
        long start = Stopwatch.GetTimestamp();
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        do
        {
            long first = Stopwatch.GetTimestamp();
            for (int i = 0; i < parts.Length; i++)
            {
                long before = Stopwatch.GetTimestamp();
                parts[i]();
                times[i].Add(Stopwatch.GetElapsedTime(before).TotalSeconds);
            }

            whole.Add(Stopwatch.GetElapsedTime(first).TotalSeconds);
        }
        while (whole.Count < MostRepetitions && (whole.Count < 3 || Stopwatch.GetElapsedTime(start).TotalSeconds < seconds));

        double bytes = (double)(GC.GetTotalAllocatedBytes(precise: true) - allocated) / whole.Count;
        return [.. times.Select(one => Of(one, bytes))];
    }

    private static Measurement Of(List<double> times, double bytes)
    {
        times.Sort();
        return new Measurement(times[times.Count / 2], times[0], times.Count, bytes);
    }
}
