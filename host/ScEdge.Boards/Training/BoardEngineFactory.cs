using System.Collections.Generic;
using ScEdge.Protocol.Messages;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Training.Optimization;

namespace ScEdge.Boards.Training;

/// <summary>
/// Has every training of a run computed on the same boards, one after the other.
/// </summary>
/// <param name="boards">The boards, at least one; disposed of with the factory.</param>
/// <param name="mode">Where registers are kept.</param>
/// <param name="costs">Energy of each counted operation; aJ; in the order of <see cref="CountKind"/>.</param>
public sealed class BoardEngineFactory(IReadOnlyList<BoardClient> boards, BoardMode mode, IReadOnlyList<long> costs) : IStepEngineFactory
{
    /// <inheritdoc/>
    public IStepEngine Create(OptimizerPlan plan) => BoardEngine.Create(plan, boards, mode, costs);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (BoardClient board in boards)
        {
            board.Connection.Dispose();
        }
    }
}

/// <summary>
/// Where the registers of a training on boards are kept.
/// </summary>
public enum BoardMode
{
    /// <summary>On the board, if they fit into its memory; else on the host.</summary>
    Auto,

    /// <summary>On the board.</summary>
    Resident,

    /// <summary>On the host, which streams them through the board.</summary>
    Tiled,
}
