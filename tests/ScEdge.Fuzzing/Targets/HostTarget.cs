using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Boards;
using ScEdge.Boards.Connections;
using ScEdge.Boards.Training;
using ScEdge.Input;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Sessions;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Training.Optimization;

namespace ScEdge.Fuzzing.Targets;

/// <summary>
/// Any answers of a board: the host ends its work or says in one sentence why not, in limited time and memory, and no register is beyond its
/// limit.
/// </summary>
/// <remarks>An input is a byte that chooses the work, and what <see cref="LyingBoard"/> reads.</remarks>
internal static class HostTarget
{
    private const int Steps = 2;

    // A run on an honest board allocates some 2 MB, most of it the board's.
    private const long MostBytes = 64_000_000;

    private static readonly int[] Lengths = [40, 7];

    public static void Run(byte[] input)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            Work(input);
        }
        catch (InputException exception)
        {
            bool isSentence = exception.Message.EndsWith('.') && !exception.Message.Any(char.IsControl);
            PromiseBrokenException.Unless(isSentence, $"no sentence: {exception.Message}");
        }
        catch (BoardLostException)
        {
            // The layer above begins anew.
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        PromiseBrokenException.Unless(allocated < MostBytes, $"the host took {allocated} bytes");
    }

    /// <summary>Does the work of an input.</summary>
    /// <exception cref="InputException">The board's answers do not let it end.</exception>
    /// <exception cref="BoardLostException">Nor does its session.</exception>
    public static void Work(byte[] input)
    {
        int work = input.Length == 0 ? 0 : input[0];
        using LyingBoard line = new(input.Skip(1));
        using BoardConnection connection = new(
            line, line.Clock, new LinkSettings { MaximumPayload = MessageLimits.SmallestPayload }, epoch: 3, console: null, TimeSpan.FromSeconds(20));
        BoardClient client = new(connection);
        if (work % 4 == 0)
        {
            switch (work / 4 % 3)
            {
                case 0:
                    Serve(client);
                    break;
                case 1:
                    ReadingWork.Run(client, ReadingWork.Small);
                    break;
                default:
                    ReadingWork.Run(client, ReadingWork.Large);
                    break;
            }
        }
        else
        {
            // A tile of Adam does not fit into the smallest frames.
            BoardMode mode = work % 4 == 1 ? BoardMode.Resident : BoardMode.Tiled;
            int kind = work / 4 % (mode == BoardMode.Tiled ? 2 : 3);
            Train(client, OptimizerDescription.Of((OptimizerKind)(1 + kind)), mode);
        }
    }

    private static void Serve(BoardClient client)
    {
        client.Connection.Connect();
        client.GetCapabilities();
        client.GetStatus();
        client.RunSelfTest();
        client.GetEntropy(0, 500);
        client.GetCell(1);
        Tensors(Plan(OptimizerDescription.Of(OptimizerKind.Momentum))).Configure(client, isResident: true);
        IReadOnlyList<BoardTensor> tensors = client.GetTensors();
        int length = 2 * tensors.Sum(tensor => tensor.Count);
        client.PushState(StateImageKind.Weights, new byte[length]);
        client.GetStateCheck(StateImageKind.Weights);
        client.PullState(StateImageKind.Weights, length);
        client.SaveCheckpoint();
        client.RestoreCheckpoint();
    }

    private static void Train(BoardClient client, OptimizerDescription optimizer, BoardMode mode)
    {
        OptimizerPlan plan = Plan(optimizer);
        TensorOptimizer[] circuits = plan.NewCircuits(tileLength: 0);
        StepTensor[] tensors = [.. circuits.Select((circuit, i) => new StepTensor(circuit, new QuantizedGradient(Lengths[i], 16, 1, (uint)i)))];
        BoardEngine engine = BoardEngine.Create(plan, [client], mode, new long[MessageLimits.Counts]);
        engine.Restore(tensors);
        for (uint step = 0; step < Steps; step++)
        {
            foreach (StepTensor tensor in tensors)
            {
                float[] gradients = [.. Enumerable.Range(0, tensor.Circuit.Weights.Length).Select(i => (float)Math.Sin(i + step) / 8)];
                tensor.Gradient.BeginStep(gradients, step);
                tensor.Gradient.Quantize(gradients, 0, gradients.Length);
                tensor.ClearCounts();
            }

            engine.Step(tensors, step, new LearningRate(65536, 5));
            foreach (StepTensor tensor in tensors)
            {
                PromiseBrokenException.Unless(IsWithinLimits(tensor), "the host took a register beyond its limit");
            }
        }

        engine.Synchronize(tensors);
    }

    private static bool IsWithinLimits(StepTensor tensor) =>
        tensor.Circuit.Weights.All(weight => Math.Abs((int)weight) <= tensor.Circuit.WeightLimit)
        && tensor.PhaseCounts.All(counts => counts.Bits is >= 0 and < 1_000_000);

    private static OptimizerPlan Plan(OptimizerDescription optimizer) => new(
        optimizer,
        new OptimizerSettings { Seed = 5, WeightBits = 12, MomentumBits = 12, LaneRotation = 0 },
        new CellBankSettings { Lanes = 3 },
        [.. Lengths.Select((length, i) => new TensorPlan((uint)i, [length], 9, 3, $"tensor{i}"))]);

    private static BoardTensors Tensors(OptimizerPlan plan) => new(plan, [0, 1], new long[MessageLimits.Counts]);
}
