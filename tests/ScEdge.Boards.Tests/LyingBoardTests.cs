using System;
using System.Threading;
using ScEdge.Boards.Connections;
using ScEdge.Boards.Training;
using ScEdge.Emulator.Clocks;
using ScEdge.Input;
using ScEdge.Link.Links;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Capabilities;
using ScEdge.Protocol.Messages.State;
using ScEdge.Protocol.Sessions;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Boards.Tests;

/// <summary>What a board claims of its state is not believed where it cannot be, nor is a board of other bits used.</summary>
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
        PullStateResponse piece = new() { Offset = offset, Length = length, Data = new byte[bytes], DataLength = bytes };

        InputException exception = WithBoard(piece.Write, board => Assert.Throws<InputException>(() => board.PullState(StateImageKind.Full)));

        Assert.Contains("does not belong to its state", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(StreamFormat.Version + 1)]
    public void Create_BoardOfAnotherStreamFormat_IsOneSentence(int format)
    {
        OptimizerPlan plan = new(OptimizerDescription.Of(OptimizerKind.Momentum), new(), new(), [new TensorPlan(0, [8], 12, 1)]);
        GetCapabilitiesResponse capabilities = new() { LowestVersion = 1, HighestVersion = 1, StreamFormat = format, Name = "old" };

        InputException exception = WithBoard(
            capabilities.Write,
            board => Assert.Throws<InputException>(() => BoardEngine.Create(plan, [board], BoardMode.Auto, new long[MessageLimits.Counts])));

        Assert.Contains(
            $"the bits of stream format {format}, this program those of {StreamFormat.Version}",
            exception.Message,
            StringComparison.Ordinal);
    }

    private static T WithBoard<T>(Action<MessageWriter> answer, Func<BoardClient, T> ask)
    {
        SystemClock clock = new();
        MemoryLinkPair pair = new();
        using CancellationTokenSource stop = new();
        Thread board = new(() => Answer(pair.Second, clock, answer, stop.Token));
        board.Start();
        using BoardConnection connection = new(pair.First, clock, new LinkSettings(), 3, null, TimeSpan.FromSeconds(60));
        connection.Connect();
        T result = ask(new BoardClient(connection));
        stop.Cancel();
        board.Join();
        return result;
    }

    private static void Answer(IPortLink line, SystemClock clock, Action<MessageWriter> answer, CancellationToken stop)
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
                answer(writer);
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
