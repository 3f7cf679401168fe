using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Boards.Connections;
using ScEdge.Input;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Networks;

namespace ScEdge.Boards.Reading;

/// <summary>
/// Has a board read images, several on the line at a time, whatever happens to the board and the line.
/// </summary>
/// <remarks>
/// In every new session the network is put in force again, whatever the board has by then, and its counts begin at zero. Of what the board did
/// before, only that counts of which it has told; the images since are read again, with the same scores: the bits of an image depend on its serial
/// numbers alone. So the counts are those of each image once. Where the weights are streamed, they pass once for as many images as the board holds.
/// </remarks>
/// <param name="client">Board.</param>
/// <param name="prepare">Puts the network in force, the same one every time, with counts of zero, and returns it. A board that has other registers
/// by then gets them again, or it throws.</param>
public sealed class BoardReader(BoardClient client, Func<BoardClient, PreparedNetwork> prepare)
{
    private readonly GetLayerCountsResponse _answer = new();
    private long[][] _counts = [];
    private long[][] _countsOfSession = [];
    private uint _imagesOfSession;
    private ImageFeed? _feed;

    /// <summary>Gets the network in force, once it is known.</summary>
    public NetworkResponse? Network { get; private set; }

    /// <summary>Gets how many images one pass of streamed weights serves, once the board has said it; null where it has the weights.</summary>
    public int? ImagesPerPass { get; private set; }

    /// <summary>Connects to the board and has it ready to read.</summary>
    public NetworkResponse Prepare()
    {
        Repeat(static () => { });
        return Network!;
    }

    /// <summary>Reads images.</summary>
    /// <param name="tasks">The images; each of as many pixels as the network takes.</param>
    /// <param name="read">Receives the position of the image among the tasks and what was read, in order, each once.</param>
    public void Read(IReadOnlyList<ReadingTask> tasks, Action<int, BoardReading> read)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        int answered = 0;
        int counted = 0;
        Repeat(() =>
        {
            int first = counted;
            for (int i = first; i < tasks.Count; i++)
            {
                int position = i;
                _imagesOfSession++;
                _feed!.Post(tasks[i], reading =>
                {
                    if (position == answered)
                    {
                        answered++;
                        read(position, reading);
                    }
                });
                if (IsAccountDue(tasks, first, i + 1))
                {
                    _feed.Flush();
                    first = i + 1;
                    PostAccount(() => counted = position + 1);
                }
            }

            client.Connection.Drain();
            ImagesPerPass = _feed?.ImagesPerPass;
        });
    }

    /// <summary>Returns what the circuits of each layer that multiplies did for the images that were read: for each once, however often.</summary>
    /// <returns>Counts by layer, in the order of <see cref="CountKind"/>.</returns>
    public IReadOnlyList<long[]> GetCounts() => [.. _counts.Select(static counts => counts.ToArray())];

    /// <summary>Images that share the streams of the weights stay together: who reads the first of them again draws these again.</summary>
    private bool IsAccountDue(IReadOnlyList<ReadingTask> tasks, int first, int end) =>
        end == tasks.Count || (end - first >= _feed!.ImagesPerAccount && tasks[end].WeightSerial != tasks[end - 1].WeightSerial);

    /// <summary>Asks for the counts of the session so far, and adds those since the last account when all have come.</summary>
    private void PostAccount(Action onAccount)
    {
        uint images = _imagesOfSession;
        long[][] told = new long[_counts.Length][];
        for (int i = 0; i < told.Length; i++)
        {
            int layer = i;
            client.Post(
                MessageCode.GetLayerCounts,
                new GetLayerCountsRequest { Layer = layer },
                _answer,
                answer => answer.Images == images && answer.Counts.Zip(_countsOfSession[layer]).All(static pair => pair.First >= pair.Second),
                answer =>
                {
                    told[layer] = [.. answer.Counts];
                    if (layer == told.Length - 1)
                    {
                        Add(told);
                        onAccount();
                    }
                });
        }
    }

    private void Add(long[][] told)
    {
        for (int layer = 0; layer < told.Length; layer++)
        {
            for (int i = 0; i < told[layer].Length; i++)
            {
                _counts[layer][i] += told[layer][i] - _countsOfSession[layer][i];
            }
        }

        _countsOfSession = told;
    }

    private void Repeat(Action work)
    {
        try
        {
            client.Connection.Repeat(
                isNew =>
                {
                    if (isNew || Network is null)
                    {
                        Begin();
                    }
                },
                work,
                "repeat the command");
        }
        catch
        {
            // The board may go on with what was posted: its counts would not be those of the answers.
            Network = null;
            throw;
        }
    }

    private void Begin()
    {
        Network = null;
        client.CheckStreamFormat();
        (NetworkResponse network, byte[]? weights) = prepare(client);
        _counts = _counts.Length == 0 ? Zeros(network) : _counts;
        if (network.ProductLayers != _counts.Length)
        {
            throw client.Connection.Contradiction(MessageCode.ApplyNetwork);
        }

        _countsOfSession = Zeros(network);
        _imagesOfSession = 0;
        _feed = weights is null ? new ResidentFeed(client, network) : new StreamedFeed(client, network, weights);
        Network = network;
    }

    private static long[][] Zeros(NetworkResponse network) =>
        [.. Enumerable.Range(0, network.ProductLayers).Select(static _ => new long[MessageLimits.Counts])];
}
