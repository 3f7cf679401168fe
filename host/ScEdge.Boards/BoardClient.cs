using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScEdge.Boards.Connections;
using ScEdge.Input;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Capabilities;
using ScEdge.Protocol.Messages.Cells;
using ScEdge.Protocol.Messages.Configuration;
using ScEdge.Protocol.Messages.Networks;
using ScEdge.Protocol.Messages.Service;
using ScEdge.Protocol.Messages.State;
using ScEdge.Stochastic.Passes;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Boards;

/// <summary>
/// What a board can be asked, request by request; hw-docs/protocol.md says what each does.
/// </summary>
/// <remarks>
/// Every member throws <see cref="BoardLostException"/> if the session ends and <see cref="BoardRefusalException"/> if the board refuses.
/// </remarks>
/// <param name="connection">Connection to the board.</param>
public sealed class BoardClient(BoardConnection connection)
{
    // Code, number, offset: what a chunk carries besides its bytes; the answer to a pull carries 12 bytes more.
    private const int ChunkOverhead = 24;

    // 2^24 parameters with three registers each, and what belongs to cells with memory.
    private const uint LargestImage = 1u << 28;

    /// <summary>Gets the connection.</summary>
    public BoardConnection Connection { get; } = connection;

    /// <summary>Gets the bytes that a chunk can carry in this session.</summary>
    public int ChunkLength => Connection.Link.MaximumPayload - ChunkOverhead;

    /// <summary>Asks what the board is.</summary>
    public GetCapabilitiesResponse GetCapabilities()
    {
        GetCapabilitiesRequest request = new() { LowestVersion = GetCapabilitiesRequest.Version, HighestVersion = GetCapabilitiesRequest.Version };
        return Ask(
            MessageCode.GetCapabilities,
            request,
            new GetCapabilitiesResponse(),
            static answer => answer.HighestVersion >= answer.LowestVersion
                && answer.MinEntropies.Take(answer.EntropySourceCount).All(static bits => bits <= 65536));
    }

    /// <summary>Refuses a board that would make other bits.</summary>
    /// <exception cref="InputException">Its bits are of another stream format.</exception>
    public void CheckStreamFormat()
    {
        int format = GetCapabilities().StreamFormat;
        if (format != StreamFormat.Version)
        {
            throw new InputException(
                $"The board on {Connection.Name} makes the bits of stream format {format}, this program those of {StreamFormat.Version}: "
                + "update its firmware.");
        }
    }

    /// <summary>Asks what the board holds and does.</summary>
    public GetStatusResponse GetStatus() =>
        Ask(
            MessageCode.GetStatus,
            null,
            new GetStatusResponse(),
            static answer => answer.Mode is >= RegisterMode.None and <= RegisterMode.Reading && answer.UptimeMicroseconds >= 0);

    /// <summary>Asks which tensors the configuration in force has, in the order of its images.</summary>
    /// <exception cref="InputException">There is none, or the firmware is too old to say.</exception>
    public IReadOnlyList<BoardTensor> GetTensors()
    {
        List<BoardTensor> tensors = [];
        GetTensorResponse answer = new();
        do
        {
            Ask(
                MessageCode.GetTensor,
                new GetTensorRequest { Tensor = tensors.Count },
                answer,
                given => given.Tensor == tensors.Count && given.TensorCount > tensors.Count && given.TensorCount <= MessageLimits.Tensors);
            tensors.Add(BoardTensor.Of(answer) ?? throw Connection.Contradiction(MessageCode.GetTensor));
        }
        while (tensors.Count < answer.TensorCount);
        return tensors;
    }

    /// <summary>Asks which network is in force on the registers; null for none.</summary>
    public NetworkResponse? GetNetwork()
    {
        try
        {
            return Ask(MessageCode.GetNetwork, null, new NetworkResponse(), CanBe);
        }
        catch (BoardRefusalException refusal) when (refusal.Error == ErrorCode.NotConfigured)
        {
            return null;
        }
    }

    /// <summary>Returns whether an answer can be a network.</summary>
    internal static bool CanBe(NetworkResponse answer) => answer.Classes is >= 2 and <= MessageLimits.Classes && answer.ProductLayers is >= 1
        && (long)answer.Channels * answer.Height * answer.Width is >= 1 and <= short.MaxValue
        && PassSettings.IsLength(answer.Length) && answer.Source is >= 0 and <= (int)StreamSource.Counter;

    /// <summary>Lets the board test itself.</summary>
    public RunSelfTestResponse RunSelfTest() =>
        Ask(MessageCode.RunSelfTest, null, new RunSelfTestResponse(), static answer => (answer.Failed & ~answer.Run) == 0);

    /// <summary>Lets the board write configuration and state to its storage.</summary>
    public SaveCheckpointResponse SaveCheckpoint() =>
        Ask(MessageCode.SaveCheckpoint, null, new SaveCheckpointResponse(), static answer => answer.Length is > 0 and <= LargestImage);

    /// <summary>Lets the board load configuration and state from its storage.</summary>
    public RestoreCheckpointResponse RestoreCheckpoint() =>
        Ask(MessageCode.RestoreCheckpoint, null, new RestoreCheckpointResponse());

    /// <summary>Asks for a cell of the board's front end.</summary>
    /// <param name="cell">Number of the cell.</param>
    public GetCellResponse GetCell(int cell) =>
        Ask(
            MessageCode.GetCell,
            new GetCellRequest { Cell = cell },
            new GetCellResponse(),
            answer => answer.Cell == cell && cell < answer.Cells && answer.State is >= CellState.Due and <= CellState.Faulty);

    /// <summary>Lets the board calibrate cells; it says at once that they are due, and <see cref="GetCell"/> tells how far it is.</summary>
    /// <param name="first">The first cell.</param>
    /// <param name="count">How many.</param>
    public void CalibrateCells(int first, int count) =>
        Connection.Ask(MessageCode.CalibrateCells, new CalibrateCellsRequest { First = first, Count = count }.Write);

    /// <summary>Lets the board restart; the session ends.</summary>
    public void Reset() => Connection.Ask(MessageCode.ResetBoard);

    /// <summary>Asks for telemetry.</summary>
    /// <param name="interval">Time between two reports; zero ends them.</param>
    public void Subscribe(TimeSpan interval) =>
        Connection.Ask(MessageCode.Subscribe, new SubscribeRequest { IntervalMicroseconds = (uint)(interval.Ticks / 10) }.Write);

    /// <summary>Chooses which log events come.</summary>
    public void SetLogLevel(LogLevel level) => Connection.Ask(MessageCode.SetLogLevel, new SetLogLevelRequest { Level = level }.Write);

    /// <summary>Draws bytes from an entropy source of the board.</summary>
    /// <param name="source">Index of the source.</param>
    /// <param name="count">Bytes to draw.</param>
    public byte[] GetEntropy(int source, int count)
    {
        using MemoryStream bytes = new(count);
        GetEntropySampleResponse answer = new();
        int words = (count + 3) / 4;
        while (bytes.Length < 4L * words)
        {
            // A board draws whole words.
            GetEntropySampleRequest request = new() { Source = source, Count = (int)Math.Min(ChunkLength & ~3, (4L * words) - bytes.Length) };
            Ask(
                MessageCode.GetEntropySample,
                request,
                answer,
                given => given.Source == source && given.DataLength is > 0 && given.DataLength <= request.Count && given.DataLength % 4 == 0);
            bytes.Write(answer.Data, answer.DataOffset, answer.DataLength);
        }

        return bytes.GetBuffer().AsSpan(0, count).ToArray();
    }

    /// <summary>Pushes a state image; interrupted, it goes on where it was when it is called again.</summary>
    /// <param name="kind">What the image holds.</param>
    /// <param name="image">The image.</param>
    /// <param name="progress">Is told of the bytes that the board has taken; may be null.</param>
    public void PushState(StateImageKind kind, byte[] image, Action<int>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(image);
        BeginPushRequest begin = new() { Kind = kind, Length = (uint)image.Length, Check = Crc32.Of(image, 0, image.Length) };
        BeginPushResponse begun = Ask(MessageCode.BeginPush, begin, new BeginPushResponse(), answer => answer.Offset <= begin.Length);
        PushChunkResponse kept = new();
        int chunk = ChunkLength;
        for (int offset = (int)begun.Offset; offset < image.Length; offset += chunk)
        {
            PushChunkRequest piece = new()
            {
                Offset = (uint)offset, Data = image, DataOffset = offset, DataLength = Math.Min(chunk, image.Length - offset),
            };
            int reached = offset + piece.DataLength;
            Post(MessageCode.PushChunk, piece, kept, answer => answer.Received == reached, _ => progress?.Invoke(reached));
        }

        Ask(MessageCode.CommitPush, null, new CommitPushResponse(), answer => kind != StateImageKind.Full || answer.StateCheck == begin.Check);
    }

    /// <summary>Pulls a state image.</summary>
    /// <param name="kind">What the image holds.</param>
    /// <param name="length">How long it must be; bytes.</param>
    /// <param name="progress">Is told of the bytes that have arrived and of those that there are; may be null.</param>
    /// <exception cref="InputException">What arrived is not what the board has.</exception>
    public byte[] PullState(StateImageKind kind, int length, Action<int, int>? progress = null)
    {
        byte[] image = new byte[length];
        uint check = 0;
        int chunk = ChunkLength;
        PullStateResponse piece = new();
        void Take(MessageReader reader, int offset)
        {
            bool fits = piece.Read(reader) && piece.Length == length && piece.Offset == offset
                && piece.DataLength == Math.Min(chunk, length - offset);
            if (!fits)
            {
                throw new InputException($"The board on {Connection.Name} sent a piece that does not belong to its state: reset it and "
                    + "repeat the command.");
            }

            Array.Copy(piece.Data, piece.DataOffset, image, offset, piece.DataLength);
            int reached = offset + piece.DataLength;
            check = reached == length ? piece.Check : check;
            progress?.Invoke(reached, length);
        }

        for (int offset = 0; offset < length; offset += chunk)
        {
            int first = offset;
            Connection.Post(
                MessageCode.PullState,
                new PullStateRequest { Kind = kind, Offset = (uint)first, Count = chunk }.Write,
                reader => Take(reader, first));
        }

        Connection.Drain();
        return Crc32.Of(image, 0, image.Length) == check
            ? image
            : throw new InputException($"The state that the board on {Connection.Name} sent does not match its check: it changed while it "
                + "was read; repeat the command.");
    }

    /// <summary>Asks for the CRC-32 of a state image without moving it.</summary>
    /// <param name="kind">What the image holds.</param>
    public uint GetStateCheck(StateImageKind kind)
    {
        uint length = Ask(
            MessageCode.PullState,
            new PullStateRequest { Kind = kind },
            new PullStateResponse(),
            static answer => answer.Offset == 0).Length;
        return Ask(
            MessageCode.PullState,
            new PullStateRequest { Kind = kind, Offset = length },
            new PullStateResponse(),
            answer => answer.Offset == length && answer.Length == length).Check;
    }

    /// <summary>Asks, and checks the answer against what was asked.</summary>
    /// <param name="code">Request.</param>
    /// <param name="request">Its fields; null for none.</param>
    /// <param name="answer">Takes the answer.</param>
    /// <param name="fits">Whether the answer can be one to the request; null where any can.</param>
    /// <exception cref="InputException">The answer is too short or cannot be.</exception>
    internal T Ask<T>(MessageCode code, Message? request, T answer, Func<T, bool>? fits = null)
        where T : Message
    {
        Post(code, request, answer, fits, onAnswer: null);
        Connection.Drain();
        return answer;
    }

    /// <summary>The same without waiting.</summary>
    /// <param name="code">Request.</param>
    /// <param name="request">Its fields; null for none.</param>
    /// <param name="answer">Takes the answer; one object serves many.</param>
    /// <param name="fits">Whether the answer can be one to the request; null where any can.</param>
    /// <param name="onAnswer">Is told of it; null for nobody.</param>
    internal void Post<T>(MessageCode code, Message? request, T answer, Func<T, bool>? fits, Action<T>? onAnswer)
        where T : Message => Connection.Post(code, request is null ? null : request.Write, reader =>
    {
        if (!answer.Read(reader))
        {
            throw new InputException(
                $"The board on {Connection.Name} gives a shorter answer to {code} than this program knows: update its firmware.");
        }

        if (fits?.Invoke(answer) == false)
        {
            throw Connection.Contradiction(code);
        }

        onAnswer?.Invoke(answer);
    });
}
