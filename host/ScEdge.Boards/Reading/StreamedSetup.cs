using System.Collections.Generic;
using System.Linq;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Capabilities;
using ScEdge.Protocol.Messages.Networks;
using ScEdge.Training.Networks;

namespace ScEdge.Boards.Reading;

/// <summary>
/// Describes a network to a board that keeps none of its weights.
/// </summary>
internal static class StreamedSetup
{
    /// <summary>Returns whether a board's firmware can read with weights that are streamed.</summary>
    public static bool CanStream(BoardClient client) => client.GetCapabilities().MinorVersion >= GetCapabilitiesRequest.StreamedWeights;

    /// <summary>Puts a network in force; the board gives up its registers for it.</summary>
    public static PreparedNetwork Describe(BoardClient client, ReadingNetwork network, ReadingSettings settings)
    {
        client.Connection.Post(MessageCode.BeginStreamedNetwork, NetworkSetup.Begin(network).Write, null);
        int parameter = 0;
        foreach (AddLayerRequest layer in network.Model.Layers.Select(NetworkSetup.Request))
        {
            if (layer.Kind is LayerKind.Convolution or LayerKind.Dense)
            {
                client.Connection.Post(MessageCode.AddStreamedLayer, Streamed(layer, network, parameter).Write, null);
                parameter += 2;
            }
            else
            {
                client.Connection.Post(MessageCode.AddLayer, layer.Write, null);
            }
        }

        return new PreparedNetwork(NetworkSetup.Apply(client, settings), network.Stream());
    }

    private static AddStreamedLayerRequest Streamed(AddLayerRequest layer, ReadingNetwork network, int weights) => new()
    {
        Kind = layer.Kind,
        Outputs = layer.Outputs,
        KernelSize = layer.KernelSize,
        Padding = layer.Padding,
        Identity = network.Tensors[weights].Identity,
        WeightFractionBits = network.Tensors[weights].FractionBits,
        BiasFractionBits = network.Tensors[weights + 1].FractionBits,
        WeightMaximum = Maximum(network.Registers[weights]),
    };

    private static int Maximum(IEnumerable<short> registers) => registers.Max(static register => register < 0 ? -register : register);
}
