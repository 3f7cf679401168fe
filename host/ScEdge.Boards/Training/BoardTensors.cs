using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using ScEdge.Boards.Connections;
using ScEdge.Protocol.Messages;
using OptimizerKind = ScEdge.Protocol.Messages.OptimizerKind;
using ScEdge.Protocol.Messages.Configuration;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Training.Optimization;
using Optimization = ScEdge.Training.Optimization.OptimizerKind;

namespace ScEdge.Boards.Training;

/// <summary>
/// The tensors of a training that one board updates: its configuration and its state image.
/// </summary>
/// <param name="plan">Circuits of the whole training.</param>
/// <param name="indices">Indices of the board's tensors in the plan, ascending; they are also the identities of streams and cells.</param>
/// <param name="costs">Energy of each counted operation; aJ; in the order of <see cref="CountKind"/>.</param>
public sealed class BoardTensors(StochasticPlan plan, IReadOnlyList<int> indices, IReadOnlyList<long> costs)
{
    // The fields before the first tensor: steps done, last step.
    private const int ImageHeader = 8;

    /// <summary>Gets the indices of the tensors in the plan.</summary>
    public IReadOnlyList<int> Indices { get; } = indices;

    /// <summary>Gets the number of parameters.</summary>
    public int Parameters { get; } = indices.Sum(index => plan.Tensors[index].Length);

    /// <summary>Puts the configuration in force; the board's registers are zero afterwards.</summary>
    /// <param name="connection">Board.</param>
    /// <param name="isResident">Whether the board keeps the registers, or tiles pass through it.</param>
    /// <returns>The check by which the board knows the configuration, and its memory.</returns>
    /// <exception cref="BoardRefusalException">It does not fit, or cannot be used.</exception>
    public ApplyConfigurationResponse Configure(BoardConnection connection, bool isResident)
    {
        connection.Post(MessageCode.BeginConfiguration, Settings(isResident).Write, null);
        SetOperationCostsRequest prices = new();
        for (int i = 0; i < prices.Attojoules.Length; i++)
        {
            prices.Attojoules[i] = costs[i];
        }

        connection.Post(MessageCode.SetOperationCosts, prices.Write, null);
        foreach (int index in Indices)
        {
            connection.Post(MessageCode.AddTensor, Tensor(index).Write, null);
        }

        ApplyConfigurationResponse applied = new();
        connection.Ask(MessageCode.ApplyConfiguration, null, reader => applied.Read(reader));
        return applied;
    }

    /// <summary>Writes the full state image of the tensors.</summary>
    /// <param name="optimizer">Holds them.</param>
    /// <param name="stepsDone">Steps that led to this state.</param>
    public byte[] WriteImage(StochasticOptimizer optimizer, uint stepsDone)
    {
        using MemoryStream image = new();
        using BinaryWriter writer = new(image);
        writer.Write(stepsDone);
        writer.Write(stepsDone == 0 ? 0 : stepsDone - 1);
        foreach (TensorOptimizer tensor in Indices.Select(index => optimizer.Tensors[index]))
        {
            writer.Write(tensor.AuxiliaryFractionBits);
            writer.Write(tensor.Bank.Cycles);
            foreach (uint word in tensor.Bank.Memory ?? [])
            {
                writer.Write(word);
            }

            foreach (short register in Registers(tensor).SelectMany(static registers => registers))
            {
                writer.Write(register);
            }
        }

        return image.ToArray();
    }

    /// <summary>Takes over a full state image.</summary>
    public void ReadImage(StochasticOptimizer optimizer, ReadOnlySpan<byte> image)
    {
        int at = ImageHeader;
        foreach (TensorOptimizer tensor in Indices.Select(index => optimizer.Tensors[index]))
        {
            tensor.AuxiliaryFractionBits = BinaryPrimitives.ReadInt32LittleEndian(image[at..]);
            tensor.Bank.Restore(BinaryPrimitives.ReadInt64LittleEndian(image[(at + 4)..]));
            at += 12;
            if (tensor.Bank.Memory is { } memory)
            {
                Take(image, MemoryMarshal.AsBytes(memory.AsSpan()), ref at);
            }

            foreach (short[] registers in Registers(tensor))
            {
                Take(image, MemoryMarshal.AsBytes(registers.AsSpan()), ref at);
            }

            tensor.Refresh();
        }
    }

    private static void Take(ReadOnlySpan<byte> image, Span<byte> target, ref int at)
    {
        image.Slice(at, target.Length).CopyTo(target);
        at += target.Length;
    }

    private static IEnumerable<short[]> Registers(TensorOptimizer tensor)
    {
        yield return tensor.Weights;
        for (int i = 0; tensor.Auxiliary(i) is { } registers; i++)
        {
            yield return registers;
        }
    }

    private BeginConfigurationRequest Settings(bool isResident)
    {
        OptimizerSettings settings = plan.Settings;
        CellBankSettings cells = plan.Tensors[Indices[0]].Cells;
        return new BeginConfigurationRequest
        {
            Mode = isResident ? 1 : 2,
            Optimizer = plan.Optimizer switch
            {
                Optimization.ScSgd => OptimizerKind.Sgd,
                Optimization.ScAdam => OptimizerKind.Adam,
                _ => OptimizerKind.Momentum,
            },
            Encoding = (int)settings.Encoding,
            Seed = settings.Seed,
            GradientLength = settings.GradientLength,
            DecayLength = settings.DecayLength,
            WeightLength = settings.WeightLength,
            WeightBits = settings.WeightBits,
            MomentumBits = settings.MomentumBits,
            MomentumDecay = settings.MomentumDecay,
            WeightDecay = settings.WeightDecay,
            RateAsStream = settings.RateAsStream,
            LaneRotation = settings.LaneRotation,
            ScaleShift = settings.ScaleShift,
            Lanes = cells.Lanes,
            CellsPerLane = cells.CellsPerLane,
            SerialWrite = cells.SerialWrite,
            DeviceToDevice = cells.DeviceToDevice,
            DeviceToDeviceSeed = cells.DeviceToDeviceSeed,
            CycleToCycle = cells.CycleToCycle,
            DriveBits = cells.DriveBits,
            DriveOffset = cells.DriveOffset,
            StuckSet = cells.StuckSet,
            StuckSetSeed = cells.StuckSetSeed,
            StuckReset = cells.StuckReset,
            StuckResetSeed = cells.StuckResetSeed,
            ResidualFilament = cells.ResidualFilament,
            ReadDisturb = cells.ReadDisturb,
            Wear = cells.Wear,
            EnduranceCycles = cells.EnduranceCycles,
        };
    }

    private AddTensorRequest Tensor(int index)
    {
        TensorPlan tensor = plan.Tensors[index];
        AddTensorRequest request = new()
        {
            Rank = tensor.Shape.Count, WeightFractionBits = tensor.WeightFractionBits, Identity = (uint)index, Lanes = tensor.Cells.Lanes,
        };
        for (int i = 0; i < tensor.Shape.Count; i++)
        {
            request.Shape[i] = (uint)tensor.Shape[i];
        }

        return request;
    }
}
