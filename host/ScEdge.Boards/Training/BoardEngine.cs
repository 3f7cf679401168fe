using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.ExceptionServices;
using System.Threading.Tasks;
using ScEdge.Boards.Connections;
using ScEdge.Input;
using ScEdge.Protocol.Messages;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Training.Optimization;

namespace ScEdge.Boards.Training;

/// <summary>
/// Updates the registers of a training on one or several boards, which share its tensors.
/// </summary>
public sealed class BoardEngine : IStepEngine
{
    private readonly BoardWorker[] _workers;

    private BoardEngine(BoardWorker[] workers) => _workers = workers;

    /// <summary>Connects to the boards, shares out the tensors and configures the boards.</summary>
    /// <param name="plan">Circuits of the training.</param>
    /// <param name="boards">The boards, at least one.</param>
    /// <param name="mode">Where registers are kept.</param>
    /// <param name="costs">Energy of each counted operation, by which the boards account; aJ; in the order of <see cref="CountKind"/>.</param>
    /// <exception cref="InputException">A board cannot be reached or cannot do what is asked.</exception>
    public static BoardEngine Create(OptimizerPlan plan, IReadOnlyList<BoardClient> boards, BoardMode mode, IReadOnlyList<long> costs)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(boards);
        IReadOnlyList<int>[] shares = Share(plan, boards.Count);
        List<BoardWorker> workers = [];
        for (int i = 0; i < boards.Count; i++)
        {
            if (shares[i].Count > 0)
            {
                workers.Add(NewWorker(boards[i], new BoardTensors(plan, shares[i], costs), mode));
            }
        }

        return new BoardEngine([.. workers]);
    }

    /// <summary>Shares out tensors so that the boards have about equally many parameters: the largest first, each to the board with least.</summary>
    /// <returns>Indices of the tensors of each board, ascending.</returns>
    public static IReadOnlyList<int>[] Share(OptimizerPlan plan, int boards)
    {
        ArgumentNullException.ThrowIfNull(plan);
        List<int>[] shares = [.. Enumerable.Range(0, boards).Select(_ => new List<int>())];
        long[] loads = new long[boards];
        foreach (int tensor in Enumerable.Range(0, plan.Tensors.Length).OrderByDescending(index => plan.Tensors[index].Length))
        {
            int least = Array.IndexOf(loads, loads.Min());
            shares[least].Add(tensor);
            loads[least] += plan.Tensors[tensor].Length;
        }

        return [.. shares.Select(share => share.Order().ToArray())];
    }

    /// <inheritdoc/>
    public void Step(IReadOnlyList<StepTensor> tensors, uint step, LearningRate rate) => OnAll(worker => worker.Step(tensors, step, rate));

    /// <inheritdoc/>
    public void Synchronize(IReadOnlyList<StepTensor> tensors) => OnAll(worker => worker.Synchronize(tensors));

    /// <inheritdoc/>
    public void Restore(IReadOnlyList<StepTensor> tensors) => OnAll(worker => worker.Restore(tensors));

    private static BoardWorker NewWorker(BoardClient board, BoardTensors tensors, BoardMode mode)
    {
        if (mode != BoardMode.Tiled)
        {
            BoardWorker resident = new ResidentBoard(board, tensors);
            try
            {
                resident.Prepare();
                if (mode == BoardMode.Resident || resident.HasRoomForImage)
                {
                    return resident;
                }
            }
            catch (BoardRefusalException refusal) when (mode == BoardMode.Auto && refusal.Error == ErrorCode.OutOfMemory)
            {
                // The host has memory enough.
            }
        }

        BoardWorker tiled = new TiledBoard(board, tensors);
        tiled.Prepare();
        return tiled;
    }

    private void OnAll(Action<BoardWorker> work)
    {
        if (_workers.Length == 1)
        {
            work(_workers[0]);
            return;
        }

        // A board waits for its line most of the time: a thread for each lets them work at the same time.
        try
        {
            Task.WaitAll([.. _workers.Select(worker => Task.Factory.StartNew(() => work(worker), TaskCreationOptions.LongRunning))]);
        }
        catch (AggregateException exception)
        {
            ExceptionDispatchInfo.Capture(exception.InnerExceptions[0]).Throw();
        }
    }
}
