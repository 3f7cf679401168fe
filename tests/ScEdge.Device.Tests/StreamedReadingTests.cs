using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Device.Networks;
using ScEdge.Device.Platform;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Capabilities;
using ScEdge.Protocol.Messages.Networks;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Device.Tests;

/// <summary>A board through which the weights pass reads what a board reads that has them.</summary>
[Trait("Kind", "Unit")]
public sealed class StreamedReadingTests
{
    // Serial numbers of images and of their weights' streams: of their own, shared by two and by three, over the end of a pass too.
    private static readonly (uint Serial, uint WeightSerial)[] Images = [(4, 4), (5, 1), (6, 1), (7, 2), (8, 2), (9, 2), (10, 10)];

    // Bytes of the weights in a message.
    private static readonly int[] Chunks = [2, 14, 62, 200, 252];

    public static TheoryData<StreamSource, int, double> Sources => new()
    {
        { StreamSource.OwnCells, 16, 0.3 },
        { StreamSource.OwnCells, 64, 0.0 },
        { StreamSource.SharedCells, 32, 0.3 },
        { StreamSource.SharedCells, 64, 0.0 },
        { StreamSource.Lfsr, 32, 0.0 },
        { StreamSource.Sobol, 64, 0.0 },
        { StreamSource.Ramp, 16, 0.0 },
        { StreamSource.Counter, 32, 0.0 },
    };

    [Theory]
    [MemberData(nameof(Sources))]
    public void GetReading_EverySourceAndRoom_IsThatOfAResidentBoard(StreamSource source, int length, double deviceToDevice)
    {
        ApplyNetworkRequest settings = Settings(source, length, deviceToDevice);
        (List<Reading> expected, List<string> counts) = Resident(settings);
        HashSet<(int Windows, int Outputs, int Images)> seen = [];

        // From one output and one image at a time to all of them at once.
        int least = Least(settings);
        for (int heap = least; heap < least + 24_000; heap += 90)
        {
            TestHost host = new(new BoardSettings { HeapBytes = heap });
            StreamedNetwork.Describe(host);
            TinyNetwork.Apply(host, settings);
            int room = host.Board.State.Description.Plan.Room;
            NetworkLayer[] layers = host.Board.State.Network.Layers;
            if (seen.Add((layers[0].OutputsInRoom(room), layers[3].OutputsInRoom(room), host.Board.State.Network.Pass.Images.Length)))
            {
                Assert.Equal(expected, StreamedNetwork.Read(host, Images, Chunks[seen.Count % Chunks.Length]));
                Assert.Equal(counts, Counts(host));
            }
        }

        Assert.Equal([1, 2, 3], seen.Select(static one => one.Windows).Distinct().Order());
        Assert.Equal([1, 2, 4], seen.Select(static one => one.Outputs).Distinct().Order());
        Assert.Superset(new HashSet<int>(Enumerable.Range(1, Images.Length)), seen.Select(static one => one.Images).ToHashSet());
    }

    [Theory]
    [InlineData(StreamSource.SharedCells)]
    [InlineData(StreamSource.OwnCells)]
    public void StreamWeights_ChunksOfEveryLength_GiveTheSameReadings(StreamSource source)
    {
        ApplyNetworkRequest settings = Settings(source, 16, 0.0);
        (List<Reading> expected, List<string> counts) = Resident(settings);
        for (int chunk = 2; chunk <= 252; chunk += 10)
        {
            TestHost host = Prepared();
            TinyNetwork.Apply(host, settings);
            Assert.Equal(expected, StreamedNetwork.Read(host, Images, chunk));
            Assert.Equal(counts, Counts(host));
        }
    }

    [Fact]
    public void ApplyNetwork_StreamedWeights_TakesThePlaceOfTheConfiguration()
    {
        TestHost host = new();
        TinyNetwork.PutRegisters(host, RegisterMode.Reading);
        StreamedNetwork.Describe(host);
        Assert.NotNull(host.Board.State.Configuration);
        TinyNetwork.Apply(host);
        Assert.Null(host.Board.State.Configuration);
        GetStatusResponse status = new();
        Assert.True(status.Read(host.Do(MessageCode.GetStatus)));
        Assert.Equal((RegisterMode.None, 0u), (status.Mode, status.StateCheck));
        Assert.Equal((uint)(host.Settings.HeapBytes - host.Board.State.NetworkBytes), status.FreeBytes);
        Assert.Equal(ErrorCode.NotConfigured, host.Refused(MessageCode.SaveCheckpoint).Error);

        // A configuration takes its place in turn, and no word alone brings it back.
        TinyNetwork.PutRegisters(host, RegisterMode.Reading);
        Assert.Equal(ErrorCode.NotConfigured, host.Refused(MessageCode.GetNetwork).Error);
        Assert.Equal(ErrorCode.UnusableSetting, host.Refused(MessageCode.ApplyNetwork, TinyNetwork.Settings().Write).Error);
        Assert.NotNull(host.Board.State.Configuration);
    }

    [Fact]
    public void ApplyNetwork_TooLittleMemory_LeavesTheConfiguration()
    {
        TestHost host = new(new BoardSettings { HeapBytes = 10_000 });
        TinyNetwork.PutRegisters(host, RegisterMode.Reading);
        StreamedNetwork.Describe(host);
        ErrorResponse error = host.Refused(MessageCode.ApplyNetwork, Settings(StreamSource.SharedCells, 1024, 0.0).Write);
        Assert.Equal(ErrorCode.OutOfMemory, error.Error);
        Assert.InRange(error.Detail, error.OtherDetail + 1, 100_000);
        Assert.NotNull(host.Board.State.Configuration);
    }

    [Fact]
    public void ApplyNetwork_OtherSettings_NeedsNoLayersAgainAndHoldsNoImage()
    {
        TestHost host = Prepared();
        StreamedNetwork.Hold(host, 1, 1);
        StreamedNetwork.Stream(host, 100, end: 100);
        TinyNetwork.Apply(host, Settings(StreamSource.Sobol, 64, 0.0));
        Assert.Equal(ErrorCode.WrongState, host.Refused(MessageCode.StreamWeights, StreamedNetwork.Piece(100, 100).Write).Error);
        Assert.Equal(Resident(Settings(StreamSource.Sobol, 64, 0.0)).Readings, StreamedNetwork.Read(host, Images, 150));
    }

    [Fact]
    public void HoldImage_WithoutPixels_HoldsTheSameAgain()
    {
        TestHost host = Prepared();
        StreamedNetwork.Hold(host, 5, 1);
        HoldImageResponse held = new();
        Assert.True(held.Read(host.Do(MessageCode.HoldImage, new ReadImageRequest { Serial = 5, WeightSerial = 1 }.Write)));
        Assert.Equal((2, 16), (held.Held, held.Room));
        StreamedNetwork.Stream(host, 120);
        Reading first = StreamedNetwork.Reading(host, 0);
        Assert.Equal(first with { Bits = 0 }, StreamedNetwork.Reading(host, 1) with { Bits = 0 });
    }

    [Fact]
    public void HoldImage_PixelsMissingPassBegunOrNoRoom_IsRefused()
    {
        TestHost host = Prepared(14_000);
        ReadImageRequest incomplete = new() { Data = new byte[30], DataLength = 30 };
        Assert.Equal(ErrorCode.WrongState, host.Refused(MessageCode.HoldImage, incomplete.Write).Error);
        int room = StreamedNetwork.Hold(host, 1, 1).Room;
        for (uint serial = 2; serial <= room; serial++)
        {
            Assert.Equal((int)serial, StreamedNetwork.Hold(host, serial, serial).Held);
        }

        ErrorResponse full = host.Refused(MessageCode.HoldImage, new ReadImageRequest().Write);
        Assert.Equal((ErrorCode.OutOfRange, room + 1L, (long)room), (full.Error, full.Detail, full.OtherDetail));
        StreamedNetwork.Stream(host, 100, end: 100);
        Assert.Equal(ErrorCode.WrongState, host.Refused(MessageCode.HoldImage, new ReadImageRequest().Write).Error);
        StreamedNetwork.Stream(host, 100, first: 100);
        Assert.Equal(1, StreamedNetwork.Hold(host, 9, 9).Held);
    }

    [Fact]
    public void StreamWeights_NoneGapRepeatOddOrBeyond_IsRefusedAndThePassGoesOn()
    {
        TestHost host = Prepared();
        int length = StreamedNetwork.Weights.Length;
        Assert.Equal(ErrorCode.WrongState, host.Refused(MessageCode.StreamWeights, StreamedNetwork.Piece(0, 20).Write).Error);
        StreamedNetwork.Hold(host, 4, 4);
        Assert.Equal(ErrorCode.OutOfOrder, host.Refused(MessageCode.StreamWeights, StreamedNetwork.Piece(20, 20).Write).Error);
        StreamedNetwork.Stream(host, 20, end: 40);
        ErrorResponse gap = host.Refused(MessageCode.StreamWeights, StreamedNetwork.Piece(60, 20).Write);
        Assert.Equal((ErrorCode.OutOfOrder, 60L, 40L), (gap.Error, gap.Detail, gap.OtherDetail));
        Assert.Equal(ErrorCode.OutOfOrder, host.Refused(MessageCode.StreamWeights, StreamedNetwork.Piece(20, 20).Write).Error);
        Assert.Equal(ErrorCode.Malformed, host.Refused(MessageCode.StreamWeights, StreamedNetwork.Piece(40, 21).Write).Error);
        Assert.Equal(ErrorCode.Malformed, host.Refused(MessageCode.StreamWeights, StreamedNetwork.Piece(40, 0).Write).Error);
        Assert.Equal(ErrorCode.WrongState, host.Refused(MessageCode.GetReading, new GetReadingRequest().Write).Error);
        StreamedNetwork.Stream(host, 100, first: 40, end: length - 20);
        StreamWeightsRequest beyond = new() { Offset = (uint)(length - 20), Data = new byte[22], DataLength = 22 };
        ErrorResponse refusal = host.Refused(MessageCode.StreamWeights, beyond.Write);
        Assert.Equal((ErrorCode.OutOfRange, length + 2L, (long)length), (refusal.Error, refusal.Detail, refusal.OtherDetail));
        Assert.Equal(ErrorCode.WrongState, host.Refused(MessageCode.GetReading, new GetReadingRequest().Write).Error);
        StreamedNetwork.Stream(host, 100, first: length - 20);
        Assert.Equal(Resident(TinyNetwork.Settings()).Readings[0], StreamedNetwork.Reading(host, 0));
        Assert.Equal(ErrorCode.OutOfRange, host.Refused(MessageCode.GetReading, new GetReadingRequest { Image = 1 }.Write).Error);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void StreamWeights_LargestWeightNotTheAnnouncedOne_IsRefusedAndHoldsNoImage(int error)
    {
        TestHost host = new();
        host.Do(MessageCode.BeginStreamedNetwork, TinyNetwork.Begin().Write);
        host.Do(MessageCode.AddLayer, new AddLayerRequest { Kind = LayerKind.Pooling }.Write);
        AddStreamedLayerRequest dense = StreamedNetwork.Dense();
        dense.WeightMaximum = 1 + error;
        host.Do(MessageCode.AddStreamedLayer, dense.Write);
        TinyNetwork.Apply(host);
        StreamedNetwork.Hold(host, 1, 1);
        byte[] weights = new byte[2 * TinyNetwork.Classes * 17];
        weights[^2] = 1;
        StreamWeightsRequest request = new() { Data = weights, DataLength = weights.Length };
        Assert.Equal(ErrorCode.CheckMismatch, host.Refused(MessageCode.StreamWeights, request.Write).Error);
        Assert.Equal(ErrorCode.WrongState, host.Refused(MessageCode.StreamWeights, request.Write).Error);
        Assert.Equal(1, StreamedNetwork.Hold(host, 1, 1).Held);
    }

    [Fact]
    public void Requests_OfTheOtherKindOfNetwork_AreRefused()
    {
        TestHost host = Prepared();
        Assert.Equal(ErrorCode.WrongState, host.Refused(MessageCode.ReadImage, new ReadImageRequest().Write).Error);
        host.Do(MessageCode.BeginStreamedNetwork, TinyNetwork.Begin().Write);
        Assert.Equal(ErrorCode.UnusableSetting, host.Refused(MessageCode.AddLayer, TinyNetwork.Layers()[0].Write).Error);
        AddStreamedLayerRequest rectifier = new() { Kind = LayerKind.Rectifier };
        Assert.Equal(ErrorCode.UnusableSetting, host.Refused(MessageCode.AddStreamedLayer, rectifier.Write).Error);
        TinyNetwork.PutRegisters(host, RegisterMode.Reading);
        Assert.Equal(ErrorCode.NotConfigured, host.Refused(MessageCode.HoldImage, new ReadImageRequest().Write).Error);
        TinyNetwork.Describe(host);
        Assert.Equal(ErrorCode.UnusableSetting, host.Refused(MessageCode.AddStreamedLayer, StreamedNetwork.Dense().Write).Error);
        TinyNetwork.Apply(host);
        Assert.Equal(ErrorCode.WrongState, host.Refused(MessageCode.HoldImage, new ReadImageRequest().Write).Error);
        Assert.Equal(ErrorCode.WrongState, host.Refused(MessageCode.StreamWeights, StreamedNetwork.Piece(0, 2).Write).Error);
        Assert.Equal(ErrorCode.WrongState, host.Refused(MessageCode.GetReading, new GetReadingRequest().Write).Error);
    }

    [Theory]
    [InlineData(LayerKind.Convolution, 65535, 255, 255, 0, 0, 1)]
    [InlineData(LayerKind.Convolution, 3, 0, 1, 0, 0, 1)]
    [InlineData(LayerKind.Convolution, 0, 3, 1, 0, 0, 1)]
    [InlineData(LayerKind.Convolution, 3, 9, 0, 0, 0, 1)]
    [InlineData(LayerKind.Dense, 0, 0, 0, 0, 0, 1)]
    [InlineData(LayerKind.Dense, 65535, 0, 0, 0, 0, 1)]
    [InlineData(LayerKind.Dense, 4, 0, 0, 161, 0, 1)]
    [InlineData(LayerKind.Dense, 4, 0, 0, int.MinValue, 0, 1)]
    [InlineData(LayerKind.Dense, 4, 0, 0, 0, -161, 1)]
    [InlineData(LayerKind.Dense, 4, 0, 0, 0, int.MaxValue, 1)]
    [InlineData(LayerKind.Dense, 4, 0, 0, 0, 0, 32769)]
    public void AddStreamedLayer_LayersThatCannotBe_AreRefusedAndTheNetworkInForceReadsOn(
        LayerKind kind, int outputs, int kernelSize, int padding, int weightFractionBits, int biasFractionBits, int maximum)
    {
        TestHost host = Prepared();
        host.Do(MessageCode.BeginStreamedNetwork, TinyNetwork.Begin().Write);
        AddStreamedLayerRequest layer = new()
        {
            Kind = kind, Outputs = outputs, KernelSize = kernelSize, Padding = padding, WeightFractionBits = weightFractionBits,
            BiasFractionBits = biasFractionBits, WeightMaximum = maximum,
        };
        Assert.Equal(ErrorCode.UnusableSetting, host.Refused(MessageCode.AddStreamedLayer, layer.Write).Error);
        Assert.Equal(Resident(TinyNetwork.Settings()).Readings, StreamedNetwork.Read(host, Images, 120));
    }

    [Fact]
    public void AddStreamedLayer_MoreWeightsThanStreamsHaveNumbersFor_IsRefused()
    {
        TestHost host = new();
        host.Do(MessageCode.BeginStreamedNetwork, new BeginNetworkRequest { Channels = 32767, Height = 1, Width = 1, Scale = 0.01 }.Write);
        AddStreamedLayerRequest layer = new() { Kind = LayerKind.Dense, Outputs = 500 };
        host.Do(MessageCode.AddStreamedLayer, layer.Write);
        layer.Outputs = 32767;
        Assert.Equal(ErrorCode.UnusableSetting, host.Refused(MessageCode.AddStreamedLayer, layer.Write).Error);
        AddStreamedLayerRequest window = new() { Kind = LayerKind.Convolution, Outputs = 500, KernelSize = 255, Padding = 127 };
        Assert.Equal(ErrorCode.UnusableSetting, host.Refused(MessageCode.AddStreamedLayer, window.Write).Error);
        layer.Outputs = 700;
        host.Do(MessageCode.AddStreamedLayer, layer.Write);
        layer.Outputs = 600;
        Assert.Equal(ErrorCode.UnusableSetting, host.Refused(MessageCode.AddStreamedLayer, layer.Write).Error);
    }

    private static TestHost Prepared(int heap = 1_000_000)
    {
        TestHost host = new(new BoardSettings { HeapBytes = heap });
        StreamedNetwork.Describe(host);
        TinyNetwork.Apply(host);
        return host;
    }

    /// <summary>Returns a heap in which the network just fits.</summary>
    private static int Least(ApplyNetworkRequest settings)
    {
        TestHost host = new(new BoardSettings { HeapBytes = 3_000 });
        StreamedNetwork.Describe(host);
        return (int)host.Refused(MessageCode.ApplyNetwork, settings.Write).Detail;
    }

    private static (List<Reading> Readings, List<string> Counts) Resident(ApplyNetworkRequest settings)
    {
        TestHost host = new();
        TinyNetwork.PutRegisters(host, RegisterMode.Reading);
        TinyNetwork.Describe(host);
        TinyNetwork.Apply(host, settings);
        List<Reading> readings = [];
        foreach ((uint serial, uint weightSerial) in Images)
        {
            ReadImageResponse answer = new();
            ReadImageRequest request = new()
            {
                Serial = serial, WeightSerial = weightSerial, Data = StreamedNetwork.Image(serial), DataLength = TinyNetwork.Pixels,
            };
            Assert.True(answer.Read(host.Do(MessageCode.ReadImage, request.Write)));
            readings.Add(Reading.Of(answer));
        }

        return (readings, Counts(host));
    }

    private static List<string> Counts(TestHost host) => [.. Enumerable.Range(0, 2).Select(layer =>
    {
        GetLayerCountsResponse answer = new();
        Assert.True(answer.Read(host.Do(MessageCode.GetLayerCounts, new GetLayerCountsRequest { Layer = layer }.Write)));
        return answer.Images + ": " + string.Join(' ', answer.Counts);
    })];

    private static ApplyNetworkRequest Settings(StreamSource source, int length, double deviceToDevice) => TinyNetwork.Settings(
        new PassSettings { Seed = 3, ForwardLength = length, Source = source, LaneRotation = 3 },
        new CellBankSettings { Lanes = 7, CellsPerLane = length, DeviceToDevice = deviceToDevice });
}
