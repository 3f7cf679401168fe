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
        BeginTileStepResponse begun = Client.Ask(
            MessageCode.BeginTileStep,
            begin,
            new BeginTileStepResponse(),
            answer => answer.RescaleShift is >= -1 and <= 1 && TensorStateReader.IsScale(answer.AuxiliaryFractionBits)
                && Tensors.CanBe(Widened(answer.Counts), parameters: 0));
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
        PhaseDescription? description = phase == BeginTilePhaseRequest.Rescale ? null : circuit.Description.Phases[phase];
        int inputMask = description?.Inputs ?? circuit.Description.AuxiliaryArrays;
        int outputMask = description?.Outputs ?? circuit.Description.AuxiliaryArrays;
        BeginTilePhaseResponse ready = Client.Ask(
            MessageCode.BeginTilePhase,
            begin,
            new BeginTilePhaseResponse(),
            answer => answer.Inputs == inputMask && answer.Outputs == outputMask && TensorStateReader.IsScale(answer.AuxiliaryFractionBits));
        circuit.AuxiliaryFractionBits = ready.AuxiliaryFractionBits;
        TensorArray[] outputArrays = [.. ArraysOf(outputMask)];
        short[][] inputs = [.. ArraysOf(inputMask).Select(array => Array(tensor, array))];
        short[][] outputs = [.. outputArrays.Select(array => Array(tensor, array))];
        int[] limits = [.. outputArrays.Select(array => array == TensorArray.Weights ? circuit.WeightLimit : circuit.AuxiliaryLimit)];
        uint maximum = 0;
        long setEvents = 0;
        RunTileResponse done = new();
        void Take(MessageReader reader, RunTileRequest asked)
        {
            bool fits = done.Read(reader) && done.First == asked.First && done.Count == asked.Count
                && done.DataLength == 2 * done.Count * outputs.Length && Tensors.CanBe(Widened(done.Counts), done.Count)
                && Unpack(outputs, limits, done);
            if (!fits)
            {
                throw new InputException($"The board on {Client.Connection.Name} sent a tile that was not asked for: reset it and continue "
                    + "the run.");
            }

            maximum = Math.Max(maximum, done.Maximum);
            setEvents += done.Counts[(int)CountKind.SetEvents];
            CountNames.Add(counts, Widened(done.Counts));
        }

        int tile = FittingTile(Math.Max(inputs.Length, outputs.Length));
        byte[] data = new byte[2 * inputs.Length * tile];
        for (int first = 0; first < circuit.Weights.Length; first += tile)
        {
            int count = Math.Min(tile, circuit.Weights.Length - first);
            RunTileRequest run = new() { First = (uint)first, Count = count, Data = data, DataLength = Pack(inputs, first, count, data) };
            Client.Connection.Post(MessageCode.RunTile, run.Write, reader => Take(reader, run));
        }

        Client.Connection.Drain();
        long agedCycles = circuit.Bank.Cycles + setEvents;
        EndTilePhaseResponse ended = Client.Ask(
            MessageCode.EndTilePhase,
            new EndTilePhaseRequest { SetEvents = setEvents },
            new EndTilePhaseResponse(),
            answer => answer.CellCycles == agedCycles);
        circuit.Bank.Restore(ended.CellCycles);
        return maximum == (description is null ? 0 : RegisterScale.MaximumOf(outputs[0]))
            ? maximum
            : throw Client.Connection.Contradiction(MessageCode.RunTile);
    }

    /// <summary>Parameters of a tile that board and frames have room for; tiles begin at multiples of 32.</summary>
    /// <exception cref="InputException">The frames have room for none.</exception>
    private int FittingTile(int arrays)
    {
        int tile = Math.Min(TileLength, (Client.Connection.Link.MaximumPayload - TileOverhead) / (2 * arrays)) & ~31;
        return tile > 0
            ? tile
            : throw new InputException(
                $"The frames of the board on {Client.Connection.Name} are too short for tiles ({Client.Connection.Link.MaximumPayload} "
                + "bytes): use the resident mode or another board.");
    }

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

    /// <returns>Whether every register is within its limit.</returns>
    private static bool Unpack(short[][] arrays, int[] limits, RunTileResponse tile)
    {
        bool fits = true;
        int at = tile.DataOffset;
        for (int k = 0; k < arrays.Length; k++)
        {
            for (int i = 0; i < tile.Count; i++, at += 2)
            {
                short register = BinaryPrimitives.ReadInt16LittleEndian(tile.Data.AsSpan(at));
                fits &= register <= limits[k] && register >= -limits[k];
                arrays[k][tile.First + i] = register;
            }
        }

        return fits;
    }
}
