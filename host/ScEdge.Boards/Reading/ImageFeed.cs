using System;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Networks;

namespace ScEdge.Boards.Reading;

/// <summary>
/// Sends images to a board in one session, without waiting for what it reads.
/// </summary>
/// <param name="client">Board.</param>
/// <param name="network">The network in force.</param>
internal abstract class ImageFeed(BoardClient client, NetworkResponse network)
{
    private readonly PutPixelsResponse _taken = new();

    /// <summary>Gets how many images one pass of the weights serves, once the board has said it; null where it has the weights.</summary>
    public virtual int? ImagesPerPass => null;

    /// <summary>Gets after how many images the board tells its counts: as many are read again where a session is lost.</summary>
    public virtual int ImagesPerAccount => 32;

    /// <summary>Gets the board.</summary>
    protected BoardClient Client { get; } = client;

    /// <summary>Has an image read.</summary>
    /// <param name="task">The image.</param>
    /// <param name="read">Receives what was read in it, after those before it.</param>
    public abstract void Post(ReadingTask task, Action<BoardReading> read);

    /// <summary>Has all images read that still wait for others.</summary>
    public virtual void Flush()
    {
    }

    /// <summary>Sends the pixels of an image that do not fit in the last request.</summary>
    /// <returns>That request, with the others.</returns>
    protected ReadImageRequest PostPixels(ReadingTask task)
    {
        byte[] pixels = task.Pixels.ToArray();
        int chunk = Client.ChunkLength;
        int offset = 0;
        for (; pixels.Length - offset > chunk; offset += chunk)
        {
            int reached = offset + chunk;
            Client.Post(
                MessageCode.PutPixels,
                new PutPixelsRequest { Offset = offset, Data = pixels, DataOffset = offset, DataLength = chunk },
                _taken,
                answer => answer.Received == reached,
                onAnswer: null);
        }

        return new ReadImageRequest
        {
            Serial = task.Serial, WeightSerial = task.WeightSerial,
            Offset = offset, Data = pixels, DataOffset = offset, DataLength = pixels.Length - offset,
        };
    }

    /// <summary>Sends the request whose answer is what was read in an image.</summary>
    protected void PostReading(MessageCode code, Message request, uint serial, Action<BoardReading> read)
    {
        int classes = network.Classes;
        Client.Post(
            code,
            request,
            new ReadImageResponse(),
            answer => answer.Serial == serial && answer.Class < classes && answer.DataLength == 4 * classes && answer.Bits >= 0,
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
}
