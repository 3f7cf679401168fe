using System;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Configuration;
using ScEdge.Protocol.Messages.Networks;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Stochastic.Passes;
using ScEdge.Stochastic.Serialization;

namespace ScEdge.Fuzzing.Seeds;

/// <summary>A board that is told of a network and reads with it, and again after a restart.</summary>
internal static class ReadingSeeds
{
    private const int Pixels = 36;

    /// <summary>Reads two images.</summary>
    public static byte[] Read(StreamSource source)
    {
        RequestRow row = new();
        byte[] settings = OptimizerPlan.Write(new OptimizerSettings(), new CellBankSettings());
        row.Add(MessageCode.BeginConfiguration, new BeginConfigurationRequest
        {
            Mode = RegisterMode.Reading, Optimizer = (int)OptimizerKind.Sgd, Data = settings, DataLength = settings.Length,
        }.Write);
        foreach (uint length in (uint[])[18, 2, 36, 2])
        {
            AddTensorRequest tensor = new() { Rank = 1, WeightFractionBits = 14 };
            tensor.Shape[0] = length;
            row.Add(MessageCode.AddTensor, tensor.Write);
        }

        row.Add(MessageCode.ApplyConfiguration);
        row.Add(MessageCode.BeginNetwork, new BeginNetworkRequest { Channels = 1, Height = 6, Width = 6, Scale = 0.0127, Shift = -0.42 }.Write);
        row.Add(
            MessageCode.AddLayer,
            new AddLayerRequest { Kind = LayerKind.Convolution, Weights = 0, Bias = 1, Outputs = 2, KernelSize = 3, Padding = 1 }.Write);
        row.Add(MessageCode.AddLayer, new AddLayerRequest { Kind = LayerKind.Pooling }.Write);
        row.Add(MessageCode.AddLayer, new AddLayerRequest { Kind = LayerKind.Rectifier }.Write);
        row.Add(MessageCode.AddLayer, new AddLayerRequest { Kind = LayerKind.Dense, Weights = 2, Bias = 3, Outputs = 2 }.Write);
        row.Add(MessageCode.ApplyNetwork, Settings(source));
        row.Add(MessageCode.PutPixels, new PutPixelsRequest { Data = new byte[Pixels], DataLength = 20 }.Write);
        row.Add(MessageCode.ReadImage, new ReadImageRequest { Serial = 1, Offset = 20, Data = new byte[Pixels], DataLength = 16 }.Write);
        row.Add(MessageCode.ReadImage, new ReadImageRequest { Serial = 2 }.Write);
        row.Add(MessageCode.GetLayerCounts, new GetLayerCountsRequest().Write);
        row.Add(MessageCode.GetNetwork);
        row.Add(MessageCode.SaveCheckpoint);
        row.Add(MessageCode.ResetBoard);
        row.Add(MessageCode.RestoreCheckpoint);
        row.Add(MessageCode.ReadImage, new ReadImageRequest { Data = new byte[Pixels], DataLength = Pixels }.Write);
        return row.ToArray();
    }

    /// <summary>Reads two images with weights that are streamed.</summary>
    public static byte[] Stream(StreamSource source)
    {
        RequestRow row = new();
        row.Add(
            MessageCode.BeginStreamedNetwork, new BeginNetworkRequest { Channels = 1, Height = 6, Width = 6, Scale = 0.0127, Shift = -0.42 }.Write);
        row.Add(
            MessageCode.AddStreamedLayer,
            new AddStreamedLayerRequest
            {
                Kind = LayerKind.Convolution, Outputs = 2, KernelSize = 3, Padding = 1, WeightFractionBits = 14, BiasFractionBits = 14,
                WeightMaximum = 900,
            }.Write);
        row.Add(MessageCode.AddLayer, new AddLayerRequest { Kind = LayerKind.Pooling }.Write);
        row.Add(MessageCode.AddLayer, new AddLayerRequest { Kind = LayerKind.Rectifier }.Write);
        row.Add(
            MessageCode.AddStreamedLayer,
            new AddStreamedLayerRequest { Kind = LayerKind.Dense, Outputs = 2, Identity = 2, WeightFractionBits = 14, WeightMaximum = 900 }.Write);
        row.Add(MessageCode.ApplyNetwork, Settings(source));
        row.Add(MessageCode.HoldImage, new ReadImageRequest { Serial = 1, Data = new byte[Pixels], DataLength = Pixels }.Write);
        row.Add(MessageCode.HoldImage, new ReadImageRequest { Serial = 2 }.Write);

        // 2 biases and 18 weights, 2 and 36: the largest of each layer is 900.
        byte[] weights = new byte[2 * (20 + 38)];
        foreach (int at in (int[])[5, 30])
        {
            BitConverter.TryWriteBytes(weights.AsSpan(2 * at), (short)900);
        }

        for (int offset = 0; offset < weights.Length; offset += 60)
        {
            int count = Math.Min(60, weights.Length - offset);
            row.Add(
                MessageCode.StreamWeights,
                new StreamWeightsRequest { Offset = (uint)offset, Data = weights, DataOffset = offset, DataLength = count }.Write);
        }

        row.Add(MessageCode.GetReading, new GetReadingRequest { Image = 1 }.Write);
        row.Add(MessageCode.GetLayerCounts, new GetLayerCountsRequest().Write);
        row.Add(MessageCode.GetNetwork);
        row.Add(MessageCode.HoldImage, new ReadImageRequest { Serial = 3 }.Write);
        row.Add(MessageCode.ResetBoard);
        return row.ToArray();
    }

    private static Action<MessageWriter> Settings(StreamSource source)
    {
        SettingsBytes bytes = SettingsBytes.Writer();
        new PassSettings { Seed = 5, ForwardLength = 16, Source = source }.Visit(bytes);
        new CellBankSettings { Lanes = 3 }.Visit(bytes);
        byte[] data = bytes.ToArray();
        return new ApplyNetworkRequest { Data = data, DataLength = data.Length }.Write;
    }
}
