using System;
using ScEdge.Emulator.Boards;
using ScEdge.Emulator.Line.Faults;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Steps;
using Xunit.Abstractions;

namespace ScEdge.Boards.Tests;

/// <summary>
/// Share of the line of an emulated board that carries gradients and weights, in virtual time: everything between client and registers costs the rest.
/// </summary>
[Trait("Kind", "Property")]
public sealed class LineEfficiencyTests(ITestOutputHelper output)
{
    private const int Parameters = 300_000;

    [Theory]
    [InlineData(921600, "", 0.94)]
    [InlineData(921600, "drop=0.01@1", 0.88)]
    [InlineData(115200, "", 0.94)]
    [InlineData(115200, "drop=0.01@1", 0.88)]
    public void Step_PacedLineOfFiveMilliseconds_CarriesGradientsAndWeightsInTheirShare(int baud, string faults, double share)
    {
        using VirtualBoard board = new(new EmulatorSettings
        {
            MemoryBytes = 8_000_000,
            BitsPerSecond = baud,
            LatencyMicroseconds = 5000,
            Faults = faults.Length == 0 ? FaultScript.None : FaultScript.Parse(faults),
        });
        board.Client.Connection.Connect();
        board.Configure(Parameters);
        double gradients = Share(board, baud, PutGradients);
        board.Client.Connection.Ask(MessageCode.RunStep);
        double weights = Share(board, baud, PullWeights);
        output.WriteLine($"{baud} baud {faults}: gradients {gradients:P1}, weights {weights:P1}");
        Assert.InRange(gradients, share, 1.0);
        Assert.InRange(weights, share, 1.0);
        Assert.Equal(1, board.Client.Connection.Link.Sessions);
    }

    private static double Share(VirtualBoard board, int baud, Action<BoardClient> transfer)
    {
        long start = board.Clock.Microseconds;
        transfer(board.Client);
        double seconds = (board.Clock.Microseconds - start) * 1e-6;
        return 2 * Parameters / (baud / 10.0 * seconds);
    }

    private static void PutGradients(BoardClient client)
    {
        BeginStepRequest begin = new() { RateFraction = 65536, RateShift = 5, Format = GradientFormat.Int16, TensorCount = 1 };
        begin.Maxima[0] = 32767;
        client.Connection.Post(MessageCode.BeginStep, begin.Write, null);
        byte[] gradients = new byte[2 * Parameters];
        new Random(1).NextBytes(gradients);
        for (int i = 0; i < gradients.Length; i += 2)
        {
            // No -32768, which is not a gradient.
            gradients[i] |= 1;
        }

        int chunk = client.ChunkLength & ~1;
        for (int offset = 0; offset < gradients.Length; offset += chunk)
        {
            PutGradientsRequest put = new()
            {
                Offset = (uint)(offset / 2), Data = gradients, DataOffset = offset, DataLength = Math.Min(chunk, gradients.Length - offset),
            };
            client.Connection.Post(MessageCode.PutGradients, put.Write, null);
        }

        client.Connection.Drain();
    }

    private static void PullWeights(BoardClient client)
    {
        int chunk = client.ChunkLength / 2;
        for (int offset = 0; offset < Parameters; offset += chunk)
        {
            PullUpdatesRequest pull = new() { Format = UpdateFormat.Registers, Offset = (uint)offset, Count = Math.Min(chunk, Parameters - offset) };
            client.Connection.Post(MessageCode.PullUpdates, pull.Write, null);
        }

        client.Connection.Drain();
    }
}
