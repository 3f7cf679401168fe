using ScEdge.Kernels.Threading;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Training.Optimization;

/// <summary>
/// Updates with a pseudo-random generator for every lane in the place of cells: the bits of ideal cells, without a pulse, a read or a RESET.
/// </summary>
/// <param name="team">Threads.</param>
/// <param name="observer">Is called before and after each phase; null for none.</param>
internal sealed class GeneratorEngine(WorkerTeam team, IPhaseObserver? observer) : CircuitEngine(team, observer)
{
    /// <inheritdoc/>
    protected override void Account(OperationCounts counts)
    {
        counts.SetPulses = 0;
        counts.SetEvents = 0;
        counts.ResetPulses = 0;
        counts.Reads = 0;
        counts.LaneCycles = 0;
    }
}
