using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Boards.Connections;
using ScEdge.Input;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Configuration;
using ScEdge.Protocol.Messages.Networks;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Training.Networks;

namespace ScEdge.Boards.Reading;

/// <summary>
/// Brings a network to a board: registers where it has none, then the layers on them.
/// </summary>
/// <param name="network">The network.</param>
public sealed class NetworkSetup(ReadingNetwork network)
{
    /// <summary>Configures a board for the network's registers, to read with them alone, and pushes them.</summary>
    /// <param name="client">Board; what it was configured for is forgotten.</param>
    /// <param name="progress">Is told of the bytes that the board has taken; may be null.</param>
    /// <exception cref="BoardRefusalException">They do not fit.</exception>
    public void PutRegisters(BoardClient client, Action<int>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        OptimizerSettings settings = new() { WeightBits = network.Tensors.Max(static tensor => tensor.WeightBits) };
        byte[] bytes = OptimizerPlan.Write(settings, new CellBankSettings());
        BeginConfigurationRequest begin = new()
        {
            Mode = RegisterMode.Reading, Optimizer = (int)OptimizerKind.Sgd, Data = bytes, DataLength = bytes.Length,
        };
        ConfigurationCheck check = new();
        client.Connection.Post(check.Add(MessageCode.BeginConfiguration, begin), begin.Write, null);
        AddTensorResponse added = new();
        for (int i = 0; i < network.Tensors.Count; i++)
        {
            int number = i;
            AddTensorRequest tensor = network.Tensors[i].Request();
            client.Post(check.Add(MessageCode.AddTensor, tensor), tensor, added, answer => answer.Tensor == number, onAnswer: null);
        }

        int parameters = network.Tensors.Sum(static tensor => tensor.Count);
        client.Ask(
            MessageCode.ApplyConfiguration,
            null,
            new ApplyConfigurationResponse(),
            answer => answer.Check == check.Value && answer.Parameters == parameters);
        client.PushState(StateImageKind.Weights, network.Image(network.Tensors), progress);
    }

    /// <summary>Returns whether a board holds the network's registers already, whoever put them there.</summary>
    /// <param name="client">Board.</param>
    public bool IsOn(BoardClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        if (client.GetStatus().Mode is not (RegisterMode.Resident or RegisterMode.Reading))
        {
            return false;
        }

        IReadOnlyList<BoardTensor> tensors = client.GetTensors();
        if (!network.IsOn(tensors))
        {
            return false;
        }

        byte[] image = network.Image(tensors);
        return client.GetStateCheck(StateImageKind.Weights) == Crc32.Of(image, 0, image.Length);
    }

    /// <summary>Describes the network on the registers that the board holds, and puts it in force.</summary>
    /// <param name="client">Board.</param>
    /// <param name="settings">How it is to read.</param>
    /// <exception cref="BoardRefusalException">It does not fit, or the settings cannot be used.</exception>
    public NetworkResponse Describe(BoardClient client, ReadingSettings settings)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(settings);
        IReadOnlyList<BoardTensor> tensors = client.GetTensors();
        client.Connection.Post(MessageCode.BeginNetwork, Begin(network).Write, null);
        int parameter = 0;
        foreach (AddLayerRequest request in network.Model.Layers.Select(Request))
        {
            if (request.Kind is LayerKind.Convolution or LayerKind.Dense)
            {
                request.Weights = NumberOf(tensors, network.Tensors[parameter].Name);
                request.Bias = NumberOf(tensors, network.Tensors[parameter + 1].Name);
                parameter += 2;
            }

            client.Connection.Post(MessageCode.AddLayer, request.Write, null);
        }

        return Apply(client, settings);
    }

    /// <summary>Lets the network that a board has read with other settings.</summary>
    /// <param name="client">Board.</param>
    /// <param name="settings">How it is to read.</param>
    public static NetworkResponse Apply(BoardClient client, ReadingSettings settings)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(settings);
        byte[] bytes = settings.ToBytes();
        return client.Ask(
            MessageCode.ApplyNetwork,
            new ApplyNetworkRequest { Data = bytes, DataLength = bytes.Length },
            new NetworkResponse(),
            answer => BoardClient.CanBe(answer) && answer.Length == settings.Passes.ForwardLength && answer.Source == (int)settings.Passes.Source);
    }

    private static int NumberOf(IReadOnlyList<BoardTensor> tensors, string name)
    {
        for (int i = 0; i < tensors.Count; i++)
        {
            if (tensors[i].Name == name)
            {
                return i;
            }
        }

        throw new InputException($"The board has no registers named {name}: push the network's parameters to it first.");
    }

    /// <summary>Returns the request that begins the description of a network, whoever has the weights.</summary>
    internal static BeginNetworkRequest Begin(ReadingNetwork network) => new()
    {
        Channels = network.Model.InputChannels, Height = network.Model.InputHeight, Width = network.Model.InputWidth,
        Scale = network.Normalization.Scale, Shift = network.Normalization.Shift,
    };

    /// <summary>Returns a layer as a board takes it, without its tensors.</summary>
    internal static AddLayerRequest Request(LayerDescription layer) => layer switch
    {
        RectifierDescription => new AddLayerRequest { Kind = LayerKind.Rectifier },
        MaxPoolingDescription => new AddLayerRequest { Kind = LayerKind.Pooling },
        ConvolutionDescription it => new AddLayerRequest
        {
            Kind = LayerKind.Convolution, Outputs = it.OutputChannels, KernelSize = it.KernelSize, Padding = it.Padding,
        },
        DenseDescription it => new AddLayerRequest { Kind = LayerKind.Dense, Outputs = it.Outputs },
        _ => throw new NotSupportedException($"No board reads through {layer}."),
    };
}
