using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Boards.Connections;
using ScEdge.Input;
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

    // Tiles begin at multiples of 32.
    private const int LeastTile = 32;

    // More than any circuit does for a bit of a stream and for a parameter: what is beyond that was not counted.
    private const int OperationsPerBit = 16;
    private const int OperationsPerParameter = 64;

    /// <summary>Gets the indices of the tensors in the plan.</summary>
    public IReadOnlyList<int> Indices { get; } = indices;

    /// <summary>Gets the number of parameters.</summary>
    public int Parameters { get; } = indices.Sum(index => plan.Tensors[index].Length);

    /// <summary>Puts the configuration in force; the board's registers are zero afterwards.</summary>
    /// <param name="client">Board.</param>
    /// <param name="isResident">Whether the board keeps the registers, or tiles pass through it.</param>
    /// <returns>The check by which the board knows the configuration, and its memory.</returns>
    /// <exception cref="BoardRefusalException">It does not fit, or cannot be used.</exception>
    /// <exception cref="InputException">What the board has put in force is not what it was given.</exception>
    public ApplyConfigurationResponse Configure(BoardClient client, bool isResident)
    {
        ArgumentNullException.ThrowIfNull(client);
        ConfigurationCheck check = new();
        BeginConfigurationRequest settings = Settings(isResident);
        client.Connection.Post(check.Add(MessageCode.BeginConfiguration, settings), settings.Write, null);
        SetOperationCostsRequest prices = new();
        for (int i = 0; i < prices.Attojoules.Length; i++)
        {
            prices.Attojoules[i] = costs[i];
        }

        client.Connection.Post(check.Add(MessageCode.SetOperationCosts, prices), prices.Write, null);
        AddTensorResponse added = new();
        for (int i = 0; i < Indices.Count; i++)
        {
            int number = i;
            AddTensorRequest tensor = Tensor(Indices[i]);
            client.Post(check.Add(MessageCode.AddTensor, tensor), tensor, added, answer => answer.Tensor == number, onAnswer: null);
        }

        return client.Ask(
            MessageCode.ApplyConfiguration,
            null,
            new ApplyConfigurationResponse(),
            answer => answer.Check == check.Value && answer.Parameters == Parameters
                && (isResident ? answer is { ImageLength: > 0, TileLength: 0 } : answer is { ImageLength: 0, TileLength: >= LeastTile }));
    }

    /// <summary>Returns whether counts of operations can be those of a step.</summary>
    /// <param name="counts">The counts, in the order of <see cref="CountKind"/>.</param>
    /// <param name="parameters">Parameters that were updated.</param>
    public bool CanBe(ReadOnlySpan<long> counts, int parameters)
    {
        OptimizerSettings settings = plan.Settings;
        long longest = Math.Max(settings.GradientLength, Math.Max(settings.DecayLength, settings.WeightLength));
        return !counts.ContainsAnyExceptInRange(0, (parameters + 1) * ((OperationsPerBit * longest) + OperationsPerParameter));
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

    /// <summary>Returns the length of the full state image; bytes.</summary>
    public int ImageLength(IReadOnlyList<StepTensor> tensors) =>
        ImageHeader + Indices.Sum(index => TensorStateWriter.Copy(tensors[index].Circuit).Length);

    /// <summary>Takes over a full state image.</summary>
    /// <param name="tensors">All tensors of the training; their weights are what the board last gave.</param>
    /// <param name="image">The image.</param>
    /// <returns>Whether it can be one of these tensors, with these weights; if not, nothing was taken over.</returns>
    public bool ReadImage(IReadOnlyList<StepTensor> tensors, byte[] image)
    {
        ArgumentNullException.ThrowIfNull(image);
        TensorOptimizer[] circuits = [.. Indices.Select(index => tensors[index].Circuit)];
        if (image.Length != ImageLength(tensors) || !Walk(circuits, image, applies: false))
        {
            return false;
        }

        byte[][] before = [.. circuits.Select(TensorStateWriter.Copy)];
        short[][] weights = [.. circuits.Select(static circuit => (short[])circuit.Weights.Clone())];
        Walk(circuits, image, applies: true);
        if (circuits.Zip(weights).All(static pair => pair.First.Weights.AsSpan().SequenceEqual(pair.Second)))
        {
            return true;
        }

        for (int i = 0; i < circuits.Length; i++)
        {
            TensorStateReader.Restore(circuits[i], before[i]);
        }

        return false;
    }

    private static bool Walk(TensorOptimizer[] circuits, byte[] image, bool applies)
    {
        TensorStateReader reader = new(image[ImageHeader..], applies);
        foreach (TensorOptimizer circuit in circuits)
        {
            TensorState.Visit(circuit, reader);
            if (applies)
            {
                circuit.Refresh();
            }
        }

        return !reader.HasFailed;
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
        return new BoardTensor(tensor.Name, tensor.Shape, plan.Settings.WeightBits, tensor.WeightFractionBits, tensor.Identity)
            .Request(tensor.Lanes);
    }
}
