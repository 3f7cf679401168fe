using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Input;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Capabilities;
using ScEdge.Protocol.Messages.Tiles;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Training.Optimization;

namespace ScEdge.Boards.Training;

/// <summary>
/// A board that is too small for its tensors: the host keeps the registers and streams them through, tile by tile.
/// </summary>
/// <remarks>A tensor's step that was interrupted is repeated from the registers before it.</remarks>
internal sealed class TiledBoard : BoardWorker
{
    private const int RescalePhase = 255;

    // Header, place, maximum and counts of an answer: the largest part of a frame that is no register.
    private const int TileOverhead = 80;

    /// <summary>Makes the worker.</summary>
    public TiledBoard(BoardClient client, BoardTensors tensors)
        : base(client, tensors, isResident: false)
    {
    }

    /// <inheritdoc/>
    public override void Step(StochasticOptimizer optimizer, uint step, LearningRate rate)
    {
        for (int i = 0; i < Tensors.Indices.Count; i++)
        {
            int number = i;
            int index = Tensors.Indices[i];
            TensorOptimizer tensor = optimizer.Tensors[index];
            TensorSnapshot before = new(tensor);
            Repeat(() =>
            {
                before.Restore(tensor);
                for (int phase = 0; phase < tensor.PhaseCount; phase++)
                {
                    optimizer.StepCounts(index, phase).Clear();
                }

                Step(optimizer, number, index, step, rate);
            });
        }
    }

    /// <inheritdoc/>
    public override void Synchronize(StochasticOptimizer optimizer)
    {
        // The tensors are the registers.
    }

    /// <inheritdoc/>
    public override void Restore(StochasticOptimizer optimizer)
    {
        foreach (int index in Tensors.Indices)
        {
            optimizer.Tensors[index].Refresh();
        }
    }

    /// <inheritdoc/>
    protected override void Begin(GetStatusResponse? status)
    {
        // The board keeps nothing between two tensors.
    }

    private static short[] Array(StochasticOptimizer optimizer, int index, int bit) => bit switch
    {
        0 => optimizer.Gradients[index].Values,
        1 => optimizer.Tensors[index].Weights,
        _ => optimizer.Tensors[index].Auxiliary(bit - 2),
    };

    private static void FindMaxima(TensorOptimizer tensor, uint[] maxima)
    {
        int last = tensor.PhaseCount - 1;
        for (int phase = 0; phase < last; phase++)
        {
            maxima[phase] = RegisterScale.MaximumOf(tensor.Auxiliary(phase));
        }

        maxima[last] = RegisterScale.MaximumOf(tensor.Weights);
    }

    private void Step(StochasticOptimizer optimizer, int number, int index, uint step, LearningRate rate)
    {
        TensorOptimizer tensor = optimizer.Tensors[index];
        BeginTileStepRequest begin = new()
        {
            Tensor = number,
            Step = step,
            RateFraction = rate.Fraction,
            RateShift = rate.Shift,
            GradientMaximum = optimizer.Gradients[index].Maximum,
            GradientFractionBits = optimizer.Gradients[index].FractionBits,
            AuxiliaryFractionBits = tensor.AuxiliaryFractionBits,
            CellCycles = tensor.Bank.Cycles,
        };
        FindMaxima(tensor, begin.Maxima);
        BeginTileStepResponse begun = new();
        Client.Connection.Ask(MessageCode.BeginTileStep, begin.Write, reader => begun.Read(reader));
        CountNames.Add(optimizer.StepCounts(index, tensor.PhaseCount - 1), Widened(begun.Counts));
        uint[] maxima = begin.Maxima;
        if (begun.RescaleShift != 0)
        {
            RunPhase(optimizer, index, RescalePhase, maxima, new OperationCounts());
            FindMaxima(tensor, maxima);
        }

        for (int phase = 0; phase < tensor.PhaseCount; phase++)
        {
            maxima[phase] = RunPhase(optimizer, index, phase, maxima, optimizer.StepCounts(index, phase));
        }

        tensor.Refresh();
    }

    private uint RunPhase(StochasticOptimizer optimizer, int index, int phase, uint[] maxima, OperationCounts counts)
    {
        TensorOptimizer tensor = optimizer.Tensors[index];
        BeginTilePhaseRequest begin = new() { Phase = phase };
        maxima.CopyTo(begin.Maxima, 0);
        BeginTilePhaseResponse ready = new();
        Client.Connection.Ask(MessageCode.BeginTilePhase, begin.Write, reader => ready.Read(reader));
        tensor.AuxiliaryFractionBits = ready.AuxiliaryFractionBits;
        short[][] inputs = [.. Bits(ready.Inputs).Select(bit => Array(optimizer, index, bit))];
        short[][] outputs = [.. Bits(ready.Outputs).Select(bit => Array(optimizer, index, bit))];
        uint maximum = 0;
        long setEvents = 0;
        RunTileResponse done = new();
        void Take(MessageReader reader)
        {
            if (!done.Read(reader) || done.First + (long)done.Count > tensor.Weights.Length || done.DataLength != 2 * done.Count * outputs.Length)
            {
                throw new InputException($"The board on {Client.Connection.Name} sent a tile that was not asked for: reset it and continue the run.");
            }

            maximum = Math.Max(maximum, done.Maximum);
            setEvents += done.Counts[(int)CountKind.SetEvents];
            CountNames.Add(counts, Widened(done.Counts));
            Unpack(outputs, done);
        }

        int tile = FittingTile(Math.Max(inputs.Length, outputs.Length));
        byte[] data = new byte[2 * inputs.Length * tile];
        for (int first = 0; first < tensor.Weights.Length; first += tile)
        {
            int count = Math.Min(tile, tensor.Weights.Length - first);
            RunTileRequest run = new() { First = (uint)first, Count = count, Data = data, DataLength = Pack(inputs, first, count, data) };
            Client.Connection.Post(MessageCode.RunTile, run.Write, Take);
        }

        Client.Connection.Drain();
        EndTilePhaseResponse ended = new();
        Client.Connection.Ask(MessageCode.EndTilePhase, new EndTilePhaseRequest { SetEvents = setEvents }.Write, reader => ended.Read(reader));
        tensor.Bank.Restore(ended.CellCycles);
        return maximum;
    }

    /// <summary>Parameters of a tile that board and frames have room for; tiles begin at multiples of 32.</summary>
    private int FittingTile(int arrays) => Math.Min(TileLength, (Client.Connection.Link.MaximumPayload - TileOverhead) / (2 * arrays) & ~31);

    private static long[] Widened(uint[] counts) => [.. counts.Select(static count => (long)count)];

    private static IEnumerable<int> Bits(int mask) => Enumerable.Range(0, 4).Where(bit => ((mask >> bit) & 1) != 0);

    private static int Pack(short[][] arrays, int first, int count, byte[] data)
    {
        int at = 0;
        foreach (short[] array in arrays)
        {
            for (int i = first; i < first + count; i++, at += 2)
            {
                BinaryPrimitives.WriteInt16LittleEndian(data.AsSpan(at), array[i]);
            }
        }

        return at;
    }

    private static void Unpack(short[][] arrays, RunTileResponse tile)
    {
        int at = tile.DataOffset;
        foreach (short[] array in arrays)
        {
            for (int i = 0; i < tile.Count; i++, at += 2)
            {
                array[tile.First + i] = BinaryPrimitives.ReadInt16LittleEndian(tile.Data.AsSpan(at));
            }
        }
    }
}
