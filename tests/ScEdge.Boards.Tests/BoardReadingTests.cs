using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScEdge.Boards.Connections;
using ScEdge.Boards.Reading;
using ScEdge.Emulator.Boards;
using ScEdge.Emulator.Storage;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Networks;
using ScEdge.Stochastic.Passes;
using Xunit.Abstractions;

namespace ScEdge.Boards.Tests;

/// <summary>
/// A board reads what this computer reads: the same scores and counts, whatever happens on the way.
/// </summary>
[Trait("Kind", "Property")]
public sealed class BoardReadingTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("edge", StreamSource.SharedCells, 32, false)]
    [InlineData("edge", StreamSource.Counter, 32, false)]
    [InlineData("edge", StreamSource.SharedCells, 16, true)]
    [InlineData("edge", StreamSource.SharedCells, 256, true)]
    [InlineData("edge", StreamSource.OwnCells, 32, true)]
    [InlineData("edge", StreamSource.OwnCells, 64, false)]
    [InlineData("edge", StreamSource.Lfsr, 32, true)]
    [InlineData("edge", StreamSource.Sobol, 64, true)]
    [InlineData("edge", StreamSource.Ramp, 128, false)]
    [InlineData("lenet5", StreamSource.SharedCells, 32, false)]
    [InlineData("lenet5", StreamSource.OwnCells, 16, true)]
    public void Read_EverySource_GivesTheScoresAndCountsOfThePasses(string model, StreamSource source, int length, bool weightsPerImage)
    {
        using TestBoard board = new();
        ReadingCase test = new(model, source, length, weightsPerImage);
        BoardReader reader = new(board.Client, test.Prepare);
        reader.Prepare();
        List<BoardReading> readings = [];
        reader.Read(test.Tasks, (position, reading) =>
        {
            Assert.Equal(readings.Count, position);
            readings.Add(reading);
        });
        test.AssertSame(readings);
        Assert.Equal(test.Counts, reader.GetCounts());
        Assert.Equal(test.Counts.Sum(static counts => counts[1]), readings.Sum(static reading => reading.Bits));
    }

    [Theory]
    [InlineData(StreamSource.SharedCells, 32)]
    [InlineData(StreamSource.SharedCells, 128)]
    [InlineData(StreamSource.OwnCells, 32)]
    public void Read_BoardWithLittleMemory_TakesConvolutionsInPartsWithTheSameScoresAndCounts(StreamSource source, int length)
    {
        ReadingCase test = new("edge", source, length, weightsPerImage: false);
        using TestBoard ample = new();
        using TestBoard tight = new(heapBytes: 55_000);
        NetworkResponse whole = new BoardReader(ample.Client, test.Prepare).Prepare();
        BoardReader reader = new(tight.Client, test.Prepare);
        NetworkResponse parts = reader.Prepare();
        List<BoardReading> readings = [];
        reader.Read(test.Tasks, (_, reading) => readings.Add(reading));
        output.WriteLine($"{whole.NeededBytes} bytes, in parts {parts.NeededBytes}");
        Assert.InRange(parts.NeededBytes, 20_000u, whole.NeededBytes - 9_000);
        test.AssertSame(readings);
        Assert.Equal(test.Counts, reader.GetCounts());
    }

    [Theory]
    [InlineData("drop=0.01,corrupt=0.01,duplicate=0.01,reorder=0.01", 0, true)]
    [InlineData("drop=0.01,corrupt=0.01,duplicate=0.01,reorder=0.01", 0, false)]
    [InlineData(null, 10, true)]
    [InlineData(null, 10, false)]
    [InlineData("drop=0.01,corrupt=0.01,duplicate=0.01,reorder=0.01", 10, true)]
    public void Read_FaultsAndResets_GivesAndCountsEveryImageOnceAndRight(string? faults, int resets, bool weightsPerImage)
    {
        using TestBoard board = new(faults: faults, resets: resets);
        ReadingCase test = new("edge", StreamSource.SharedCells, 32, weightsPerImage);
        test.AssertReadsAndCounts(new BoardReader(board.Client, test.Prepare), times: 20);
        Assert.Equal(0, board.ResetsLeft);
    }

    [Fact]
    public void Read_ResetToACheckpointOfOtherRegisters_GoesOnWithItsOwn()
    {
        MemoryStorage storage = new();
        ReadingCase other = new("edge", StreamSource.SharedCells, 32, weightsPerImage: true, registersSeed: 6);
        uint check;
        using (TestBoard board = new(storage: storage))
        {
            check = new BoardReader(board.Client, other.Prepare).Prepare().Check;
            board.Client.SaveCheckpoint();
        }

        ReadingCase test = new("edge", StreamSource.SharedCells, 32, weightsPerImage: true);
        using TestBoard reset = new(resets: 3, storage: storage);
        BoardReader reader = new(reset.Client, test.Prepare);

        // The check of a network is that of its layers and settings alone.
        Assert.Equal(check, reader.Prepare().Check);
        List<BoardReading> readings = [];
        ReadingTask[] tasks = [.. Enumerable.Repeat(test.Tasks, 20).SelectMany(static part => part)];
        reader.Read(tasks, (_, reading) => readings.Add(reading));
        Assert.Equal(0, reset.ResetsLeft);
        foreach (BoardReading[] part in readings.Chunk(test.Tasks.Length))
        {
            test.AssertSame(part);
        }
    }

    [Theory]
    [InlineData(921600)]
    [InlineData(115200)]
    public void Read_PacedLineOfFiveMilliseconds_ReadsNineTenthsOfTheImagesThatTheLineCarries(int baud)
    {
        using VirtualBoard board = new(new EmulatorSettings { MemoryBytes = 200_000, BitsPerSecond = baud, LatencyMicroseconds = 5000 });
        ReadingCase test = new("edge", StreamSource.SharedCells, 32, weightsPerImage: false);
        BoardReader reader = new(board.Client, test.Prepare);
        reader.Prepare();
        ReadingTask[] tasks = [.. Enumerable.Repeat(test.Tasks, 20).SelectMany(static part => part)];
        long start = board.Clock.Microseconds;
        reader.Read(tasks, static (_, _) => { });
        double seconds = (board.Clock.Microseconds - start) * 1e-6;
        double possible = baud / 10.0 / ReadingCase.Images.ImageLength;
        double rate = tasks.Length / seconds;
        output.WriteLine($"{rate:F1} images per second at {baud} baud, {rate / possible:P1} of the line for their pixels alone");
        Assert.InRange(rate / possible, 0.9, 1.0);
    }

    [Fact]
    public void Prepare_BoardWithoutRoom_SaysHowManyBytesAreMissing()
    {
        using TestBoard board = new(heapBytes: 40_000);
        ReadingCase test = new("edge", StreamSource.SharedCells, 32, weightsPerImage: false);
        BoardRefusalException refusal =
            Assert.Throws<BoardRefusalException>(() => new BoardReader(board.Client, test.Prepare).Prepare());
        Assert.Equal(ErrorCode.OutOfMemory, refusal.Error);
        Assert.True(refusal.Detail > refusal.OtherDetail);
        long missing = refusal.Detail - refusal.OtherDetail;
        Assert.EndsWith(
            string.Create(CultureInfo.InvariantCulture, $"Of {refusal.Detail:N0} bytes {missing:N0} are missing."),
            refusal.Message,
            StringComparison.Ordinal);
    }
}
