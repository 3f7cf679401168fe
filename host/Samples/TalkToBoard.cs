using System;
using System.IO;
using ScEdge.Boards;
using ScEdge.Boards.Connections;
using ScEdge.Emulator.Boards;
using ScEdge.Emulator.Clocks;
using ScEdge.Link.Links;
using ScEdge.Protocol.Messages.Capabilities;
using ScEdge.Protocol.Messages.Service;
using ScEdge.Protocol.Sessions;

namespace ScEdge.Samples;

/// <summary>
/// Asks a board what it is, has it test itself and draws random bytes from it. The board is emulated, at the other end of a line in memory.
/// </summary>
public static class TalkToBoard
{
    /// <summary>Runs the sample.</summary>
    /// <param name="output">Takes what it prints.</param>
    public static void Run(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        SystemClock clock = new();
        MemoryLinkPair line = new();
        using BoardThread board = new(new EmulatedBoard(new EmulatorSettings(), line.Second, clock));

        // With a board on a cable the line is new PortOpener(new PortSettings(), clock).Open(PortAddress.Parse("/dev/ttyUSB0")).
        using BoardConnection connection = new(
            line.First, clock, new LinkSettings(), epoch: 1, console: null, patience: TimeSpan.FromSeconds(10));
        connection.Connect();
        BoardClient client = new(connection);

        GetCapabilitiesResponse answer = client.GetCapabilities();
        output.WriteLine($"stream format {answer.StreamFormat}, streams up to {answer.StreamLength} bits");
        output.WriteLine($"{answer.HeapBytes} bytes for a configuration");
        RunSelfTestResponse test = client.RunSelfTest();
        output.WriteLine(test.Failed == SelfTests.None ? "self test passed" : $"self test failed: {test.Failed}");
        output.WriteLine($"{client.GetEntropy(source: 0, count: 8).Length} random bytes");
    }
}
