using System;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using ScEdge.Emulator.Clocks;
using ScEdge.Emulator.Line.Terminals;
using ScEdge.Link.Addresses;
using ScEdge.Link.Links;
using ScEdge.Link.Serial;
using ScEdge.Link.Tcp;
using ScEdge.Protocol.Links;
using Xunit.Abstractions;

namespace ScEdge.Link.Tests.Measurements;

/// <summary>Prints the figures of hw-docs/link.md, which says how to run it; asserts that nothing was lost, and no time.</summary>
[Trait("Kind", "Slow")]
public sealed class LinkMeasurements(ITestOutputHelper output)
{
    private const int RoundTrips = 100;
    private const int RoundTripBytes = 32;
    private const int StreamBytes = 200_000;
    private const int IdleMilliseconds = 700;

    [Fact]
    public void Pseudoterminal_RoundTripStreamsAndIdle()
    {
        if (!PseudoTerminalLink.IsSupported)
        {
            Assert.Throws<PlatformNotSupportedException>(() => new PseudoTerminalLink());
            return;
        }

        using PseudoTerminalLink board = new();
        using SerialLink host = SerialLink.Open(board.DevicePath, new SerialSettings());
        Measure("pseudo-terminal", host, board);
    }

    [Fact]
    public void TcpOnLoopback_RoundTripStreamsAndIdle()
    {
        SystemClock clock = new();
        using TcpListenerLink board = TcpListenerLink.Listen(PortAddress.ParseTcp("127.0.0.1:0"), null, clock);
        using TcpLink host = TcpLink.Connect(board.Address, null, clock);
        Measure("TCP on loopback", host, board);
    }

    private void Measure(string name, IPortLink host, IWaitableLink board)
    {
        using (new EchoingBoard(board, echoes: true))
        {
            RoundTrip(host);
            double[] times = Enumerable.Range(0, RoundTrips).Select(_ => RoundTrip(host)).Order().ToArray();
            output.WriteLine(
                $"{name}: round trip of {RoundTripBytes} bytes, median {times[RoundTrips / 2]:F2} ms, "
                + $"95 % below {times[RoundTrips * 95 / 100]:F2} ms");
        }

        using (EchoingBoard receiver = new(board, echoes: false))
        {
            long start = Stopwatch.GetTimestamp();
            Pump(host, StreamBytes);
            Lines.Until(() => receiver.Received == StreamBytes);
            Report(name, "host to board", start);
        }

        Thread sending = new(() => Pump(board, StreamBytes)) { IsBackground = true };
        long startDown = Stopwatch.GetTimestamp();
        sending.Start();
        Receive(host, StreamBytes);
        Report(name, "board to host", startDown);

        // What ran above leaves the runtime some work.
        Thread.Sleep(IdleMilliseconds);
        using Process process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        long startIdle = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(startIdle).TotalMilliseconds < IdleMilliseconds)
        {
            host.Wait(IdleMilliseconds);
        }

        process.Refresh();
        double share = (process.TotalProcessorTime - before) / Stopwatch.GetElapsedTime(startIdle);
        output.WriteLine($"{name}: idle, {100 * share:F1} % of a core, the whole process");
        Assert.Null(host.Loss);
    }

    private static double RoundTrip(IPortLink host)
    {
        byte[] sent = Lines.Rising(RoundTripBytes);
        byte[] received = new byte[RoundTripBytes];
        long start = Stopwatch.GetTimestamp();
        Assert.Equal(RoundTripBytes, host.Write(sent, 0, RoundTripBytes));
        for (int read = 0; read < RoundTripBytes;)
        {
            host.Wait(1000);
            read += host.Read(received, read, RoundTripBytes - read);
            Assert.Null(host.Loss);
        }

        double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        Assert.Equal(sent, received);
        return milliseconds;
    }

    private static void Pump(IByteLink link, int count)
    {
        byte[] bytes = new byte[4096];
        for (int sent = 0; sent < count;)
        {
            int accepted = link.Write(bytes, 0, Math.Min(bytes.Length, count - sent));
            sent += accepted;
            if (accepted == 0)
            {
                Thread.Yield();
            }
        }
    }

    private static void Receive(IPortLink link, int count)
    {
        byte[] buffer = new byte[4096];
        for (int read = 0; read < count;)
        {
            link.Wait(1000);
            read += link.Read(buffer, 0, Math.Min(buffer.Length, count - read));
            Assert.Null(link.Loss);
        }
    }

    private void Report(string name, string way, long start) =>
        output.WriteLine($"{name}: {way}, {StreamBytes / Stopwatch.GetElapsedTime(start).TotalSeconds / 1e6:F1} MB/s");
}
