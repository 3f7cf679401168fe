using System;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Networks;

namespace ScEdge.Boards.Reading;

/// <summary>
/// Sends images to a board that has the weights: it reads them one by one.
/// </summary>
/// <param name="client">Board.</param>
/// <param name="network">The network in force.</param>
internal sealed class ResidentFeed(BoardClient client, NetworkResponse network) : ImageFeed(client, network)
{
    /// <inheritdoc/>
    public override void Post(ReadingTask task, Action<BoardReading> read) =>
        PostReading(MessageCode.ReadImage, PostPixels(task), task.Serial, read);
}
