using System;
using ScEdge.Input;
using ScEdge.Protocol.Messages;

namespace ScEdge.Boards.Tests;

/// <summary>A message that no frame can take is refused with what to change in it.</summary>
[Trait("Kind", "Unit")]
public sealed class LongMessageTests
{
    [Theory]
    [InlineData(MessageCode.BeginConfiguration, "give the cells, and what their driver takes them for, fewer points")]
    [InlineData(MessageCode.ApplyNetwork, "give the cells, and what their driver takes them for, fewer points")]
    [InlineData(MessageCode.AddTensor, "shorten the names or the bytes in it")]
    [InlineData(MessageCode.PutGradients, "shorten the names or the bytes in it")]
    public void Post_LongerThanAFrame_SaysWhatToChange(MessageCode code, string remedy)
    {
        using TestBoard board = new();
        board.Client.Connection.Connect();
        int bytes = board.Client.Connection.Link.MaximumPayload;

        string message = Assert.Throws<InputException>(() =>
            board.Client.Connection.Post(code, writer => writer.WriteBytes(new byte[bytes], 0, bytes), null)).Message;

        Assert.StartsWith($"{code} does not fit into a frame of {bytes} bytes", message, StringComparison.Ordinal);
        Assert.Contains(remedy, message, StringComparison.Ordinal);
        board.Client.GetStatus();
    }
}
