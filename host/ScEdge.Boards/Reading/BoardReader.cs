using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Boards.Connections;
using ScEdge.Input;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Networks;

namespace ScEdge.Boards.Reading;

/// <summary>
/// Has a board read images, several on the line at a time, whatever happens to the board and the line.
/// </summary>
/// <remarks>
/// After every new session the board is asked which network it has in force; one that was reset gets it again. What was answered is not asked again:
/// the bits of an image depend on its serial numbers alone.
/// </remarks>
/// <param name="client">Board.</param>
/// <param name="prepare">Brings the network to a board that does not have it, and returns what is in force.</param>
public sealed class BoardReader(BoardClient client, Func<BoardClient, NetworkResponse> prepare)
{
    // A line that never lasts for an image will not do better by the next session.
    private const int MostSessions = 100;

    private uint _check;

    /// <summary>Gets the network in force, once it is known.</summary>
    public NetworkResponse? Network { get; private set; }

    /// <summary>Returns whether an answer can be a network.</summary>
    internal static bool CanBe(NetworkResponse answer) => answer.Classes is >= 2 and <= MessageLimits.Classes && answer.ProductLayers is >= 1
        && (long)answer.Channels * answer.Height * answer.Width is >= 1 and <= short.MaxValue;

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
        Repeat(() =>
        {
            for (int i = answered; i < tasks.Count; i++)
            {
                int position = i;
                Post(tasks[i], reading =>
                {
                    answered++;
                    read(position, reading);
                });
            }

            client.Connection.Drain();
        });
    }

    /// <summary>Asks what the circuits of each layer that multiplies did since the network is in force.</summary>
    /// <returns>Counts by layer, in the order of <see cref="CountKind"/>.</returns>
    public IReadOnlyList<long[]> GetCounts()
    {
        List<long[]> counts = [];
        Repeat(() =>
        {
            counts.Clear();
            for (int layer = 0; layer < Network!.ProductLayers; layer++)
            {
                GetLayerCountsResponse answer = client.Ask(
                    MessageCode.GetLayerCounts,
                    new GetLayerCountsRequest { Layer = layer },
                    new GetLayerCountsResponse(),
                    static given => given.Counts.All(static count => count >= 0));
                counts.Add([.. answer.Counts]);
            }
        });
        return counts;
    }

    private void Post(ReadingTask task, Action<BoardReading> read)
    {
        byte[] pixels = task.Pixels.ToArray();
        PutPixelsResponse taken = new();
        int chunk = client.ChunkLength;
        int offset = 0;
        for (; pixels.Length - offset > chunk; offset += chunk)
        {
            int reached = offset + chunk;
            client.Post(
                MessageCode.PutPixels,
                new PutPixelsRequest { Offset = offset, Data = pixels, DataOffset = offset, DataLength = chunk },
                taken,
                answer => answer.Received == reached,
                onAnswer: null);
        }

        int classes = Network!.Classes;
        client.Post(
            MessageCode.ReadImage,
            new ReadImageRequest
            {
                Serial = task.Serial, WeightSerial = task.WeightSerial,
                Offset = offset, Data = pixels, DataOffset = offset, DataLength = pixels.Length - offset,
            },
            new ReadImageResponse(),
            answer => answer.Serial == task.Serial && answer.Class < classes && answer.DataLength == 4 * classes && answer.Bits >= 0,
            answer => read(Reading(answer)));
    }

    private static BoardReading Reading(ReadImageResponse answer)
    {
        int[] scores = new int[answer.DataLength / 4];
        for (int i = 0; i < scores.Length; i++)
        {
            scores[i] = (int)LittleEndian.ReadUInt32(answer.Data, answer.DataOffset + (4 * i));
        }

        return new BoardReading(answer.Class, scores, answer.Exponent, answer.Lead, answer.Bits, answer.DeviceMicroseconds);
    }

    private void Repeat(Action work)
    {
        for (int i = 0; i < MostSessions; i++)
        {
            try
            {
                if (client.Connection.Connect() || Network is null)
                {
                    Begin();
                }

                work();
                return;
            }
            catch (BoardLostException)
            {
                Network = null;
            }
        }

        throw new InputException(
            $"The board on {client.Connection.Name} lost its session {MostSessions} times in one piece of work: check cable, power and "
            + "speed of the line, then repeat the command.");
    }

    private void Begin()
    {
        NetworkResponse? held = _check == 0 ? null : client.GetNetwork();
        Network = held?.Check == _check ? held : prepare(client);
        _check = Network!.Check;
    }
}
