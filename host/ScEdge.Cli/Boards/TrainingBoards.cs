using System.Collections.Generic;
using System.Linq;
using ScEdge.Boards;
using ScEdge.Boards.Training;
using ScEdge.Cli.Parsing;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Pricing;
using ScEdge.Experiments.Composition;
using ScEdge.Experiments.Runs;
using ScEdge.Input;
using ScEdge.Protocol.Messages;
using ScEdge.Training.Optimization;
using ScEdge.Training.Runs;

namespace ScEdge.Cli.Boards;

/// <summary>
/// The boards that compute the updates of a training.
/// </summary>
/// <param name="Ports">Their addresses, at least one.</param>
/// <param name="Mode">Where registers are kept.</param>
/// <param name="Settings">How the boards are reached.</param>
/// <param name="Progress">The lines to them, once they are open, which are told how far the training is.</param>
internal sealed record TrainingBoards(IReadOnlyList<string> Ports, BoardMode Mode, BoardPortSettings Settings, ProgressLines Progress)
    : IStepEngineSource
{
    /// <summary>Opens the lines to all boards.</summary>
    /// <exception cref="InputException">One cannot be opened, or the run has no stochastic updates.</exception>
    public IStepEngineFactory Open(RunComposition run)
    {
        if (!run.Options.IsStochastic)
        {
            throw new InputException("sgd updates in FP32, which no board computes: choose an optimiser in bit streams, or leave --port out.");
        }

        IReadOnlyList<long> costs = run.Options.HasLedger
            ? BoardCosts.Of(new CostModel(CostLibraryCatalog.Resolve(run.Options.CostLibrary), RunCircuit.Of(run.Options, run.Preset, run.Model)))
            : new long[MessageLimits.Counts];
        BoardPortSettings settings = Settings with { Progress = Progress };
        return new BoardEngineFactory([.. Ports.Select(port => new BoardClient(BoardPorts.Open(port, settings)))], Mode, costs);
    }

    /// <summary>Returns the options that name the boards, as they are written behind a command.</summary>
    public override string ToString() => string.Concat(Ports.Select(port => $" --port {CommandText.Quote(port)}"));
}
