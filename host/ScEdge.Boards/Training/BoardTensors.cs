using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ScEdge.Boards.Connections;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Configuration;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Training.Optimization;

namespace ScEdge.Boards.Training;

/// <summary>
/// The tensors of a training that one board updates: its configuration and its state image.
/// </summary>
/// <param name="plan">Circuits of the whole training.</param>
/// <param name="indices">Indices of the board's tensors in the plan, ascending; they are also the identities of streams and cells.</param>
/// <param name="costs">Energy of each counted operation; aJ; in the order of <see cref="CountKind"/>.</param>
public sealed class BoardTensors(OptimizerPlan plan, IReadOnlyList<int> indices, IReadOnlyList<long> costs)
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
    /// <param name="tensors">All tensors of the training.</param>
    /// <param name="stepsDone">Steps that led to this state.</param>
    public byte[] WriteImage(IReadOnlyList<StepTensor> tensors, uint stepsDone)
    {
        byte[] header = new byte[ImageHeader];
        BinaryPrimitives.WriteUInt32LittleEndian(header, stepsDone);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(4), stepsDone == 0 ? 0 : stepsDone - 1);
        return [.. header, .. Indices.SelectMany(index => TensorStateWriter.Copy(tensors[index].Circuit))];
    }

    /// <summary>Takes over a full state image.</summary>
    public void ReadImage(IReadOnlyList<StepTensor> tensors, ReadOnlySpan<byte> image)
    {
        TensorStateReader reader = new(image[ImageHeader..].ToArray(), applies: true);
        foreach (TensorOptimizer circuit in Indices.Select(index => tensors[index].Circuit))
        {
            TensorState.Visit(circuit, reader);
            circuit.Refresh();
        }
    }

    private BeginConfigurationRequest Settings(bool isResident)
    {
        byte[] settings = OptimizerPlan.Write(plan.Settings, plan.Cells);
        return new BeginConfigurationRequest
        {
            Mode = isResident ? RegisterMode.Resident : RegisterMode.Tiled,
            Optimizer = (int)plan.Optimizer.Kind,
            Data = settings,
            DataLength = settings.Length,
        };
    }

    private AddTensorRequest Tensor(int index)
    {
        TensorPlan tensor = plan.Tensors[index];
        byte[] name = Encoding.ASCII.GetBytes(tensor.Name);
        AddTensorRequest request = new()
        {
            Rank = tensor.Shape.Length, WeightFractionBits = tensor.WeightFractionBits, Identity = tensor.Identity, Lanes = tensor.Lanes,
            Data = name, DataLength = name.Length,
        };
        for (int i = 0; i < tensor.Shape.Length; i++)
        {
            request.Shape[i] = (uint)tensor.Shape[i];
        }

        return request;
    }
}
