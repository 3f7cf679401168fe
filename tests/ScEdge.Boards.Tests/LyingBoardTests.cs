using System;
using System.Linq;
using System.Threading;
using ScEdge.Boards.Connections;
using ScEdge.Boards.Reading;
using ScEdge.Boards.Training;
using ScEdge.Emulator.Clocks;
using ScEdge.Input;
using ScEdge.Link.Links;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Capabilities;
using ScEdge.Protocol.Messages.Cells;
using ScEdge.Protocol.Messages.Configuration;
using ScEdge.Protocol.Messages.Networks;
using ScEdge.Protocol.Messages.Service;
using ScEdge.Protocol.Messages.State;
using ScEdge.Protocol.Sessions;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Stochastic.Passes;
using ScEdge.Stochastic.Streams;
using ScEdge.Training.Data;
using ScEdge.Training.Networks;

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

        InputException exception = WithBoard(piece.Write, board => Assert.Throws<InputException>(() => board.PullState(StateImageKind.Full, 16)));

        Assert.Contains("does not belong to its state", exception.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, Func<MessageWriter, bool>, Action<BoardClient>> Contradictions()
    {
        Func<MessageWriter, bool> Answer(Message answer) => writer =>
        {
            answer.Write(writer);
            return true;
        };
        Func<MessageWriter, bool> nothing = static _ => true;
        return new()
        {
            { "no bytes of entropy", Answer(new GetEntropySampleResponse()), static board => board.GetEntropy(0, 8) },
            { "more bytes than asked for", Answer(
                new GetEntropySampleResponse { Data = new byte[12], DataLength = 12 }), static board => board.GetEntropy(0, 8) },
            { "bytes of another source", Answer(
                new GetEntropySampleResponse { Source = 1, Data = new byte[8], DataLength = 8 }), static board => board.GetEntropy(0, 8) },
            {
                "a push that goes on beyond its end",
                Answer(new BeginPushResponse { Offset = 0x8000_0000 }),
                static board => board.PushState(StateImageKind.Weights, new byte[8])
            },
            { "an unknown mode", Answer(new GetStatusResponse { Mode = (RegisterMode)7 }), static board => board.GetStatus() },
            { "a time before the start", Answer(new GetStatusResponse { UptimeMicroseconds = -1 }), static board => board.GetStatus() },
            { "another cell", Answer(new GetCellResponse { Cells = 8, Cell = 2 }), static board => board.GetCell(1) },
            { "no cells", Answer(new GetCellResponse()), static board => board.GetCell(0) },
            { "no tensors", Answer(new GetTensorResponse()), static board => board.GetTensors() },
            { "a tensor without a shape", Answer(new GetTensorResponse { TensorCount = 1, WeightBits = 16 }), static board => board.GetTensors() },
            {
                "failures of tests that were not run",
                Answer(new RunSelfTestResponse { Failed = SelfTests.Check }),
                static board => board.RunSelfTest()
            },
            { "a network of one class", Answer(Network(classes: 1)), static board => board.GetNetwork() },
            { "a network of images without pixels", Answer(Network(width: 0)), static board => board.GetNetwork() },
            { "a network of streams of no length", Answer(Network(length: 7)), static board => board.GetNetwork() },
            { "a network of unknown streams", Answer(Network(source: 6)), static board => board.GetNetwork() },
            { "another number of a tensor", Answer(new AddTensorResponse { Tensor = 1 }), static board => PutRegisters(board) },
            { "an empty answer to ApplyConfiguration", nothing, static board => Create(board) },
            { "an answer to another request", OfAnotherRequest, static board => board.GetStatus() },
        };
    }

    private static NetworkResponse Network(int classes = 10, int width = 8, int length = 32, int source = 1) =>
        new() { Classes = classes, Channels = 1, Height = 8, Width = width, ProductLayers = 1, Length = length, Source = source };

    private static void PutRegisters(BoardClient board)
    {
        ModelDescription model = new("tiny", 1, 2, 2, [new DenseDescription(2)], 2);
        BoardTensor[] tensors = [.. model.Parameters.Select(static (parameter, i) =>
            new BoardTensor(parameter.Name, parameter.Shape, 16, 14, (uint)i))];
        new NetworkSetup(new ReadingNetwork(
            model, new InputNormalization(1, 0), tensors, [.. tensors.Select(static tensor => new short[tensor.Count])])).PutRegisters(board);
    }

    private static bool OfAnotherRequest(MessageWriter writer)
    {
        writer.Begin(MessageCode.GetCell, isAnswer: true, number: 1, maximumLength: 64);
        return true;
    }

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void Ask_AnswerThatCannotBe_IsOneSentence(string what, Func<MessageWriter, bool> answer, Action<BoardClient> ask)
    {
        string message = WithBoard(writer => answer(writer), board => Assert.ThrowsAny<InputException>(() => ask(board))).Message;

        Assert.True(
            message.Contains("that cannot be", StringComparison.Ordinal) || message.Contains("a shorter answer", StringComparison.Ordinal),
            $"{what}: {message}");
    }

    [Theory]
    [InlineData(24)]
    [InlineData(64)]
    [InlineData(100)]
    [InlineData(255)]
    public void Connect_FramesTooShortForMessages_IsOneSentence(int payload)
    {
        LinkSettings small = new() { MaximumPayload = payload };

        string message = Assert.Throws<InputException>(() => WithBoard(static _ => { }, board => board.GetStatus(), small)).Message;

        Assert.Contains($"takes frames of {payload} bytes and not of the 256", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(StreamFormat.Version + 1)]
    public void Create_BoardOfAnotherStreamFormat_IsOneSentence(int format)
    {
        GetCapabilitiesResponse capabilities = new() { LowestVersion = 1, HighestVersion = 1, StreamFormat = format, Name = "old" };

        InputException exception = WithBoard(
            capabilities.Write,
            board => Assert.Throws<InputException>(() => Create(board)));

        Assert.Contains(
            $"the bits of stream format {format}, this program those of {StreamFormat.Version}",
            exception.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(StreamFormat.Version + 1)]
    public void Read_BoardOfAnotherStreamFormat_IsOneSentence(int format)
    {
        GetCapabilitiesResponse capabilities = new() { LowestVersion = 1, HighestVersion = 1, StreamFormat = format, Name = "old" };

        InputException exception = WithBoard(
            capabilities.Write,
            board => Assert.Throws<InputException>(() => new BoardReader(board, static _ => new PreparedNetwork(new NetworkResponse())).Prepare()));

        Assert.Contains($"the bits of stream format {format}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Prepare_WeightsDoNotFitAndFirmwareCannotStream_IsOneSentence()
    {
        ReadingCase test = new("edge", StreamSource.SharedCells, 32, weightsPerImage: true);

        InputException exception = WithBoard(
            OldBoardWithoutRoom, board => Assert.Throws<InputException>(() => new BoardReader(board, test.Place).Prepare()));

        Assert.Contains("Of 100 bytes 60 are missing.", exception.Message, StringComparison.Ordinal);
        Assert.EndsWith("Nor can its firmware read with weights that this computer streams: update it.", exception.Message, StringComparison.Ordinal);
    }

    private static void OldBoardWithoutRoom(MessageReader request, MessageWriter writer)
    {
        switch (request.Code)
        {
            case MessageCode.GetCapabilities:
                new GetCapabilitiesResponse
                {
                    LowestVersion = 1, HighestVersion = 1, MinorVersion = 2, StreamFormat = StreamFormat.Version, Name = "old",
                }.Write(writer);
                break;
            case MessageCode.GetStatus:
                new GetStatusResponse().Write(writer);
                break;
            default:
                writer.Begin(ErrorResponse.Code, isAnswer: true, request.Number, 256);
                new ErrorResponse { Request = (int)request.Code, Error = ErrorCode.OutOfMemory, Detail = 100, OtherDetail = 40, Words = "No room." }
                    .Write(writer);
                break;
        }
    }

    private static BoardEngine Create(BoardClient board)
    {
        OptimizerPlan plan = new(OptimizerDescription.Of(OptimizerKind.Momentum), new(), new(), [new TensorPlan(0, [8], 12, 1)]);
        return BoardEngine.Create(plan, [board], BoardMode.Auto, new long[MessageLimits.Counts]);
    }

    private static T WithBoard<T>(Action<MessageWriter> answer, Func<BoardClient, T> ask, LinkSettings? settings = null) =>
        WithBoard((_, writer) => answer(writer), ask, settings);

    private static T WithBoard<T>(Action<MessageReader, MessageWriter> answer, Func<BoardClient, T> ask, LinkSettings? settings = null)
    {
        SystemClock clock = new();
        MemoryLinkPair pair = new();
        using CancellationTokenSource stop = new();
        Thread board = new(() => Answer(pair.Second, clock, settings ?? new LinkSettings(), answer, stop.Token));
        board.Start();
        try
        {
            using BoardConnection connection = new(pair.First, clock, new LinkSettings(), 3, null, TimeSpan.FromSeconds(60));
            connection.Connect();
            return ask(new BoardClient(connection));
        }
        finally
        {
            stop.Cancel();
            board.Join();
        }
    }

    private static void Answer(
        IPortLink line, SystemClock clock, LinkSettings settings, Action<MessageReader, MessageWriter> answer, CancellationToken stop)
    {
        ReliableLink link = new(settings, line, clock, 9, null);
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
                answer(request, writer);
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
