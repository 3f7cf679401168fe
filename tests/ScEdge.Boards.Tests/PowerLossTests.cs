using System;
using ScEdge.Boards.Connections;
using ScEdge.Device.States;
using ScEdge.Emulator.Boards;
using ScEdge.Protocol.Messages;

namespace ScEdge.Boards.Tests;

/// <summary>
/// A board that loses its power in the middle of a push: the saved parameters come into force again, and the push succeeds the next time.
/// </summary>
[Trait("Kind", "Property")]
public sealed class PowerLossTests
{
    private const int Parameters = 4000;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(100)]
    public void PushState_PowerLost_CheckpointHoldsAndTheNextPushSucceeds(int percent)
    {
        byte[] old = Weights(1);
        byte[] image = Weights(2);
        using VirtualBoard board = new(new EmulatorSettings { BitsPerSecond = 921600, LatencyMicroseconds = 1000 });
        board.Client.Connection.Connect();
        board.Configure(Parameters);
        board.Client.PushState(StateImageKind.Weights, old);
        uint check = board.Client.SaveCheckpoint().StateCheck;
        board.AfterPoll = () =>
        {
            PushBuffer push = board.Board.Board.State.Push;
            if (push.Image is not null && push.Received * 100 >= image.Length * percent)
            {
                board.AfterPoll = null;
                board.Board.CyclePower();
            }
        };
        Assert.Throws<BoardLostException>(() => board.Client.PushState(StateImageKind.Weights, image));
        Assert.Equal(2, board.Board.Starts);

        board.Client.Connection.Connect();
        Assert.Equal(0u, board.Client.GetStatus().ConfigurationCheck);
        Assert.Equal(check, board.Client.RestoreCheckpoint().StateCheck);
        Assert.Equal(old, board.Client.PullState(StateImageKind.Weights, old.Length));
        board.Client.PushState(StateImageKind.Weights, image);
        Assert.Equal(image, board.Client.PullState(StateImageKind.Weights, image.Length));
    }

    /// <summary>Registers of which each is one: -32768 is none.</summary>
    private static byte[] Weights(int seed)
    {
        byte[] weights = new byte[2 * Parameters];
        new Random(seed).NextBytes(weights);
        for (int i = 0; i < weights.Length; i += 2)
        {
            weights[i] |= 1;
        }

        return weights;
    }
}
