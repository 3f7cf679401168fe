using System;

namespace ScEdge.Protocol.Tests;

/// <summary>
/// Bytes that work allocates on the thread that does it.
/// </summary>
internal static class AllocatedBytes
{
    private const int Rounds = 5;

    /// <summary>Returns the least of five rounds: what the work itself allocates.</summary>
    /// <remarks>
    /// A collection that another test causes throws away what is left of this thread's allocation block, and the runtime may allocate
    /// while it compiles what has become hot; both count for the thread. Work that allocates does so in every round.
    /// </remarks>
    public static long Of(Action work)
    {
        long least = long.MaxValue;
        for (int round = 0; round < Rounds && least > 0; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            work();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
