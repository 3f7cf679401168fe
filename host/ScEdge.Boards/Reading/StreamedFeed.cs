using System;
using System.Collections.Generic;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Networks;

namespace ScEdge.Boards.Reading;

/// <summary>
/// Sends images to a board that keeps no weights: as many as it holds, then all weights once for all of them.
/// </summary>
/// <param name="client">Board.</param>
/// <param name="network">The network in force.</param>
/// <param name="weights">All parameters as they pass through the board.</param>
internal sealed class StreamedFeed(BoardClient client, NetworkResponse network, byte[] weights) : ImageFeed(client, network)
{
    private readonly List<(uint Serial, Action<BoardReading> Read)> _held = [];
    private readonly HoldImageResponse _answer = new();
    private readonly StreamWeightsResponse _taken = new();
    private int _room;

    /// <inheritdoc/>
    public override int? ImagesPerPass => _room == 0 ? null : _room;

    /// <inheritdoc/>
    /// <remarks>A pass takes long on the line, and counts are short beside it.</remarks>
    public override int ImagesPerAccount => _room;

    /// <inheritdoc/>
    public override void Post(ReadingTask task, Action<BoardReading> read)
    {
        ReadImageRequest request = PostPixels(task);
        _held.Add((task.Serial, read));
        int held = _held.Count;
        Client.Post(MessageCode.HoldImage, request, _answer, answer => answer.Held == held && answer.Room >= held, answer => _room = answer.Room);
        if (_room == 0)
        {
            Client.Connection.Drain();
        }

        if (held >= _room)
        {
            Flush();
        }
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        if (_held.Count == 0)
        {
            return;
        }

        // Whole registers.
        int chunk = Client.ChunkLength & ~1;
        for (int offset = 0; offset < weights.Length; offset += chunk)
        {
            int count = Math.Min(chunk, weights.Length - offset);
            uint reached = (uint)(offset + count);
            Client.Post(
                MessageCode.StreamWeights,
                new StreamWeightsRequest { Offset = (uint)offset, Data = weights, DataOffset = offset, DataLength = count },
                _taken,
                answer => answer.Received == reached,
                onAnswer: null);
        }

        for (int image = 0; image < _held.Count; image++)
        {
            PostReading(MessageCode.GetReading, new GetReadingRequest { Image = image }, _held[image].Serial, _held[image].Read);
        }

        _held.Clear();
    }
}
