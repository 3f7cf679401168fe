using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Networks;

namespace ScEdge.Device.Tests;

/// <summary>The tiny network on a board that has no registers: its weights pass by.</summary>
internal static class StreamedNetwork
{
    /// <summary>Gets the bytes of all parameters, each layer's biases before its weights.</summary>
    public static byte[] Weights { get; } = [.. Bytes(1), .. Bytes(0), .. Bytes(3), .. Bytes(2)];

    public static AddStreamedLayerRequest Convolution() => new()
    {
        Kind = LayerKind.Convolution, Outputs = 3, KernelSize = 3, Padding = 1, Identity = 0, WeightFractionBits = 14, BiasFractionBits = 14,
        WeightMaximum = Maximum(0),
    };

    public static AddStreamedLayerRequest Dense() => new()
    {
        Kind = LayerKind.Dense, Outputs = TinyNetwork.Classes, Identity = 2, WeightFractionBits = 14, BiasFractionBits = 14,
        WeightMaximum = Maximum(2),
    };

    public static void Describe(TestHost host)
    {
        host.Do(MessageCode.BeginStreamedNetwork, TinyNetwork.Begin().Write);
        host.Do(MessageCode.AddStreamedLayer, Convolution().Write);
        host.Do(MessageCode.AddLayer, new AddLayerRequest { Kind = LayerKind.Rectifier }.Write);
        host.Do(MessageCode.AddLayer, new AddLayerRequest { Kind = LayerKind.Pooling }.Write);
        host.Do(MessageCode.AddStreamedLayer, Dense().Write);
    }

    /// <summary>Describes the model lenet5.</summary>
    public static void DescribeLeNet5(TestHost host)
    {
        host.Do(
            MessageCode.BeginStreamedNetwork,
            new BeginNetworkRequest { Channels = 1, Height = 28, Width = 28, Scale = 0.0127, Shift = -0.4242 }.Write);
        AddLeNet5Layer(host, LayerKind.Convolution, 6, 5, 2);
        AddLeNet5Layer(host, LayerKind.Rectifier);
        AddLeNet5Layer(host, LayerKind.Pooling);
        AddLeNet5Layer(host, LayerKind.Convolution, 16, 5);
        AddLeNet5Layer(host, LayerKind.Rectifier);
        AddLeNet5Layer(host, LayerKind.Pooling);
        AddLeNet5Layer(host, LayerKind.Dense, 120);
        AddLeNet5Layer(host, LayerKind.Rectifier);
        AddLeNet5Layer(host, LayerKind.Dense, 84);
        AddLeNet5Layer(host, LayerKind.Rectifier);
        AddLeNet5Layer(host, LayerKind.Dense, 10);
    }

    /// <summary>Returns an image that differs from others.</summary>
    public static byte[] Image(uint serial) => [.. TinyNetwork.Image.Select((pixel, i) => (byte)((i + serial) % 3 == 0 ? 0 : pixel + serial))];

    public static HoldImageResponse Hold(TestHost host, uint serial, uint weightSerial)
    {
        HoldImageResponse held = new();
        ReadImageRequest request = new() { Serial = serial, WeightSerial = weightSerial, Data = Image(serial), DataLength = TinyNetwork.Pixels };
        Assert.True(held.Read(host.Do(MessageCode.HoldImage, request.Write)));
        return held;
    }

    public static void Stream(TestHost host, int chunk, int first = 0, int? end = null)
    {
        StreamWeightsResponse taken = new();
        int last = end ?? Weights.Length;
        for (int offset = first; offset < last; offset += chunk)
        {
            Assert.True(taken.Read(host.Do(MessageCode.StreamWeights, Piece(offset, Math.Min(chunk, last - offset)).Write)));
            Assert.Equal((uint)Math.Min(last, offset + chunk), taken.Received);
        }
    }

    public static StreamWeightsRequest Piece(int offset, int count) =>
        new() { Offset = (uint)offset, Data = Weights, DataOffset = offset, DataLength = count };

    public static Reading Reading(TestHost host, int image)
    {
        ReadImageResponse answer = new();
        Assert.True(answer.Read(host.Do(MessageCode.GetReading, new GetReadingRequest { Image = image }.Write)));
        return Tests.Reading.Of(answer);
    }

    /// <summary>Has images read in passes of as many as the board holds.</summary>
    public static List<Reading> Read(TestHost host, (uint Serial, uint WeightSerial)[] images, int chunk)
    {
        List<Reading> readings = [];
        for (int next = 0; next < images.Length;)
        {
            HoldImageResponse held;
            do
            {
                held = Hold(host, images[next].Serial, images[next].WeightSerial);
                next++;
            }
            while (held.Held < held.Room && next < images.Length);
            Stream(host, chunk);
            readings.AddRange(Enumerable.Range(0, held.Held).Select(i => Reading(host, i)));
        }

        return readings;
    }

    private static void AddLeNet5Layer(TestHost host, LayerKind kind, int outputs = 0, int kernelSize = 0, int padding = 0)
    {
        if (outputs == 0)
        {
            host.Do(MessageCode.AddLayer, new AddLayerRequest { Kind = kind }.Write);
            return;
        }

        AddStreamedLayerRequest layer = new() { Kind = kind, Outputs = outputs, KernelSize = kernelSize, Padding = padding };
        host.Do(MessageCode.AddStreamedLayer, layer.Write);
    }

    private static int Maximum(int tensor) => Values(tensor).Max(static value => Math.Abs((int)value));

    private static byte[] Bytes(int tensor) => [.. Values(tensor).SelectMany(BitConverter.GetBytes)];

    private static short[] Values(int tensor) => [.. Enumerable.Range(0, TinyNetwork.Lengths[tensor])
        .Select(i => TinyNetwork.Register(tensor, i))];
}

/// <summary>What a board read in an image.</summary>
internal sealed record Reading(uint Serial, int Class, uint Lead, int Exponent, long Bits, string Scores)
{
    public static Reading Of(ReadImageResponse answer) => new(
        answer.Serial, answer.Class, answer.Lead, answer.Exponent, answer.Bits,
        string.Join(' ', Enumerable.Range(0, answer.DataLength / 4).Select(i =>
            (int)LittleEndian.ReadUInt32(answer.Data, answer.DataOffset + (4 * i)))));
}
