using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Boards;
using ScEdge.Boards.Connections;
using ScEdge.Boards.Reading;
using ScEdge.Cli.Boards;
using ScEdge.Cli.Pictures;
using ScEdge.Experiments.Evaluation;
using ScEdge.Input;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Networks;
using ScEdge.Statistics;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Cli.Classification;

/// <summary>
/// Has a board read pictures, with the network that it holds or with one that is brought to it.
/// </summary>
/// <remarks>A picture that is read again has other streams every time; this end decides when a class leads (<see cref="LeadTest"/>).</remarks>
/// <param name="connection">Line to the board.</param>
/// <param name="settings">What is to be read, and how.</param>
internal sealed class ClassifySession(BoardConnection connection, ClassifySettings settings)
{
    private (uint Network, uint Registers)? _checks;

    /// <summary>Gets the network in force, once it is known.</summary>
    public NetworkResponse? Network { get; private set; }

    /// <summary>Gets how many images one pass of streamed weights serves; null where the board has them.</summary>
    public int? ImagesPerPass { get; private set; }

    /// <summary>Reads all pictures.</summary>
    /// <exception cref="InputException">The board has no network, or another one after a reset, or a picture cannot be read.</exception>
    public IReadOnlyList<ClassifiedPicture> Run()
    {
        BoardReader reader = new(new BoardClient(connection), settings.Parameters is { } parameters ? Placement(parameters).Prepare : Held);
        NetworkResponse network = reader.Prepare();
        Network = network;
        if (network.Channels != 1)
        {
            throw new InputException($"The network on the board takes images of {network.Channels} channels: pictures are read in grey only.");
        }

        ClassifiedPicture[] pictures =
        [
            .. settings.Images.SelectMany(image => PictureFile.Read(image, network.Height, network.Width))
                .Select(picture => new ClassifiedPicture(picture, network.Classes)),
        ];
        LeadTest? test = settings.Until is { } confidence ? new LeadTest(network.Classes, confidence) : null;
        ClassifiedPicture[] open = pictures;
        uint serial = 0;
        for (int readings = 0; open.Length > 0 && readings < (test is null ? 1 : LeadTest.MostReadings); readings++)
        {
            ClassifiedPicture[] read = open;
            ReadingTask[] tasks = [.. read.Select(one => new ReadingTask(one.Picture.Pixels, serial, serial++))];
            reader.Read(tasks, (position, reading) => read[position].Add(reading));
            foreach (ClassifiedPicture one in test is null ? [] : read)
            {
                one.IsDecided = test!.IsDecided(one.Logits);
            }

            open = [.. read.Where(static one => one.IsDecided == false)];
        }

        ImagesPerPass = reader.ImagesPerPass;
        return pictures;
    }

    private NetworkPlacement Placement(string parameters)
    {
        StreamSource source = settings.Source ?? BoardNetworks.DefaultSource;
        StreamEvaluationRequest.RequireFreshStreams(source, readsAgain: settings.Until is not null);
        return BoardNetworks.Placement(
            BoardNetworks.Of(TrainedNetwork.Load(parameters)),
            BoardNetworks.Settings(settings.Length ?? BoardNetworks.DefaultLength, source, settings.Seed));
    }

    private PreparedNetwork Held(BoardClient client)
    {
        NetworkResponse held = client.GetNetwork() ?? throw new InputException(
            $"The board on {connection.Name} has no network to read with: push one with params push, or train on it.");
        if (client.GetStatus().Mode == RegisterMode.None)
        {
            throw new InputException(
                $"The board on {connection.Name} keeps no weights: give the network that it is to read with by --parameters RUNDIR.");
        }

        int length = settings.Length ?? held.Length;
        StreamSource source = settings.Source ?? (StreamSource)held.Source;
        StreamEvaluationRequest.RequireFreshStreams(source, readsAgain: settings.Until is not null);
        NetworkResponse applied = NetworkSetup.Apply(client, BoardNetworks.Settings(length, source, settings.Seed));
        (uint Network, uint Registers) checks = (applied.Check, client.GetStatus().StateCheck);
        _checks ??= checks;
        return _checks == checks ? new PreparedNetwork(applied) : throw new InputException(
            $"The board on {connection.Name} started anew while it read, with another network than before: push the one that it is to read with, "
            + "keep it with device checkpoint, and repeat the command.");
    }
}
