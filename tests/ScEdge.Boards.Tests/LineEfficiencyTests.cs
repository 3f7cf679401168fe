using System;
using System.Globalization;
using ScEdge.Emulator.Boards;
using ScEdge.Emulator.Line.Faults;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Steps;
using ScEdge.Protocol.Sessions;
using ScEdge.Protocol.Tests.Sessions;
using Xunit.Abstractions;

namespace ScEdge.Boards.Tests;

/// <summary>
/// Share of the line of an emulated board that carries gradients and weights, in virtual time: everything between client and registers
/// costs the rest.
/// </summary>
[Trait("Kind", "Property")]
public sealed class LineEfficiencyTests(ITestOutputHelper output)
{
    private const int Parameters = 300_000;
    private const int Latency = 5000;

    // Code, number, offset; the answer to a pull has the step too.
    private const int PutFields = 8;
    private const int PullFields = 12;

    [Theory]
    [InlineData(921600, 0.0)]
    [InlineData(921600, 0.01)]
    [InlineData(115200, 0.0)]
    [InlineData(115200, 0.01)]
    public void Step_PacedLineOfFiveMilliseconds_CarriesGradientsAndWeightsInTheirShare(int baud, double lost)
    {
        using VirtualBoard board = new(new EmulatorSettings
        {
            MemoryBytes = 8_000_000,
            BitsPerSecond = baud,
            LatencyMicroseconds = Latency,
            Faults = lost == 0.0 ? FaultScript.None : FaultScript.Parse(string.Create(CultureInfo.InvariantCulture, $"drop={lost}@1")),
        });
        board.Client.Connection.Connect();
        board.Configure(Parameters);
        double gradients = Share(board, baud, PutGradients);
        board.Client.Connection.Ask(MessageCode.RunStep);
        double weights = Share(board, baud, PullWeights);
        output.WriteLine($"{baud} baud, {lost:P0} lost: gradients {gradients:P1}, weights {weights:P1}");
        AssertShare(gradients, baud, lost, PutFields);
        AssertShare(weights, baud, lost, PullFields);
        Assert.Equal(1, board.Client.Connection.Link.Sessions);
    }

    /// <summary>
    /// The line is never idle but at both ends of the transfer, where a request and its answer go there and back once; each way it carries, beside
    /// the frames that count and the one that begins the step, an acknowledgement for every frame of the other way. What loss costs is in
    /// <see cref="LineShare.Loss"/>.
    /// </summary>
    private static void AssertShare(double measured, int baud, double lost, int fields)
    {
        int chunk = new LinkSettings().MaximumPayload - 24;
        int frames = (2 * Parameters / chunk) + 1;
        double bytes = frames * (FrameFormat.WireLength(fields + chunk) + FrameFormat.WireLength(LineShare.Acknowledgement))
            * (1 + LineShare.Loss(frames, lost));
        double ends = baud / 10.0 * 4 * Latency * 1e-6;
        Assert.InRange(measured, 2 * Parameters / (bytes + ends), LineShare.Most(chunk, fields));
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
