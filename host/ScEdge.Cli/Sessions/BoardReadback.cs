using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScEdge.Boards;
using ScEdge.Boards.Connections;
using ScEdge.Boards.Reading;
using ScEdge.Cli.Boards;
using ScEdge.Cli.Output;
using ScEdge.Experiments.Evaluation;
using ScEdge.Input;
using ScEdge.Protocol.Messages;
using ScEdge.Training.Data;

namespace ScEdge.Cli.Sessions;

/// <summary>
/// The end of a training on a board: it reads a few test images with what it has learnt.
/// </summary>
internal static class BoardReadback
{
    private const int Images = 10;

    /// <summary>Has the board of a finished run read.</summary>
    /// <param name="port">Address of the board.</param>
    /// <param name="settings">How it is reached.</param>
    /// <param name="folder">Folder with the registers that the board was trained to last.</param>
    /// <param name="test">Test images.</param>
    /// <returns>What it read, or why it cannot, in a sentence.</returns>
    public static string Run(string port, BoardPortSettings settings, string folder, ImageSet test)
    {
        try
        {
            using BoardConnection connection = BoardPorts.Open(port, settings);
            ReadingNetwork network = BoardNetworks.Of(TrainedNetwork.Load(folder));
            NetworkPlacement placement = BoardNetworks.Placement(
                network, BoardNetworks.Settings(BoardNetworks.DefaultLength, BoardNetworks.DefaultSource, seed: 1));
            bool hasMadeRoom = false;
            BoardReader reader = new(new BoardClient(connection), client => Prepare(client, placement, network, ref hasMadeRoom));
            reader.Prepare();
            ReadingTask[] tasks = [.. Enumerable.Range(0, Math.Min(Images, test.Count)).Select(i =>
                new ReadingTask(test.Images.AsMemory(i * test.ImageLength, test.ImageLength), (uint)i, (uint)i))];
            List<BoardReading> readings = [];
            reader.Read(tasks, (_, reading) => readings.Add(reading));
            return Sentence(readings, test, hasMadeRoom, reader.ImagesPerPass);
        }
        catch (OperationCanceledException)
        {
            return "No test images were read on the board: interrupted.";
        }
        catch (InputException exception)
        {
            return $"No test images were read on the board. {exception.Message}";
        }
    }

    /// <summary>Describes the network on the registers of the training; where there is no room, all but the weights is given up for it.</summary>
    private static PreparedNetwork Prepare(BoardClient client, NetworkPlacement placement, ReadingNetwork network, ref bool hasMadeRoom)
    {
        try
        {
            return placement.Prepare(client);
        }
        catch (BoardRefusalException refusal) when (refusal.Error == ErrorCode.OutOfMemory && client.GetStatus().Mode == RegisterMode.Resident)
        {
            hasMadeRoom = true;
            new NetworkSetup(network).PutRegisters(client);
            return placement.Prepare(client);
        }
    }

    private static string Sentence(List<BoardReading> readings, ImageSet test, bool hasMadeRoom, int? imagesPerPass)
    {
        string read = string.Join(' ', readings.Select(static reading => reading.Class));
        string labels = string.Join(' ', test.Labels.Take(readings.Count));
        int right = readings.Where((reading, i) => reading.Class == test.Labels[i]).Count();
        string room = imagesPerPass is { } images
            ? $" Its weights do not fit there: they were {StreamedWeights.Text(images)}."
            : hasMadeRoom ? " The board keeps the weights alone now, to have room for the network." : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"The board reads {read} where the test images are labelled {labels}: {right} of {readings.Count}, in streams of "
                + $"{BoardNetworks.DefaultLength} bits, {readings.Average(static reading => reading.DeviceMicroseconds) / 1000:F1} ms each.{room}");
    }
}
