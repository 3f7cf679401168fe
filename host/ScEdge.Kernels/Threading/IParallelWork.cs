namespace ScEdge.Kernels.Threading;

/// <summary>
/// Work that falls into numbered parts which may run in any order and on any thread.
/// </summary>
/// <remarks>
/// A part writes only what belongs to it and computes it in its own fixed order; then the result does not depend on the
/// number of threads. Implement it once as a field and call <see cref="WorkerTeam.Run(int, IParallelWork)"/> every step:
/// nothing is allocated per call.
/// </remarks>
public interface IParallelWork
{
    /// <summary>Does one part.</summary>
    /// <param name="part">Number of the part, 0 to partCount - 1.</param>
    /// <param name="worker">Number of the thread, 0 to ThreadCount - 1; no two threads run under the same number at once,
    /// so it may select scratch memory.</param>
    void Execute(int part, int worker);
}
