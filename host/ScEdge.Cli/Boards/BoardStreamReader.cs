using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Boards;
using ScEdge.Boards.Reading;
using ScEdge.Experiments.Evaluation;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;
using ScEdge.Training.Data;
using ScEdge.Training.Optimization;

namespace ScEdge.Cli.Boards;

/// <summary>
/// Has a board read the images of an evaluation.
/// </summary>
internal sealed class BoardStreamReader : IStreamReader
{
    private readonly BoardReader _reader;
    private readonly PassSettings _settings;
    private readonly int _batchCapacity;
    private long _boardMicroseconds;

    /// <summary>Brings a network to the board.</summary>
    public BoardStreamReader(BoardClient client, TrainedNetwork network, PassSettings settings, CellBankSettings cells, int batchCapacity)
    {
        _settings = settings;
        _batchCapacity = batchCapacity;
        NetworkPlacement placement = BoardNetworks.Placement(BoardNetworks.Of(network), new ReadingSettings(settings, cells));
        _reader = new BoardReader(client, placement.Prepare);
        Products = _reader.Prepare().Products;
    }

    /// <inheritdoc/>
    public long Products { get; }

    /// <inheritdoc/>
    public double? BoardSeconds => _boardMicroseconds * 1e-6;

    /// <inheritdoc/>
    public int? ImagesPerPass => _reader.ImagesPerPass;

    /// <inheritdoc/>
    public void Read(ImageSet images, ReadOnlySpan<int> indices, uint serial, Span<float> logits)
    {
        List<ReadingTask> tasks = [];
        foreach (int index in indices)
        {
            uint own = (serial * (uint)_batchCapacity) + (uint)tasks.Count;
            tasks.Add(new ReadingTask(
                images.Images.AsMemory(index * images.ImageLength, images.ImageLength), own, _settings.WeightsPerImage ? own : serial));
        }

        float[] read = new float[logits.Length];
        _reader.Read(tasks, (position, reading) =>
        {
            _boardMicroseconds += reading.DeviceMicroseconds;
            reading.Logits().CopyTo(read, position * reading.Scores.Count);
        });
        read.CopyTo(logits);
    }

    /// <inheritdoc/>
    public IReadOnlyList<OperationCounts> Counts() => [.. _reader.GetCounts().Select(static values =>
    {
        OperationCounts counts = new();
        CountNames.Add(counts, values);
        return counts;
    })];
}
