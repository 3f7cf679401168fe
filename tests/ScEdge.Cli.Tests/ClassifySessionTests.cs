using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Boards;
using ScEdge.Boards.Reading;
using ScEdge.Boards.Tests;
using ScEdge.Cli.Boards;
using ScEdge.Cli.Classification;
using ScEdge.Emulator.Boards;
using ScEdge.Input;
using ScEdge.Protocol.Messages;
using ScEdge.Stochastic.Sources;
using ScEdge.Training.Data;
using ScEdge.Training.Networks;

namespace ScEdge.Cli.Tests;

/// <summary>A board that is reset while it reads pictures reads on with the network that it had, or not at all.</summary>
[Trait("Kind", "Unit")]
public sealed class ClassifySessionTests
{
    private static readonly ModelDescription Model = new("dense", 1, 28, 28, [new DenseDescription(10)], 10);

    [Fact]
    public void Run_ResetToTheSameNetwork_ReadsOnAsWithoutAReset()
    {
        using VirtualBoard board = Board();
        IReadOnlyList<ClassifiedPicture> whole = Session(board).Run();
        ResetAfter(board, images: 3);
        IReadOnlyList<ClassifiedPicture> interrupted = Session(board).Run();
        Assert.Equal(2, board.Board.Starts);
        Assert.Equal(whole.SelectMany(static one => one.Means), interrupted.SelectMany(static one => one.Means));
    }

    [Fact]
    public void Run_ResetToACheckpointOfOtherRegisters_IsOneSentence()
    {
        using VirtualBoard board = Board();
        board.Client.PushState(StateImageKind.Weights, Network(seed: 6).Image(Network(seed: 6).Tensors));
        ResetAfter(board, images: 3);
        InputException exception = Assert.Throws<InputException>(() => Session(board).Run());
        Assert.Equal(2, board.Board.Starts);
        Assert.Contains("started anew while it read, with another network than before", exception.Message, StringComparison.Ordinal);
    }

    private static ClassifySession Session(VirtualBoard board) =>
        new(board.Client.Connection, new ClassifySettings(["mnist#0-7"], Length: null, Source: null, Until: null, Parameters: null, Seed: 1));

    /// <summary>A board with a network on it that it has stored.</summary>
    private static VirtualBoard Board()
    {
        VirtualBoard board = new(new EmulatorSettings());
        board.Client.Connection.Connect();
        BoardNetworks.Placement(
            Network(seed: 5), BoardNetworks.Settings(BoardNetworks.DefaultLength, BoardNetworks.DefaultSource, seed: 1)).Prepare(board.Client);
        board.Client.SaveCheckpoint();
        return board;
    }

    private static void ResetAfter(VirtualBoard board, int images) => board.AfterPoll = () =>
    {
        if (board.Board.Board.State.Network?.Images >= images)
        {
            board.AfterPoll = null;
            board.Board.CyclePower();
        }
    };

    private static ReadingNetwork Network(uint seed)
    {
        BoardTensor[] tensors = [.. Model.Parameters.Select(static (parameter, i) =>
            new BoardTensor(parameter.Name, parameter.Shape, 16, 14, (uint)i))];
        return new ReadingNetwork(Model, new InputNormalization(0.0127f, -0.4242f), tensors, [.. tensors.Select(tensor =>
            Enumerable.Range(0, tensor.Count).Select(i => (short)((short)CounterGenerator.Word(tensor.Identity, seed, (uint)i) >> 3)).ToArray())]);
    }
}
