using System;
using System.Threading;
using ScEdge.Boards.Connections;
using ScEdge.Emulator.Clocks;
using ScEdge.Input;
using ScEdge.Link.Links;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.State;
using ScEdge.Protocol.Sessions;

namespace ScEdge.Boards.Tests;

/// <summary>What a board claims of its state is not believed where it cannot be.</summary>
[Trait("Kind", "Unit")]
public sealed class LyingBoardTests
{
    [Theory]
    [InlineData(0, 0, 4)]
    [InlineData(0, 0xFFFF_FFFF, 4)]
    [InlineData(100, 16, 4)]
    [InlineData(14, 16, 4)]
    [InlineData(0xFFFF_FFFF, 16, 4)]
    [InlineData(0, 2, 4)]
    public void PullState_PieceThatDoesNotFit_IsOneSentence(uint offset, uint length, int bytes)
    {
        SystemClock clock = new();
        MemoryLinkPair pair = new();
        using CancellationTokenSource stop = new();
        Thread board = new(() => Answer(pair.Second, clock,
            new PullStateResponse { Offset = offset, Length = length, Data = new byte[bytes], DataLength = bytes }, stop.Token));
        board.Start();
        using BoardConnection connection = new(pair.First, clock, new LinkSettings(), 3, null, TimeSpan.FromSeconds(60));
        connection.Connect();

        InputException exception = Assert.Throws<InputException>(() => new BoardClient(connection).PullState(StateImageKind.Full));

        Assert.Contains("does not belong to its state", exception.Message, StringComparison.Ordinal);
        stop.Cancel();
        board.Join();
    }

    private static void Answer(IPortLink line, SystemClock clock, PullStateResponse answer, CancellationToken stop)
    {
        ReliableLink link = new(new LinkSettings(), line, clock, 9, null);
        MessageReader request = new();
        MessageWriter writer = new(1024);
        link.Listen();
        while (!stop.IsCancellationRequested)
        {
            link.Poll();
            if (link.Received is { } frame)
            {
                request.Begin(frame.Body, FrameFormat.HeaderLength, frame.Length);
                writer.Begin(request.Code, isAnswer: true, request.Number, link.MaximumPayload);
                answer.Write(writer);
                link.Release();
                link.TrySend(MessageLimits.RequestChannel, writer.Buffer, 0, writer.Length);
            }
            else
            {
                line.Wait(1);
            }
        }
    }
}
