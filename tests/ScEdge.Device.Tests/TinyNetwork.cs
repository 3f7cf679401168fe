using System;
using System.Linq;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Configuration;
using ScEdge.Protocol.Messages.Networks;
using ScEdge.Protocol.Messages.State;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Stochastic.Passes;
using ScEdge.Stochastic.Serialization;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Device.Tests;

/// <summary>A network for images of 8 x 8 pixels on a board: a convolution with padding, rectifier, pooling, a dense layer.</summary>
internal static class TinyNetwork
{
    public const int Pixels = 64;

    public const int Classes = 4;

    public static readonly int[] Lengths = [3 * 9, 3, Classes * 3 * 16, Classes];

    public static byte[] Image { get; } = [.. Enumerable.Range(0, Pixels).Select(static i => (byte)(i * 53 % 256))];

    public static AddLayerRequest[] Layers() =>
    [
        new() { Kind = LayerKind.Convolution, Weights = 0, Bias = 1, Outputs = 3, KernelSize = 3, Padding = 1 },
        new() { Kind = LayerKind.Rectifier },
        new() { Kind = LayerKind.Pooling },
        new() { Kind = LayerKind.Dense, Weights = 2, Bias = 3, Outputs = Classes },
    ];

    /// <summary>Configures a board for the registers of a network and pushes some.</summary>
    public static void PutRegisters(TestHost host, RegisterMode mode, params int[] lengths)
    {
        lengths = lengths.Length == 0 ? Lengths : lengths;
        byte[] settings = OptimizerPlan.Write(new OptimizerSettings(), new CellBankSettings());
        OptimizerKind kind = mode == RegisterMode.Reading ? OptimizerKind.Sgd : OptimizerKind.Momentum;
        host.Do(
            MessageCode.BeginConfiguration,
            new BeginConfigurationRequest { Mode = mode, Optimizer = (int)kind, Data = settings, DataLength = settings.Length }.Write);
        for (int i = 0; i < lengths.Length; i++)
        {
            AddTensorRequest tensor = new() { Rank = 1, WeightFractionBits = 14, Identity = (uint)i };
            tensor.Shape[0] = (uint)lengths[i];
            host.Do(MessageCode.AddTensor, tensor.Write);
        }

        host.Do(MessageCode.ApplyConfiguration);
        byte[] image = [.. lengths.SelectMany(static (length, tensor) => Enumerable.Range(0, length)
            .SelectMany(i => BitConverter.GetBytes(Register(tensor, i))))];
        Training.PushChunks(host, StateImageKind.Weights, image);
        host.Do(MessageCode.CommitPush);
    }

    /// <summary>Returns a register of a tensor.</summary>
    public static short Register(int tensor, int index) => (short)((short)CounterGenerator.Word((uint)tensor, 8, (uint)index) >> 3);

    public static BeginNetworkRequest Begin() => new() { Channels = 1, Height = 8, Width = 8, Scale = 1 / 64.0, Shift = -0.4 };

    public static void Describe(TestHost host)
    {
        host.Do(MessageCode.BeginNetwork, Begin().Write);
        foreach (AddLayerRequest layer in Layers())
        {
            host.Do(MessageCode.AddLayer, layer.Write);
        }
    }

    /// <summary>Describes the model edge.</summary>
    public static void DescribeEdge(TestHost host)
    {
        host.Do(MessageCode.BeginNetwork, new BeginNetworkRequest { Channels = 1, Height = 28, Width = 28, Scale = 0.0127, Shift = -0.4242 }.Write);
        AddLayerRequest[] layers =
        [
            new() { Kind = LayerKind.Convolution, Weights = 0, Bias = 1, Outputs = 8, KernelSize = 5 },
            new() { Kind = LayerKind.Rectifier },
            new() { Kind = LayerKind.Pooling },
            new() { Kind = LayerKind.Convolution, Weights = 2, Bias = 3, Outputs = 16, KernelSize = 5 },
            new() { Kind = LayerKind.Rectifier },
            new() { Kind = LayerKind.Pooling },
            new() { Kind = LayerKind.Dense, Weights = 4, Bias = 5, Outputs = 10 },
        ];
        foreach (AddLayerRequest layer in layers)
        {
            host.Do(MessageCode.AddLayer, layer.Write);
        }
    }

    public static ApplyNetworkRequest Settings(PassSettings? passes = null, CellBankSettings? cells = null)
    {
        SettingsBytes writer = SettingsBytes.Writer();
        (passes ?? new PassSettings { Seed = 3, ForwardLength = 32, Source = StreamSource.SharedCells }).Visit(writer);
        (cells ?? new CellBankSettings { Lanes = 16 }).Visit(writer);
        byte[] bytes = writer.ToArray();
        return new ApplyNetworkRequest { Data = bytes, DataLength = bytes.Length };
    }

    public static NetworkResponse Apply(TestHost host, ApplyNetworkRequest? settings = null)
    {
        NetworkResponse applied = new();
        Assert.True(applied.Read(host.Do(MessageCode.ApplyNetwork, (settings ?? Settings()).Write)));
        return applied;
    }

    /// <summary>Has an image read and returns its scores.</summary>
    public static int[] Read(TestHost host, uint serial, byte[]? image = null)
    {
        ReadImageResponse answer = new();
        ReadImageRequest request = new() { Serial = serial, WeightSerial = serial, Data = image ?? Image, DataLength = Pixels };
        Assert.True(answer.Read(host.Do(MessageCode.ReadImage, request.Write)));
        Assert.Equal(serial, answer.Serial);
        int[] scores = [.. Enumerable.Range(0, answer.DataLength / 4)
            .Select(i => (int)LittleEndian.ReadUInt32(answer.Data, answer.DataOffset + (4 * i)))];
        Assert.Equal(Array.IndexOf(scores, scores.Max()), answer.Class);
        return scores;
    }
}
