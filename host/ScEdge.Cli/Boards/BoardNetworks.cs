using System.Globalization;
using System.Linq;
using ScEdge.Boards;
using ScEdge.Boards.Reading;
using ScEdge.Experiments.Evaluation;
using ScEdge.Input;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Capabilities;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Cli.Boards;

/// <summary>
/// Trained networks as boards take them, and how they read unless told otherwise.
/// </summary>
internal static class BoardNetworks
{
    /// <summary>Bits of a stream: with a shared sequence a chip reads an image about as fast with fewer.</summary>
    public const int DefaultLength = 32;

    /// <summary>Source of the bits: with it a chip has no need to keep a stream.</summary>
    public const StreamSource DefaultSource = StreamSource.SharedCells;

    // As many as a training has.
    private const int Lanes = 256;

    /// <summary>Returns a network as a board takes it.</summary>
    public static ReadingNetwork Of(TrainedNetwork network) => new(
        network.Model,
        network.Normalization,
        [.. network.Model.Parameters.Zip(network.Registers, (parameter, registers) => (parameter, registers)).Select((pair, i) =>
            new BoardTensor(pair.parameter.Name, pair.parameter.Shape, network.WeightBits, pair.registers.FractionBits, (uint)i))],
        [.. network.Registers.Select(static registers => registers.Values)]);

    /// <summary>Returns settings on cells that are all alike.</summary>
    public static ReadingSettings Settings(int length, StreamSource source, ulong seed) => new(
        new PassSettings { Seed = seed, ForwardLength = length, Source = source, WeightsPerImage = true },
        new CellBankSettings { Lanes = Lanes, CellsPerLane = length });

    /// <summary>
    /// Returns what has a board ready to read with a network: it brings the registers to one that does not hold them, where they fit, and otherwise
    /// streams the weights. A board that holds the registers of another training, which would be lost, is refused.
    /// </summary>
    public static NetworkPlacement Placement(ReadingNetwork network, ReadingSettings settings) => new(network, settings, RequireNoTraining);

    private static void RequireNoTraining(BoardClient client)
    {
        GetStatusResponse status = client.GetStatus();
        if (status.Mode == RegisterMode.Resident)
        {
            throw new InputException(string.Create(
                CultureInfo.InvariantCulture,
                $"The board on {client.Connection.Name} holds the registers of another training, {status.StepsDone:N0} steps done, which would be "
                    + $"lost: keep them with device checkpoint if they are needed, then free the board with device reset."));
        }
    }
}
