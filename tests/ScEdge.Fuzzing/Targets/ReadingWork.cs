using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Boards;
using ScEdge.Boards.Reading;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;
using ScEdge.Training.Data;
using ScEdge.Training.Networks;

namespace ScEdge.Fuzzing.Targets;

/// <summary>A host that brings a network to a board and has it read.</summary>
internal static class ReadingWork
{
    private const int Images = 3;

    /// <summary>A network whose weights fit on the board.</summary>
    public static readonly ModelDescription Small = new(
        "tiny", 1, 6, 6, [new ConvolutionDescription(2, 3, 1), new RectifierDescription(), new MaxPoolingDescription(), new DenseDescription(2)], 2);

    /// <summary>A network whose weights pass through the board.</summary>
    public static readonly ModelDescription Large = new(
        "large", 1, 6, 6, [new DenseDescription(900), new RectifierDescription(), new DenseDescription(2)], 2);

    public static void Run(BoardClient client, ModelDescription model)
    {
        BoardTensor[] tensors = [.. model.Parameters.Select(static (parameter, i) =>
            new BoardTensor(parameter.Name, parameter.Shape, 16, 14, (uint)i))];
        ReadingNetwork network = new(
            model, new InputNormalization(0.01f, -0.4f), tensors, [.. tensors.Select(static tensor => new short[tensor.Count])]);
        ReadingSettings settings = new(
            new PassSettings { ForwardLength = 16, Source = StreamSource.SharedCells }, new CellBankSettings { Lanes = 3 });
        BoardReader reader = new(client, new NetworkPlacement(network, settings, static _ => { }).Prepare);
        List<BoardReading> readings = [];
        ReadingTask[] tasks = [.. Enumerable.Range(0, Images).Select(static i => new ReadingTask(new byte[36], (uint)i, 0))];
        reader.Read(tasks, (_, reading) => readings.Add(reading));
        reader.GetCounts();
        PromiseBrokenException.Unless(
            readings.Count == Images && readings.All(static reading => reading.Scores.Count == 2 && reading.Class < 2), "an image has no class");
    }
}
