using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using ScEdge.Input;
using ScEdge.Playground.Networks;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Capabilities;
using ScEdge.Protocol.Messages.Configuration;
using ScEdge.Protocol.Messages.Networks;
using ScEdge.Protocol.Messages.State;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Playground.Boards;

/// <summary>
/// Has a board read images with a network that is brought to it: the same bits, counts and scores as everywhere.
/// </summary>
/// <param name="dialogue">Session with the board.</param>
/// <param name="registers">The network.</param>
public sealed class BoardDigitReader(BoardDialogue dialogue, TrainedRegisters registers) : IDigitReader
{
    // Code, number, offset and serial numbers: what a chunk carries besides its bytes.
    private const int ChunkOverhead = 24;

    private ReadingSettings? _settings;
    private NetworkResponse _network = new();
    private bool _hasRegisters;
    private Task _turn = Task.CompletedTask;
    private long[] _counts = new long[OperationCounts.Count];

    /// <inheritdoc/>
    public string Place => "on the board";

    /// <inheritdoc/>
    public long Products => _network.Products;

    /// <summary>Asks what the board is, and refuses one that would make other bits.</summary>
    /// <exception cref="InputException">It is of another stream format, or keeps a training.</exception>
    public static async Task<GetCapabilitiesResponse> GreetAsync(BoardDialogue dialogue)
    {
        ArgumentNullException.ThrowIfNull(dialogue);
        GetCapabilitiesResponse board = new();
        GetCapabilitiesRequest version = new()
        {
            LowestVersion = GetCapabilitiesRequest.Version, HighestVersion = GetCapabilitiesRequest.Version,
        };
        await dialogue.AskAsync(MessageCode.GetCapabilities, version, board);
        if (board.StreamFormat != StreamFormat.Version)
        {
            throw new InputException(
                $"The board makes the bits of stream format {board.StreamFormat}, this page those of {StreamFormat.Version}: update its firmware.");
        }

        GetStatusResponse status = new();
        await dialogue.AskAsync(MessageCode.GetStatus, null, status);
        return status.Mode != RegisterMode.Resident
            ? board
            : throw new InputException("The board holds the registers of a training, which would be lost: save them, or reset the board.");
    }

    /// <inheritdoc/>
    public async Task<DigitReading> ReadAsync(byte[] pixels, ReadingSettings settings, uint serial)
    {
        ArgumentNullException.ThrowIfNull(pixels);

        // Requests of two readings must not mix: who comes later waits for its turn.
        Task before = _turn;
        TaskCompletionSource mine = new();
        _turn = mine.Task;
        await before;
        try
        {
            await PrepareAsync(settings);
            return await ReadNextAsync(pixels, serial);
        }
        finally
        {
            mine.SetResult();
        }
    }

    private async Task<DigitReading> ReadNextAsync(byte[] pixels, uint serial)
    {
        ReadImageResponse answer = new();
        await dialogue.AskAsync(MessageCode.ReadImage, await PutPixelsAsync(pixels, serial), answer);
        float[] logits =
        [
            .. Enumerable.Range(0, answer.DataLength / sizeof(int)).Select(i => MathF.ScaleB(
                (int)LittleEndian.ReadUInt32(answer.Data, answer.DataOffset + (sizeof(int) * i)), answer.Exponent)),
        ];
        long[] before = _counts;
        _counts = await TotalAsync();
        return new DigitReading(logits, CountValues.Read([.. _counts.Zip(before, static (now, then) => now - then)]), []);
    }

    private async Task PrepareAsync(ReadingSettings settings)
    {
        if (!_hasRegisters)
        {
            await PushAsync();
            _hasRegisters = true;
        }

        if (_settings == settings)
        {
            return;
        }

        PassSettings passes = new() { Seed = settings.Seed, ForwardLength = settings.Length, Source = settings.Source, WeightsPerImage = true };
        foreach ((MessageCode code, Message request) in NetworkAssembly.NetworkRequests(registers, passes))
        {
            await dialogue.AskAsync(code, request, code == MessageCode.ApplyNetwork ? _network : null);
        }

        (_settings, _counts) = (settings, new long[OperationCounts.Count]);
    }

    private async Task PushAsync()
    {
        foreach ((MessageCode code, Message request) in NetworkAssembly.ConfigurationRequests(registers))
        {
            await dialogue.AskAsync(code, request);
        }

        await dialogue.AskAsync(MessageCode.ApplyConfiguration, null, new ApplyConfigurationResponse());
        byte[] image = registers.Image();
        BeginPushRequest begin = new() { Kind = StateImageKind.Weights, Length = (uint)image.Length, Check = Crc32.Of(image, 0, image.Length) };
        BeginPushResponse begun = new();
        await dialogue.AskAsync(MessageCode.BeginPush, begin, begun);
        int chunk = dialogue.MaximumPayload - ChunkOverhead;
        for (int offset = (int)begun.Offset; offset < image.Length; offset += chunk)
        {
            await dialogue.AskAsync(MessageCode.PushChunk, new PushChunkRequest
            {
                Offset = (uint)offset, Data = image, DataOffset = offset, DataLength = Math.Min(chunk, image.Length - offset),
            });
        }

        await dialogue.AskAsync(MessageCode.CommitPush, null, new CommitPushResponse());
    }

    /// <summary>Sends the pixels of an image that do not fit in the last request.</summary>
    private async Task<ReadImageRequest> PutPixelsAsync(byte[] pixels, uint serial)
    {
        int chunk = dialogue.MaximumPayload - ChunkOverhead;
        int offset = 0;
        for (; pixels.Length - offset > chunk; offset += chunk)
        {
            await dialogue.AskAsync(
                MessageCode.PutPixels, new PutPixelsRequest { Offset = offset, Data = pixels, DataOffset = offset, DataLength = chunk });
        }

        return new ReadImageRequest
        {
            Serial = serial, WeightSerial = serial, Offset = offset, Data = pixels, DataOffset = offset, DataLength = pixels.Length - offset,
        };
    }

    private async Task<long[]> TotalAsync()
    {
        long[] total = new long[OperationCounts.Count];
        GetLayerCountsResponse answer = new();
        for (int layer = 0; layer < _network.ProductLayers; layer++)
        {
            await dialogue.AskAsync(MessageCode.GetLayerCounts, new GetLayerCountsRequest { Layer = layer }, answer);
            total = [.. total.Zip(answer.Counts, static (sum, count) => sum + count)];
        }

        return total;
    }
}
