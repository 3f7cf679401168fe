using System;
using System.Collections.Generic;
using System.Diagnostics;

namespace ScEdge.Cli.Benchmarks;

/// <summary>
/// How long a piece of work takes, from many repetitions.
/// </summary>
/// <param name="MedianSeconds">Median of the repetitions.</param>
/// <param name="LeastSeconds">Shortest repetition: what the machine can do when nothing disturbs it.</param>
/// <param name="Repetitions">Repetitions that were timed.</param>
/// <param name="AllocatedBytes">Bytes that all threads allocated per repetition.</param>
internal readonly record struct Measurement(double MedianSeconds, double LeastSeconds, int Repetitions, double AllocatedBytes)
{
    private const int WarmUps = 3;

    /// <summary>Repeats a piece of work for some time, at least three times, after a warm-up.</summary>
    /// <param name="seconds">Time to spend.</param>
    /// <param name="work">Work; some tenths of a millisecond or more.</param>
    public static Measurement Of(double seconds, Action work)
    {
        for (int i = 0; i < WarmUps; i++)
        {
            work();
        }

        List<double> times = new(1 << 20);
        long start = Stopwatch.GetTimestamp();
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        do
        {
            long before = Stopwatch.GetTimestamp();
            work();
            times.Add(Stopwatch.GetElapsedTime(before).TotalSeconds);
        }
        while (times.Count < times.Capacity && (times.Count < 3 || Stopwatch.GetElapsedTime(start).TotalSeconds < seconds));

        double bytes = (double)(GC.GetTotalAllocatedBytes(precise: true) - allocated) / times.Count;
        times.Sort();
        return new Measurement(times[times.Count / 2], times[0], times.Count, bytes);
    }
}
