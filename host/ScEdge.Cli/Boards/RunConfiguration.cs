using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScEdge.Boards.Connections;
using ScEdge.Boards.Training;
using ScEdge.Cbram;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Pricing;
using ScEdge.Experiments.Composition;
using ScEdge.Experiments.Runs;
using ScEdge.Input;
using ScEdge.Kernels.Threading;
using ScEdge.Protocol.Messages;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Training.Networks;
using ScEdge.Training.Runs;

namespace ScEdge.Cli.Boards;

/// <summary>
/// What makes a fresh board one of a run, as its manifest tells: circuits, cells, tensors, prices.
/// </summary>
internal static class RunConfiguration
{
    /// <summary>Returns the price of each counted operation of a run; aJ; zeros where the run keeps no account.</summary>
    public static IReadOnlyList<long> Costs(TrainingOptions options, CbramPreset preset, ModelDescription model) => options.HasLedger
        ? BoardCosts.Of(new CostModel(CostLibraryCatalog.Resolve(options.CostLibrary), RunCircuit.Of(options, preset, model)))
        : new long[MessageLimits.Counts];

    /// <summary>Configures a board for the run that a registers file is of; the board keeps the registers.</summary>
    /// <param name="board">The board.</param>
    /// <param name="file">The registers, in the folder of their run or of a seed in it.</param>
    /// <exception cref="InputException">The file is in no run's folder, or the run cannot be had on the board.</exception>
    public static void Apply(BoardRequests board, WeightsFile file)
    {
        (RunDirectory run, ulong? seed) = RunOf(file, board.Name);
        TrainingOptions options = RunManifest.Read(run).Options;
        if (options.Passes is not null)
        {
            throw new InputException(
                $"The run in {run.Path} has stochastic passes, which no board takes yet: push registers of a run with passes in FP32.");
        }

        CbramPreset preset = RunComposition.PresetOf(options);
        using WorkerTeam team = new(1);
        Network network = ParameterFiles.Read(
            file.Path, (model, normalization) => new Network(model, normalization, team, batchCapacity: 1));
        OptimizerPlan plan = new UpdateRuleFactory(options, preset, team).Plan(network.Parameters, seed ?? options.Seeds[0]);
        BoardTensors tensors = new(plan, [.. Enumerable.Range(0, plan.Tensors.Length)], Costs(options, preset, network.Model));
        try
        {
            board.Do(client => tensors.Configure(client, isResident: true));
        }
        catch (BoardRefusalException refusal) when (refusal.Error == ErrorCode.OutOfMemory)
        {
            throw new InputException(
                $"The registers and cells of {file.Path} do not fit into the memory of the board on {board.Name}: "
                + "choose a board with more, or train on it in tiles with train --port.",
                refusal);
        }
    }

    private static (RunDirectory Run, ulong? Seed) RunOf(WeightsFile file, string board)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(file.Path))!;
        ulong? seed = RunDirectory.SeedOf(Path.GetFileName(folder));
        string run = seed is null ? folder : Path.GetDirectoryName(folder)!;
        return File.Exists(Path.Combine(run, RunDirectory.ManifestName))
            ? (RunDirectory.Open(run), seed)
            : throw new InputException(
                $"The board on {board} is not configured for any network, and {file.Path} is in no run's folder, which would say how: "
                + "give the run's folder, train on the board with train --port, or restore its checkpoint with device restore.");
    }
}
