using System;
using System.Linq;
using ScEdge.Cbram.Presets;
using ScEdge.Device.Cells;
using ScEdge.Device.Networks;
using ScEdge.Device.Platform;
using ScEdge.Entropy.Sources;
using ScEdge.FrontEnd;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Configuration;
using ScEdge.Protocol.Messages.Networks;
using ScEdge.Protocol.Sessions;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Stochastic.Passes;
using Xunit.Abstractions;

namespace ScEdge.Device.Tests;

/// <summary>What the device takes of the chip's memory.</summary>
public sealed class HeapTests(ITestOutputHelper output)
{
    private const int Parameters = 5994;

    // The model edge: weights and biases of three layers.
    private static readonly int[] Lengths = [72, 8, 1152, 16, 4736, 10];

    [Theory]
    [InlineData(0.0, 256, 0.0, 60_000)]
    [InlineData(0.3, 32, 0.0, 75_000)] // All cells share a table of 13,376 bytes.
    [InlineData(0.3, 32, 0.5, 140_000)] // Each tensor's cells have a table of their own once their ages differ.
    [InlineData(0.3, 32, 0.5, 141_000, true)]
    [InlineData(0.3, 32, 0.0, 90_000, false, 0.2)] // Some tensors' cells still have the table of before the drive has drifted.
    [Trait("Kind", "Unit")]
    public void Configuration_EdgeNetworkWithMomentum_TakesNoMoreThanAnnounced(
        double deviceToDevice, int lanes, double wear, int largest, bool hasLaw = false, double drift = 0.0)
    {
        TestHost host = new(new BoardSettings
        {
            HeapBytes = 1_000_000,
            Link = new LinkSettings { MaximumPayload = 512, Window = 4, LineBufferBytes = 2048 },
        });
        HeapCount bare = Count(host);
        ApplyConfigurationResponse applied = Configure(host, deviceToDevice, lanes, wear, hasLaw, drift);
        for (int i = 0; i < Lengths.Length; i++)
        {
            // Two thousand cycles are the life of a cell.
            host.Board.State.Configuration.Tensors[i].Bank.Age((i + 1) * 100_000);
            host.Board.State.Configuration.Tensors[i].Bank.BeginStep(i < 3 ? 64u : 0u);
        }

        HeapCount resident = Count(host);
        output.WriteLine($"{bare.Bytes} bytes, with {applied.Parameters} parameters {resident.Bytes}; announced were {applied.NeededBytes}");
        Assert.Equal((uint)Parameters, applied.Parameters);
        int taken = resident.Bytes - bare.Bytes;
        Assert.InRange(taken, 6 * Parameters, largest);
        Assert.True(taken <= applied.NeededBytes, $"{taken} bytes are taken where {applied.NeededBytes} were announced.");
    }

    [Theory]
    [InlineData(StreamSource.SharedCells, 32, 0.0, 32, 40_960)]
    [InlineData(StreamSource.SharedCells, 256, 0.0, 32, 60_000)]
    [InlineData(StreamSource.SharedCells, 32, 0.3, 16, 60_000)]
    [InlineData(StreamSource.SharedCells, 32, 0.0, 32, 30_000, 55_000)]
    [InlineData(StreamSource.Sobol, 32, 0.0, 32, 40_960)]
    [InlineData(StreamSource.Sobol, 1024, 0.0, 32, 100_000)]
    [InlineData(StreamSource.Ramp, 1024, 0.0, 32, 100_000)]
    [InlineData(StreamSource.OwnCells, 32, 0.0, 32, 40_960)]
    [InlineData(StreamSource.OwnCells, 256, 0.0, 32, 80_000)]
    [Trait("Kind", "Unit")]
    public void Network_Edge_TakesNoMoreThanAnnounced(
        StreamSource source, int length, double deviceToDevice, int lanes, int largest, int heap = 1_000_000)
    {
        TestHost host = new(new BoardSettings
        {
            HeapBytes = heap,
            Link = new LinkSettings { MaximumPayload = 512, Window = 4, LineBufferBytes = 2048 },
        });
        HeapCount bare = Count(host);
        TinyNetwork.PutRegisters(host, RegisterMode.Reading, 200, 8, 3200, 16, 2560, 10);
        TinyNetwork.DescribeEdge(host);
        HeapCount registers = Count(host);
        NetworkResponse applied = TinyNetwork.Apply(host, TinyNetwork.Settings(
            new PassSettings { ForwardLength = length, Source = source },
            new CellBankSettings { Lanes = lanes, CellsPerLane = length, DeviceToDevice = deviceToDevice }));
        HeapCount network = Count(host);
        int taken = network.Bytes - registers.Bytes;
        int announced = heap - (int)applied.FreeBytes - (int)applied.NeededBytes;
        output.WriteLine($"{source}, {length} bits: {bare.Bytes} bytes, {registers.Bytes - bare.Bytes} for the registers of {announced} announced, "
            + $"{taken} for the network of {applied.NeededBytes}");
        Assert.True(registers.Bytes - bare.Bytes <= announced, "The registers take more than was announced.");
        Assert.InRange(taken, 4 * (2016 + 1024), largest);
        Assert.True(taken <= applied.NeededBytes, $"{taken} bytes are taken where {applied.NeededBytes} were announced.");
    }

    [Theory]
    [InlineData(StreamSource.SharedCells, 32, 0.0, 256, 55_000)]
    [InlineData(StreamSource.SharedCells, 32, 0.0, 256, 33_000)]
    [InlineData(StreamSource.SharedCells, 256, 0.0, 256, 55_000)]
    [InlineData(StreamSource.SharedCells, 32, 0.3, 16, 55_000)]
    [InlineData(StreamSource.Sobol, 32, 0.0, 256, 55_000)]
    [InlineData(StreamSource.Lfsr, 32, 0.0, 256, 55_000)]
    [InlineData(StreamSource.OwnCells, 32, 0.0, 256, 55_000)]
    [InlineData(StreamSource.OwnCells, 128, 0.0, 256, 55_000)]
    [InlineData(StreamSource.SharedCells, 32, 0.0, 256, 1_000_000)]
    [Trait("Kind", "Unit")]
    public void Network_LeNet5Streamed_TakesNoMoreThanAnnounced(StreamSource source, int length, double deviceToDevice, int lanes, int heap)
    {
        TestHost host = new(new BoardSettings
        {
            HeapBytes = heap,
            Link = new LinkSettings { MaximumPayload = 512, Window = 4, LineBufferBytes = 2048 },
        });
        HeapCount bare = Count(host);
        StreamedNetwork.DescribeLeNet5(host);
        NetworkResponse applied = TinyNetwork.Apply(host, TinyNetwork.Settings(
            new PassSettings { ForwardLength = length, Source = source },
            new CellBankSettings { Lanes = lanes, CellsPerLane = length, DeviceToDevice = deviceToDevice }));
        ReadImageRequest request = new() { Data = new byte[784], DataLength = 400 };
        host.Do(MessageCode.PutPixels, new PutPixelsRequest { Data = new byte[784], DataLength = 400 }.Write);
        request.Offset = 400;
        request.DataLength = 384;
        HoldImageResponse held = new();
        Assert.True(held.Read(host.Do(MessageCode.HoldImage, request.Write)));
        int taken = Count(host).Bytes - bare.Bytes;
        output.WriteLine($"{source}, {length} bits: {bare.Bytes} bytes, {taken} for the network of {applied.NeededBytes} announced, "
            + $"{held.Room} images, {host.Board.State.Description.Plan.Room} weights at a time");
        Assert.InRange(taken, 4 * (784 + 1176), heap);
        Assert.True(taken <= applied.NeededBytes, $"{taken} bytes are taken where {applied.NeededBytes} were announced.");
        Assert.InRange(held.Room, 1, 16);
    }

    [Theory]
    [InlineData(StreamSource.OwnCells)]
    [InlineData(StreamSource.SharedCells)]
    [InlineData(StreamSource.Sobol)]
    [Trait("Kind", "Unit")]
    public void WeightPass_TwoImages_AllocatesNothing(StreamSource source)
    {
        TestHost host = new();
        StreamedNetwork.Describe(host);
        TinyNetwork.Apply(host, TinyNetwork.Settings(new PassSettings { ForwardLength = 32, Source = source }));
        WeightPass pass = host.Board.State.Network.Pass;
        void Read(uint serial)
        {
            pass.Hold(serial, serial);
            pass.Hold(serial + 1, serial);
            for (int offset = 0; offset < StreamedNetwork.Weights.Length; offset += 100)
            {
                pass.Take(StreamedNetwork.Weights, offset, Math.Min(100, StreamedNetwork.Weights.Length - offset));
                while (!pass.RunPart(out _))
                {
                }
            }

            Assert.True(pass.IsComplete);
        }

        Read(1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Read(3);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Theory]
    [InlineData(StreamSource.OwnCells)]
    [InlineData(StreamSource.SharedCells)]
    [InlineData(StreamSource.Lfsr)]
    [InlineData(StreamSource.Sobol)]
    [InlineData(StreamSource.Ramp)]
    [Trait("Kind", "Unit")]
    public void ReadImage_OnceThroughTheNetwork_AllocatesNothing(StreamSource source)
    {
        TestHost host = new();
        TinyNetwork.PutRegisters(host, RegisterMode.Reading);
        TinyNetwork.Describe(host);
        TinyNetwork.Apply(host, TinyNetwork.Settings(new PassSettings { ForwardLength = 32, Source = source }));
        TinyNetwork.Read(host, 1);
        ImageReader reader = new();
        void Read(uint serial)
        {
            reader.Begin(host.Board.State.Network, serial, serial);
            while (!reader.RunPart())
            {
            }
        }

        Read(1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Read(2);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Cells_EightOfAFrontEnd_TakeLittle()
    {
        SimulatedBench bench = new(PresetCatalog.Find("jo2009"), cells: 8, seed: 1, tolerance: 2048);
        MemoryStorage[] files = [.. Enumerable.Range(0, 8).Select(_ => new MemoryStorage())];
        HeapCount bare = Count(new TestHost());
        TestHost host = new(cells: () => new BoardCells(
            new CbramEntropySource(bench.Driver, bench.Calibration, EntropyQuality.True), new CellStore([.. files]), new ReplaySource(1, 2), 30));
        host.Connect();
        HeapCount waiting = Count(host, [bench.FrontEnd, .. files]);
        for (int i = 0; i < 100_000 && host.Cells!.Source.CellsInService < 8; i++)
        {
            host.Poll();
        }

        HeapCount serving = Count(host, [bench.FrontEnd, .. files]);
        output.WriteLine($"{bare.Bytes} bytes without cells, {waiting.Bytes} before the first calibration, {serving.Bytes} with eight tables");
        Assert.Equal(8, host.Cells!.Source.CellsInService);
        Assert.InRange(serving.Bytes - bare.Bytes, 8 * 18 * sizeof(double), 8_000);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Configuration_DriveThatDroops_AnnouncesWhatItsTableTakesWhileItIsBuilt()
    {
        uint without = Configure(new TestHost(), 0.3, 32, 0, hasLaw: false, drift: 0).NeededBytes;
        uint with = Configure(new TestHost(), 0.3, 32, 0, hasLaw: false, drift: 0, droop: 0.5).NeededBytes;
        Assert.InRange(with - without, (uint)(sizeof(double) * CellResponse.NodeCount), 2000u);
    }

    private static HeapCount Count(TestHost host, params object[] others)
    {
        // Line, clock and storage belong to the board, not to the device.
        HeapCount count = new();
        count.Skip(host.Clock);
        count.Skip(host.Storage);
        count.Skip(host.Entropy);
        count.Skip(host.BoardLine);
        foreach (object other in others)
        {
            count.Skip(other);
        }

        count.Add(host.Board);
        return count;
    }

    private static ApplyConfigurationResponse Configure(
        TestHost host, double deviceToDevice, int lanes, double wear, bool hasLaw, double drift, double droop = 0)
    {
        Training training = new(OptimizerKind.Momentum, deviceToDevice);
        training.Cells.Lanes = lanes;
        training.Settings.DecayLength = 32;
        training.Cells.Wear = wear;
        training.Cells.DriveDrift = drift;
        training.Cells.SetDroop = droop;
        training.Cells.ReadMiss = 0;
        training.Cells.Law = hasLaw ? Training.Law() : null;
        host.Do(BeginConfigurationRequest.Code, training.Request().Write);
        for (int i = 0; i < Lengths.Length; i++)
        {
            AddTensorRequest tensor = new() { Rank = 1, WeightFractionBits = 14, Identity = (uint)i };
            tensor.Shape[0] = (uint)Lengths[i];
            host.Do(AddTensorRequest.Code, tensor.Write);
        }

        ApplyConfigurationResponse applied = new();
        Assert.True(applied.Read(host.Do(MessageCode.ApplyConfiguration)));
        return applied;
    }
}
