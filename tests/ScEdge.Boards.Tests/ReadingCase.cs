using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Boards.Reading;
using ScEdge.Kernels.Threading;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;
using ScEdge.Stochastic.Sources;
using ScEdge.Training.Data;
using ScEdge.Training.Networks;
using ScEdge.Training.Passes;
using ScEdge.Training.Passes.Layers;

namespace ScEdge.Boards.Tests;

/// <summary>A network of random registers on handwritten digits, and what this computer reads with it in bit streams.</summary>
internal sealed class ReadingCase
{
    public static readonly ImageSet Images = MnistDataset.Load().Test.First(10);

    private const int BatchCapacity = 4;

    private readonly ReadingSettings _settings;
    private readonly NetworkSetup _setup;
    private readonly NetworkPlacement _placement;
    private readonly float[] _logits;
    private readonly int _classes;

    public ReadingCase(string modelName, StreamSource source, int length, bool weightsPerImage, uint registersSeed = 5)
    {
        ModelDescription model = ModelCatalogue.Create(modelName, Images);
        InputNormalization normalization = InputNormalization.FromImages(Images);
        BoardTensor[] tensors = [.. model.Parameters.Select(static (parameter, i) =>
            new BoardTensor(parameter.Name, [.. parameter.Shape], 16, 14, (uint)i))];
        short[][] registers = [.. tensors.Select(tensor => Enumerable.Range(0, tensor.Count)
            .Select(i => (short)((short)CounterGenerator.Word(tensor.Identity, registersSeed, (uint)i) >> (tensor.Shape.Count == 1 ? 3 : 2)))
            .ToArray())];
        _settings = new ReadingSettings(
            new PassSettings { Seed = 12, Source = source, ForwardLength = length, WeightsPerImage = weightsPerImage },
            new CellBankSettings { Lanes = 64, CellsPerLane = length, DeviceToDevice = length == 16 ? 0.3 : 0 });
        ReadingNetwork network = new(model, normalization, tensors, registers);
        _setup = new NetworkSetup(network);
        _placement = new NetworkPlacement(network, _settings, static _ => { });
        _classes = model.Classes;
        _logits = new float[Images.Count * _classes];
        using WorkerTeam team = new(1);
        StochasticPasses passes = new(
            model, normalization, [.. registers.Select(static values => new RegisterTensor(values, 14))], _settings.Passes, _settings.Cells, team,
            BatchCapacity, backward: false);
        Counts = [.. passes.Tensors.Select(static _ => new long[OperationCounts.Count])];
        List<ReadingTask> tasks = [];
        for (int first = 0; first < Images.Count; first += BatchCapacity)
        {
            int[] batch = [.. Enumerable.Range(first, Math.Min(BatchCapacity, Images.Count - first))];
            uint serial = (uint)(first / BatchCapacity);
            passes.Read(Images, batch, serial, _logits.AsSpan(first * _classes));
            for (int layer = 0; layer < Counts.Length; layer++)
            {
                long[] counts = new long[OperationCounts.Count];
                passes.Counts[layer].Forward.CopyTo(counts);
                Counts[layer] = [.. Counts[layer].Zip(counts, static (sum, count) => sum + count)];
            }

            tasks.AddRange(batch.Select((image, i) => new ReadingTask(
                Images.Images.AsMemory(image * Images.ImageLength, Images.ImageLength),
                (serial * BatchCapacity) + (uint)i,
                weightsPerImage ? (serial * BatchCapacity) + (uint)i : serial)));
        }

        Tasks = [.. tasks];
    }

    public ReadingTask[] Tasks { get; }

    public long[][] Counts { get; }

    /// <summary>Has a board ready to read with the registers on it.</summary>
    public PreparedNetwork Prepare(BoardClient client)
    {
        if (!_setup.IsOn(client))
        {
            _setup.PutRegisters(client);
        }

        return new PreparedNetwork(_setup.Describe(client, _settings));
    }

    /// <summary>Has a board ready to read with the registers on it, or with weights that are streamed where they do not fit.</summary>
    public PreparedNetwork Place(BoardClient client) => _placement.Prepare(client);

    /// <summary>Reads all images several times over in one go: each is answered once, in order and as on a PC, and counted once.</summary>
    public void AssertReadsAndCounts(BoardReader reader, int times)
    {
        List<BoardReading> readings = [];
        ReadingTask[] tasks = [.. Enumerable.Repeat(Tasks, times).SelectMany(static part => part)];
        reader.Read(tasks, (position, reading) =>
        {
            Assert.Equal(readings.Count, position);
            readings.Add(reading);
        });
        Assert.Equal(tasks.Length, readings.Count);
        foreach (BoardReading[] part in readings.Chunk(Tasks.Length))
        {
            AssertSame(part);
        }

        Assert.Equal(Counts.Select(counts => counts.Select(count => times * count)), reader.GetCounts());
    }

    public void AssertSame(IReadOnlyList<BoardReading> readings)
    {
        for (int image = 0; image < Images.Count; image++)
        {
            float[] logits = _logits[(image * _classes)..((image + 1) * _classes)];
            Assert.Equal(logits, readings[image].Scores.Select(score => MathF.ScaleB(score, readings[image].Exponent)));
            Assert.Equal(Array.IndexOf(logits, logits.Max()), readings[image].Class);
            float second = logits.Where((_, c) => c != readings[image].Class).Max();
            Assert.Equal(logits.Max() - second, MathF.ScaleB(readings[image].Lead, readings[image].Exponent));
        }
    }
}
