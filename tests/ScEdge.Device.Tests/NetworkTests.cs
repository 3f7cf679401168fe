using System;
using System.Linq;
using ScEdge.Device.Platform;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Capabilities;
using ScEdge.Protocol.Messages.Networks;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Stochastic.Passes;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Device.Tests;

/// <summary>A board takes the description of a network and reads with it, or says in a sentence why it does not.</summary>
[Trait("Kind", "Unit")]
public sealed class NetworkTests
{
    private readonly TestHost _host = new();

    public static TheoryData<int, int, int, double, double> ImagesThatCannotBe => new()
    {
        { 0, 8, 8, 0.01, 0 },
        { 1, 0, 8, 0.01, 0 },
        { 65535, 65535, 65535, 0.01, 0 },
        { 1, 182, 182, 0.01, 0 },
        { 1, 8, 8, double.NaN, 0 },
        { 1, 8, 8, 0.01, double.PositiveInfinity },
        { 1, 8, 8, 1e300, 0 },
        { 1, 8, 8, 0.04, 0 },
    };

    public static TheoryData<LayerKind, int, int, int, int, int> LayersThatCannotBe => new()
    {
        { (LayerKind)4, 0, 1, 3, 3, 1 },
        { (LayerKind)255, 0, 1, 3, 3, 1 },
        { LayerKind.Convolution, 0, 1, 0, 3, 1 },
        { LayerKind.Convolution, 0, 1, 3, 0, 1 },
        { LayerKind.Convolution, 0, 1, 3, 9, 0 },
        { LayerKind.Convolution, 0, 1, 65535, 255, 255 },
        { LayerKind.Convolution, 0, 1, 3, 255, 255 },
        { LayerKind.Convolution, 0, 9, 3, 3, 1 },
        { LayerKind.Convolution, 255, 1, 3, 3, 1 },
        { LayerKind.Convolution, 1, 1, 3, 3, 1 },
        { LayerKind.Convolution, 0, 2, 3, 3, 1 },
        { LayerKind.Dense, 0, 1, 0, 0, 0 },
        { LayerKind.Dense, 2, 3, 65535, 0, 0 },
        { LayerKind.Dense, 2, 3, 4, 0, 0 },
    };

    [Fact]
    public void ReadImage_SameSerials_GivesTheSameScoresAndOtherSerialsOthers()
    {
        Prepare(RegisterMode.Reading);
        int[] scores = TinyNetwork.Read(_host, 5);
        int[] others = TinyNetwork.Read(_host, 6);
        Assert.Equal(TinyNetwork.Classes, scores.Length);
        Assert.NotEqual(scores, others);
        Assert.Equal(scores, TinyNetwork.Read(_host, 5));
    }

    [Fact]
    public void ReadImage_InPieces_IsThatOfTheWholeAndCanBeRepeatedWithoutPixels()
    {
        Prepare(RegisterMode.Reading);
        int[] scores = TinyNetwork.Read(_host, 5);
        _host.Do(MessageCode.PutPixels, new PutPixelsRequest { Data = new byte[30], DataLength = 30 }.Write);
        Assert.Equal(
            ErrorCode.WrongState, _host.Refused(MessageCode.ReadImage, new ReadImageRequest { Serial = 5, WeightSerial = 5 }.Write).Error);
        _host.Do(MessageCode.PutPixels, new PutPixelsRequest { Data = TinyNetwork.Image, DataLength = 40 }.Write);
        PutPixelsRequest beyond = new() { Offset = 41, Data = TinyNetwork.Image, DataOffset = 41, DataLength = 23 };
        Assert.Equal(ErrorCode.OutOfOrder, _host.Refused(MessageCode.PutPixels, beyond.Write).Error);
        _host.Do(MessageCode.PutPixels, new PutPixelsRequest { Offset = 40, Data = TinyNetwork.Image, DataOffset = 40, DataLength = 24 }.Write);
        ReadImageResponse answer = new();
        for (int i = 0; i < 2; i++)
        {
            Assert.True(answer.Read(_host.Do(MessageCode.ReadImage, new ReadImageRequest { Serial = 5, WeightSerial = 5 }.Write)));
            Assert.Equal(Array.IndexOf(scores, scores.Max()), answer.Class);
            Assert.Equal((uint)(scores.Max() - scores.Order().ElementAt(TinyNetwork.Classes - 2)), answer.Lead);
        }

        ReadImageRequest tooMany = new() { Data = new byte[TinyNetwork.Pixels + 1], DataLength = TinyNetwork.Pixels + 1 };
        Assert.Equal(ErrorCode.OutOfRange, _host.Refused(MessageCode.ReadImage, tooMany.Write).Error);
    }

    [Fact]
    public void ReadImage_BoardThatTrains_ReadsWithTheRegistersAsTheyStand()
    {
        Prepare(RegisterMode.Resident);
        int[] before = TinyNetwork.Read(_host, 5);
        short[][] gradients = [.. TinyNetwork.Lengths.Select(static (length, tensor) => Enumerable.Range(0, length)
            .Select(i => (short)((short)CounterGenerator.Word((uint)tensor, 9, (uint)i) >> 1)).ToArray())];
        new Training(OptimizerKind.Momentum).StepOnBoard(_host, 0, gradients);
        int[] after = TinyNetwork.Read(_host, 5);
        Assert.NotEqual(before, after);

        byte[] weights = Training.Pull(_host, StateImageKind.Weights);
        TinyNetwork.PutRegisters(_host, RegisterMode.Reading);
        Assert.Equal(ErrorCode.NotConfigured, _host.Refused(MessageCode.ReadImage, new ReadImageRequest().Write).Error);
        TinyNetwork.Describe(_host);
        TinyNetwork.Apply(_host);
        Assert.Equal(before, TinyNetwork.Read(_host, 5));
        Training.PushChunks(_host, StateImageKind.Weights, weights);
        _host.Do(MessageCode.CommitPush);
        Assert.Equal(after, TinyNetwork.Read(_host, 5));
    }

    [Fact]
    public void ReadImage_PoolingFirst_ReadsThePooledImage()
    {
        // 4 x 4 maxima of the image, and rectified, straight into four classes.
        TinyNetwork.PutRegisters(_host, RegisterMode.Reading, 64, 4);
        _host.Do(MessageCode.BeginNetwork, TinyNetwork.Begin().Write);
        _host.Do(MessageCode.AddLayer, new AddLayerRequest { Kind = LayerKind.Pooling }.Write);
        _host.Do(MessageCode.AddLayer, new AddLayerRequest { Kind = LayerKind.Rectifier }.Write);
        _host.Do(MessageCode.AddLayer, new AddLayerRequest { Kind = LayerKind.Dense, Weights = 0, Bias = 1, Outputs = 4 }.Write);
        Assert.Equal(64u, TinyNetwork.Apply(_host).Products);
        int[] scores = TinyNetwork.Read(_host, 1);
        Assert.Equal(4, scores.Length);

        byte[] smaller = [.. TinyNetwork.Image.Select(static (pixel, i) => pixel < Maximum(i) ? (byte)0 : pixel)];

        // Three of four; one of them was black before.
        Assert.Equal(47, smaller.Zip(TinyNetwork.Image).Count(static pair => pair.First != pair.Second));
        Assert.Equal(scores, TinyNetwork.Read(_host, 1, smaller));
        byte[] other = [.. TinyNetwork.Image.Select(static (pixel, i) => i / 16 == 1 && pixel == Maximum(i) ? (byte)(pixel / 2) : pixel)];
        Assert.NotEqual(scores, TinyNetwork.Read(_host, 1, other));
    }

    /// <summary>The largest of the four pixels among which one is pooled.</summary>
    private static byte Maximum(int pixel)
    {
        int first = pixel - (pixel % 2) - (pixel / 8 % 2 * 8);
        byte[] four = [TinyNetwork.Image[first], TinyNetwork.Image[first + 1], TinyNetwork.Image[first + 8], TinyNetwork.Image[first + 9]];
        return four.Max();
    }

    [Fact]
    public void BeginStep_BoardThatOnlyReads_IsRefused()
    {
        Prepare(RegisterMode.Reading);
        Assert.Equal(ErrorCode.NotConfigured, _host.Refused(MessageCode.BeginStep).Error);
    }

    [Fact]
    public void ApplyNetwork_OtherSettings_NeedsNoLayersAgain()
    {
        Prepare(RegisterMode.Reading);
        int[] scores = TinyNetwork.Read(_host, 5);
        NetworkResponse longer = TinyNetwork.Apply(_host, TinyNetwork.Settings(new PassSettings { ForwardLength = 64, Source = StreamSource.Sobol }));
        Assert.Equal((64, (int)StreamSource.Sobol), (longer.Length, longer.Source));
        TinyNetwork.Apply(_host);
        Assert.Equal(scores, TinyNetwork.Read(_host, 5));
    }

    [Theory]
    [MemberData(nameof(ImagesThatCannotBe))]
    public void BeginNetwork_ImagesThatCannotBe_AreRefused(int channels, int height, int width, double scale, double shift)
    {
        TinyNetwork.PutRegisters(_host, RegisterMode.Reading);
        BeginNetworkRequest begin = new() { Channels = channels, Height = height, Width = width, Scale = scale, Shift = shift };
        Assert.Equal(ErrorCode.UnusableSetting, _host.Refused(MessageCode.BeginNetwork, begin.Write).Error);
    }

    [Theory]
    [MemberData(nameof(LayersThatCannotBe))]
    public void AddLayer_LayersThatCannotBe_AreRefusedAndTheNetworkInForceReadsOn(
        LayerKind kind, int weights, int bias, int outputs, int kernelSize, int padding)
    {
        Prepare(RegisterMode.Reading);
        int[] scores = TinyNetwork.Read(_host, 5);
        _host.Do(MessageCode.BeginNetwork, TinyNetwork.Begin().Write);
        AddLayerRequest layer = new()
        {
            Kind = kind, Weights = weights, Bias = bias, Outputs = outputs, KernelSize = kernelSize, Padding = padding,
        };
        Assert.Equal(ErrorCode.UnusableSetting, _host.Refused(MessageCode.AddLayer, layer.Write).Error);
        Assert.Equal(scores, TinyNetwork.Read(_host, 5));
    }

    [Theory]
    [InlineData(7, 0, 1, 16, 32, 0.0, 0.0)]
    [InlineData(8192, 0, 1, 16, 8192, 0.0, 0.0)]
    [InlineData(32, 6, 1, 16, 32, 0.0, 0.0)]
    [InlineData(32, 1, -1, 16, 32, 0.0, 0.0)]
    [InlineData(32, 1, 1, 0, 32, 0.0, 0.0)]
    [InlineData(32, 1, 1, int.MaxValue, 32, 0.0, 0.0)]
    [InlineData(64, 0, 1, 16, 32, 0.0, 0.0)]
    [InlineData(32, 0, 1, 16, 32, 0.5, 0.0)]
    [InlineData(32, 0, 1, 16, 32, 0.0, 0.5)]
    [InlineData(32, 0, 1, 16, 32, 0.0, double.NaN)]
    [InlineData(32, 0, 1, 16, 32, 0.0, 0.0, 0.1)]
    public void ApplyNetwork_SettingsThatCannotBe_AreRefused(
        int length, int source, int rotation, int lanes, int cellsPerLane, double memory, double wear, double drift = 0.0)
    {
        TinyNetwork.PutRegisters(_host, RegisterMode.Reading);
        TinyNetwork.Describe(_host);
        ApplyNetworkRequest settings = TinyNetwork.Settings(
            new PassSettings { ForwardLength = length, Source = (StreamSource)source, LaneRotation = rotation },
            new CellBankSettings { Lanes = lanes, CellsPerLane = cellsPerLane, ResidualFilament = memory, Wear = wear, DriveDrift = drift });
        Assert.Equal(ErrorCode.UnusableSetting, _host.Refused(MessageCode.ApplyNetwork, settings.Write).Error);
        TinyNetwork.Apply(_host);
        TinyNetwork.Read(_host, 1);
    }

    [Fact]
    public void ApplyNetwork_NoLayersOrNoDenseOneAtTheEnd_IsRefused()
    {
        Assert.Equal(ErrorCode.NotConfigured, _host.Refused(MessageCode.BeginNetwork, TinyNetwork.Begin().Write).Error);
        TinyNetwork.PutRegisters(_host, RegisterMode.Reading);
        Assert.Equal(ErrorCode.WrongState, _host.Refused(MessageCode.AddLayer, TinyNetwork.Layers()[0].Write).Error);
        _host.Do(MessageCode.BeginNetwork, TinyNetwork.Begin().Write);
        Assert.Equal(ErrorCode.UnusableSetting, _host.Refused(MessageCode.ApplyNetwork, TinyNetwork.Settings().Write).Error);
        _host.Do(MessageCode.AddLayer, TinyNetwork.Layers()[0].Write);
        Assert.Equal(ErrorCode.UnusableSetting, _host.Refused(MessageCode.ApplyNetwork, TinyNetwork.Settings().Write).Error);
        Assert.Equal(ErrorCode.NotConfigured, _host.Refused(MessageCode.GetNetwork).Error);
        Assert.Equal(ErrorCode.NotConfigured, _host.Refused(MessageCode.GetLayerCounts, new GetLayerCountsRequest().Write).Error);
    }

    [Fact]
    public void AddLayer_MoreThanABoardHasRoomFor_IsRefused()
    {
        TinyNetwork.PutRegisters(_host, RegisterMode.Reading);
        _host.Do(MessageCode.BeginNetwork, TinyNetwork.Begin().Write);
        for (int i = 0; i < MessageLimits.Layers; i++)
        {
            _host.Do(MessageCode.AddLayer, new AddLayerRequest { Kind = LayerKind.Rectifier }.Write);
        }

        Assert.Equal(ErrorCode.UnusableSetting, _host.Refused(MessageCode.AddLayer, new AddLayerRequest().Write).Error);
    }

    [Theory]
    [InlineData(64, false)]
    [InlineData(65, true)]
    public void ApplyNetwork_SumsThatMightNotFitInto32Bits_AreRefused(int width, bool isRefused)
    {
        TestHost host = new(new BoardSettings { HeapBytes = 400_000 });
        TinyNetwork.PutRegisters(host, RegisterMode.Reading, 64 * width * 2, 2);
        host.Do(MessageCode.BeginNetwork, new BeginNetworkRequest { Channels = 1, Height = 64, Width = width, Scale = 1 / 64.0 }.Write);
        host.Do(MessageCode.AddLayer, new AddLayerRequest { Kind = LayerKind.Dense, Weights = 0, Bias = 1, Outputs = 2 }.Write);
        ApplyNetworkRequest longest = TinyNetwork.Settings(new PassSettings { ForwardLength = 4096, Source = StreamSource.Lfsr });
        if (isRefused)
        {
            Assert.Equal(ErrorCode.UnusableSetting, host.Refused(MessageCode.ApplyNetwork, longest.Write).Error);
        }
        else
        {
            TinyNetwork.Apply(host, longest);
        }
    }

    [Fact]
    public void ApplyNetwork_TooLittleMemory_SaysHowMuchIsMissingAndLeavesTheOldOne()
    {
        TestHost host = new(new BoardSettings { HeapBytes = 40_000 });
        TinyNetwork.PutRegisters(host, RegisterMode.Reading);
        TinyNetwork.Describe(host);
        TinyNetwork.Apply(host);
        int[] scores = TinyNetwork.Read(host, 5);
        ApplyNetworkRequest large = TinyNetwork.Settings(
            new PassSettings { ForwardLength = 4096, Source = StreamSource.SharedCells }, new CellBankSettings { CellsPerLane = 4096 });
        ErrorResponse error = host.Refused(MessageCode.ApplyNetwork, large.Write);
        Assert.Equal(ErrorCode.OutOfMemory, error.Error);
        Assert.InRange(error.Detail, error.OtherDetail + 1, 1_000_000);
        Assert.Equal(scores, TinyNetwork.Read(host, 5));
    }

    [Fact]
    public void Checkpoint_NetworkThatReads_ReadsAfterAResetWithoutAHost()
    {
        Prepare(RegisterMode.Reading);
        int[] scores = TinyNetwork.Read(_host, 5);
        _host.Do(MessageCode.SaveCheckpoint);
        _host.ResetBoard();
        Assert.NotNull(_host.Board.State.Network);
        _host.Connect();
        Assert.Equal(scores, TinyNetwork.Read(_host, 5));
        GetStatusResponse status = new();
        Assert.True(status.Read(_host.Do(MessageCode.GetStatus)));
        Assert.Equal(RegisterMode.Reading, status.Mode);
    }

    [Fact]
    public void Checkpoint_TrainingWithNetwork_IsTakenUpWhenAHostAsks()
    {
        Prepare(RegisterMode.Resident);
        int[] scores = TinyNetwork.Read(_host, 5);
        _host.Do(MessageCode.SaveCheckpoint);
        _host.ResetBoard();
        Assert.Null(_host.Board.State.Network);
        _host.Connect();
        _host.Do(MessageCode.RestoreCheckpoint);
        Assert.Equal(scores, TinyNetwork.Read(_host, 5));
    }

    [Fact]
    public void Checkpoint_TrainingWithNetworkNotTakenUp_LeavesNoDescription()
    {
        Prepare(RegisterMode.Resident);
        _host.Do(MessageCode.SaveCheckpoint);
        _host.ResetBoard();
        _host.Connect();
        TinyNetwork.PutRegisters(_host, RegisterMode.Resident);
        AddLayerRequest rectifier = new() { Kind = LayerKind.Rectifier };
        Assert.Equal(ErrorCode.WrongState, _host.Refused(MessageCode.AddLayer, rectifier.Write).Error);
    }

    [Fact]
    public void GetLayerCounts_TwoImages_HasThoseOfBoth()
    {
        Prepare(RegisterMode.Reading);
        TinyNetwork.Read(_host, 1);
        GetLayerCountsResponse one = Counts(0);
        TinyNetwork.Read(_host, 2);
        GetLayerCountsResponse two = Counts(0);
        Assert.Equal((1u, 2u), (one.Images, two.Images));
        Assert.Equal(2 * one.Counts[0], two.Counts[0]);
        Assert.Equal(32 * (TinyNetwork.Pixels + TinyNetwork.Lengths[0]) * 2, two.Counts[1] - (2 * 2 * 16 * 32));
        Assert.Equal(ErrorCode.OutOfRange, _host.Refused(MessageCode.GetLayerCounts, new GetLayerCountsRequest { Layer = 2 }.Write).Error);
    }

    private GetLayerCountsResponse Counts(int layer)
    {
        GetLayerCountsResponse counts = new();
        Assert.True(counts.Read(_host.Do(MessageCode.GetLayerCounts, new GetLayerCountsRequest { Layer = layer }.Write)));
        return counts;
    }

    private void Prepare(RegisterMode mode)
    {
        TinyNetwork.PutRegisters(_host, mode);
        TinyNetwork.Describe(_host);
        NetworkResponse applied = TinyNetwork.Apply(_host);
        Assert.Equal((TinyNetwork.Classes, 2, 32), (applied.Classes, applied.ProductLayers, applied.Length));
    }
}
