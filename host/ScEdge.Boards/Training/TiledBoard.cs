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
    // Header, place, maximum and counts of an answer: the largest part of a frame that is no register.
    private const int TileOverhead = 80;

    /// <summary>Makes the worker.</summary>
    public TiledBoard(BoardClient client, BoardTensors tensors)
        : base(client, tensors, isResident: false)
    {
    }

    /// <inheritdoc/>
    public override void Step(IReadOnlyList<StepTensor> tensors, uint step, LearningRate rate)
    {
        for (int i = 0; i < Tensors.Indices.Count; i++)
        {
            int number = i;
            StepTensor tensor = tensors[Tensors.Indices[i]];
            byte[] before = TensorStateWriter.Copy(tensor.Circuit);
            Repeat(() =>
            {
                TensorStateReader.Restore(tensor.Circuit, before);
                tensor.ClearCounts();
                Step(tensor, number, step, rate);
            });
        }
    }

    /// <inheritdoc/>
    public override void Synchronize(IReadOnlyList<StepTensor> tensors)
    {
        // The tensors are the registers.
    }

    /// <inheritdoc/>
    public override void Restore(IReadOnlyList<StepTensor> tensors)
    {
        foreach (int index in Tensors.Indices)
        {
            tensors[index].Circuit.Refresh();
        }
    }

    /// <inheritdoc/>
    protected override void Begin(GetStatusResponse? status)
    {
        // The board keeps nothing between two tensors.
    }

    private static short[] Array(StepTensor tensor, TensorArray array) =>
        array == TensorArray.Gradients ? tensor.Gradient.Values : tensor.Circuit.Registers(array);

    /// <summary>Finds the largest magnitude of what each phase changes.</summary>
    private static void FindMaxima(TensorOptimizer circuit, uint[] maxima)
    {
        PhaseDescription[] phases = circuit.Description.Phases;
        for (int phase = 0; phase < phases.Length; phase++)
        {
            maxima[phase] = RegisterScale.MaximumOf(circuit.Registers(phases[phase].Target));
        }
    }

    private void Step(StepTensor tensor, int number, uint step, LearningRate rate)
    {
        TensorOptimizer circuit = tensor.Circuit;
        BeginTileStepRequest begin = new()
        {
            Tensor = number,
            Step = step,
            RateFraction = rate.Fraction,
            RateShift = rate.Shift,
            GradientMaximum = tensor.Gradient.Maximum,
            GradientFractionBits = tensor.Gradient.FractionBits,
            AuxiliaryFractionBits = circuit.AuxiliaryFractionBits,
            CellCycles = circuit.Bank.Cycles,
        };
        FindMaxima(circuit, begin.Maxima);
        BeginTileStepResponse begun = new();
        Client.Connection.Ask(MessageCode.BeginTileStep, begin.Write, reader => begun.Read(reader));
        CountNames.Add(tensor.PhaseCounts[^1], Widened(begun.Counts));
        uint[] maxima = begin.Maxima;
        if (begun.RescaleShift != 0)
        {
            RunPhase(tensor, BeginTilePhaseRequest.Rescale, maxima, new OperationCounts());
            FindMaxima(circuit, maxima);
        }

        for (int phase = 0; phase < circuit.PhaseCount; phase++)
        {
            maxima[phase] = RunPhase(tensor, phase, maxima, tensor.PhaseCounts[phase]);
        }

        circuit.Refresh();
    }

    private uint RunPhase(StepTensor tensor, int phase, uint[] maxima, OperationCounts counts)
    {
        TensorOptimizer circuit = tensor.Circuit;
        BeginTilePhaseRequest begin = new() { Phase = phase };
        maxima.CopyTo(begin.Maxima, 0);
        BeginTilePhaseResponse ready = new();
        Client.Connection.Ask(MessageCode.BeginTilePhase, begin.Write, reader => ready.Read(reader));
        circuit.AuxiliaryFractionBits = ready.AuxiliaryFractionBits;
        short[][] inputs = [.. ArraysOf(ready.Inputs).Select(array => Array(tensor, array))];
        short[][] outputs = [.. ArraysOf(ready.Outputs).Select(array => Array(tensor, array))];
        uint maximum = 0;
        long setEvents = 0;
        RunTileResponse done = new();
        void Take(MessageReader reader)
        {
            if (!done.Read(reader) || done.First + (long)done.Count > circuit.Weights.Length || done.DataLength != 2 * done.Count * outputs.Length)
            {
                throw new InputException($"The board on {Client.Connection.Name} sent a tile that was not asked for: reset it and continue "
                    + "the run.");
            }

            maximum = Math.Max(maximum, done.Maximum);
            setEvents += done.Counts[(int)CountKind.SetEvents];
            CountNames.Add(counts, Widened(done.Counts));
            Unpack(outputs, done);
        }

        int tile = FittingTile(Math.Max(inputs.Length, outputs.Length));
        byte[] data = new byte[2 * inputs.Length * tile];
        for (int first = 0; first < circuit.Weights.Length; first += tile)
        {
            int count = Math.Min(tile, circuit.Weights.Length - first);
            RunTileRequest run = new() { First = (uint)first, Count = count, Data = data, DataLength = Pack(inputs, first, count, data) };
            Client.Connection.Post(MessageCode.RunTile, run.Write, Take);
        }

        Client.Connection.Drain();
        EndTilePhaseResponse ended = new();
        Client.Connection.Ask(MessageCode.EndTilePhase, new EndTilePhaseRequest { SetEvents = setEvents }.Write, reader => ended.Read(reader));
        circuit.Bank.Restore(ended.CellCycles);
        return maximum;
    }

    /// <summary>Parameters of a tile that board and frames have room for; tiles begin at multiples of 32.</summary>
    private int FittingTile(int arrays) => Math.Min(TileLength, (Client.Connection.Link.MaximumPayload - TileOverhead) / (2 * arrays) & ~31);

    private static long[] Widened(uint[] counts) => [.. counts.Select(static count => (long)count)];

    private static IEnumerable<TensorArray> ArraysOf(int mask) => Enum.GetValues<TensorArray>().Where(array => ((mask >> (int)array) & 1) != 0);

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
