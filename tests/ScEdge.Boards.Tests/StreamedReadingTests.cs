using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Boards.Connections;
using ScEdge.Boards.Reading;
using ScEdge.Emulator.Boards;
using ScEdge.Input;
using ScEdge.Protocol.Messages;
using ScEdge.Stochastic.Passes;
using Xunit.Abstractions;

namespace ScEdge.Boards.Tests;

/// <summary>
/// A board on which the weights do not fit reads what this computer reads, while they pass through it.
/// </summary>
[Trait("Kind", "Property")]
public sealed class StreamedReadingTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("lenet5", StreamSource.SharedCells, 32, false, 90_000)]
    [InlineData("lenet5", StreamSource.SharedCells, 32, true, 55_000)]
    [InlineData("lenet5", StreamSource.SharedCells, 16, true, 90_000)] // Cells that differ.
    [InlineData("lenet5", StreamSource.OwnCells, 16, true, 90_000)]
    [InlineData("lenet5", StreamSource.Counter, 16, false, 55_000)]
    [InlineData("lenet5", StreamSource.Lfsr, 32, true, 55_000)]
    [InlineData("lenet5", StreamSource.Sobol, 64, false, 90_000)]
    [InlineData("lenet5", StreamSource.Ramp, 128, false, 90_000)]
    [InlineData("edge", StreamSource.SharedCells, 32, true, 36_000)]
    public void Read_WeightsThatDoNotFit_GivesTheScoresAndCountsOfThePasses(
        string model, StreamSource source, int length, bool weightsPerImage, int heapBytes)
    {
        using TestBoard board = new(heapBytes);
        ReadingCase test = new(model, source, length, weightsPerImage);
        BoardReader reader = new(board.Client, test.Place);
        List<BoardReading> readings = [];
        reader.Read(test.Tasks, (position, reading) =>
        {
            Assert.Equal(readings.Count, position);
            readings.Add(reading);
        });
        output.WriteLine($"{reader.Network!.NeededBytes} bytes, {reader.ImagesPerPass} images");
        Assert.InRange(reader.ImagesPerPass ?? 0, 1, 16);
        test.AssertSame(readings);
        Assert.Equal(test.Counts, reader.GetCounts());
        Assert.Equal(test.Counts.Sum(static counts => counts[1]), readings.Sum(static reading => reading.Bits));
    }

    [Fact]
    public void Read_WeightsThatFit_AreOnTheBoard()
    {
        using TestBoard board = new();
        ReadingCase test = new("lenet5", StreamSource.SharedCells, 32, weightsPerImage: true);
        BoardReader reader = new(board.Client, test.Place);
        reader.Read(test.Tasks, static (_, _) => { });
        Assert.Null(reader.ImagesPerPass);
        Assert.Equal(RegisterMode.Reading, board.Client.GetStatus().Mode);
    }

    [Theory]
    [InlineData("drop=0.003,corrupt=0.003,duplicate=0.01,reorder=0.01", 0, true)]
    [InlineData(null, 8, true)]
    [InlineData(null, 8, false)]
    [InlineData("drop=0.003,corrupt=0.003,duplicate=0.01,reorder=0.01", 5, false)]
    public void Read_FaultsAndResets_GivesAndCountsEveryImageOnceAndRight(string? faults, int resets, bool weightsPerImage)
    {
        // Edge, streamed for want of memory: a pass is 12 KB, so a reset comes in every second one.
        using TestBoard board = new(heapBytes: 36_000, faults: faults, resets: resets);
        ReadingCase test = new("edge", StreamSource.SharedCells, 32, weightsPerImage);
        BoardReader reader = new(board.Client, test.Place);
        test.AssertReadsAndCounts(reader, times: 5);
        Assert.NotNull(reader.ImagesPerPass);
        Assert.Equal(0, board.ResetsLeft);
    }

    [Theory]
    [InlineData(55_000)]
    [InlineData(90_000)]
    [InlineData(200_000)]
    public void Read_PacedLineOfFiveMilliseconds_TakesTheLineForWeightsOnceForTheImagesHeld(int heapBytes)
    {
        const int Baud = 921600;
        using VirtualBoard board = new(new EmulatorSettings { MemoryBytes = heapBytes, BitsPerSecond = Baud, LatencyMicroseconds = 5000 });
        ReadingCase test = new("lenet5", StreamSource.SharedCells, 32, weightsPerImage: true);
        BoardReader reader = new(board.Client, test.Place);
        reader.Prepare();
        ReadingTask[] tasks = [.. Enumerable.Repeat(test.Tasks, 4).SelectMany(static part => part).Take(32)];
        long start = board.Clock.Microseconds;
        reader.Read(tasks, static (_, _) => { });
        double seconds = (board.Clock.Microseconds - start) * 1e-6;
        int images = reader.ImagesPerPass!.Value;
        int passes = (tasks.Length + images - 1) / images;
        double possible = Baud / 10.0 / ((passes * 2.0 * 61_706) + (tasks.Length * ReadingCase.Images.ImageLength));
        double share = tasks.Length / seconds / (possible * tasks.Length);
        output.WriteLine(
            $"{images} images at a time: {tasks.Length / seconds:F2} images per second, {share:P1} of the line for weights and pixels alone");
        Assert.InRange(share, 0.85, 1.0);
    }

    [Fact]
    public void Prepare_BoardWithoutRoomEvenForStreaming_SaysHowManyBytesAreMissing()
    {
        using TestBoard board = new(heapBytes: 25_000);
        ReadingCase test = new("lenet5", StreamSource.SharedCells, 32, weightsPerImage: true);
        BoardRefusalException refusal = Assert.Throws<BoardRefusalException>(() => new BoardReader(board.Client, test.Place).Prepare());
        Assert.Equal(ErrorCode.OutOfMemory, refusal.Error);
        Assert.Contains("one image", refusal.Message, StringComparison.Ordinal);
    }
}
