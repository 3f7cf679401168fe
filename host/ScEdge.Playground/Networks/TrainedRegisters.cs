using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using ScEdge.Input;
using ScEdge.Protocol.Messages.Configuration;
using ScEdge.Protocol.Messages.Networks;

namespace ScEdge.Playground.Networks;

/// <summary>
/// A trained network as a run writes it to registers.safetensors: layers, what turns pixels into inputs, and registers.
/// </summary>
/// <param name="Name">Name of the architecture.</param>
/// <param name="Images">Size of an image, and what makes an input of a pixel.</param>
/// <param name="Layers">The layers as a board takes them; the tensors are numbered in the order of the file, weights before biases.</param>
/// <param name="Tensors">The tensors as a board takes them.</param>
/// <param name="Registers">Their registers.</param>
/// <param name="WeightBits">Bits of a register, sign included.</param>
public sealed record TrainedRegisters(
    string Name,
    BeginNetworkRequest Images,
    IReadOnlyList<AddLayerRequest> Layers,
    IReadOnlyList<AddTensorRequest> Tensors,
    IReadOnlyList<short[]> Registers,
    int WeightBits)
{
    private const string MetadataKey = "__metadata__";
    private const int FullWidth = 16;

    /// <summary>Gets the pixels of an image.</summary>
    public int Pixels => Images.Channels * Images.Height * Images.Width;

    /// <summary>Returns all registers as the state image of a board that only reads: 16 bits each, the lower byte first.</summary>
    public byte[] Image()
    {
        byte[] image = new byte[sizeof(short) * Registers.Sum(static registers => registers.Length)];
        int offset = 0;
        foreach (short register in Registers.SelectMany(static registers => registers))
        {
            BinaryPrimitives.WriteInt16LittleEndian(image.AsSpan(offset), register);
            offset += sizeof(short);
        }

        return image;
    }

    /// <summary>Reads a file.</summary>
    /// <param name="bytes">The file.</param>
    /// <exception cref="InputException">It is not one that a run wrote.</exception>
    public static TrainedRegisters Read(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        try
        {
            int header = (int)BinaryPrimitives.ReadInt64LittleEndian(bytes);
            using JsonDocument document = JsonDocument.Parse(bytes.AsMemory(sizeof(long), header));
            return Parse(document.RootElement, bytes.AsSpan(sizeof(long) + header));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or OverflowException
            or ArgumentException or KeyNotFoundException)
        {
            throw new InputException("The network's file holds no registers that a training wrote, or is damaged: export the run again.", exception);
        }
    }

    private static TrainedRegisters Parse(JsonElement header, ReadOnlySpan<byte> data)
    {
        JsonElement metadata = header.GetProperty(MetadataKey);
        string Text(string key) => metadata.GetProperty("scedge." + key).GetString()!;
        double Single(string key) => float.Parse(Text(key), NumberStyles.Float, CultureInfo.InvariantCulture);
        int Whole(string key) => int.Parse(Text(key), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        JsonProperty[] entries =
        [
            .. header.EnumerateObject().Where(static entry => entry.Name != MetadataKey).OrderBy(static entry => Offset(entry, 0)),
        ];
        List<AddTensorRequest> tensors = [];
        List<short[]> registers = [];
        foreach (JsonProperty entry in entries)
        {
            tensors.Add(Tensor(entry, (uint)tensors.Count, Whole("fraction_bits." + entry.Name)));
            registers.Add(Numbers(data[Offset(entry, 0)..Offset(entry, 1)]));
        }

        using JsonDocument model = JsonDocument.Parse(Text("model"));
        return new TrainedRegisters(
            Text("model_name"), Image(model.RootElement, Single("input_scale"), Single("input_shift")), [.. LayersOf(model.RootElement)],
            tensors, registers, entries.Max(entry => metadata.TryGetProperty("scedge.weight_bits." + entry.Name, out _)
                ? Whole("weight_bits." + entry.Name)
                : FullWidth));
    }

    private static int Offset(JsonProperty entry, int which) => entry.Value.GetProperty("data_offsets")[which].GetInt32();

    private static AddTensorRequest Tensor(JsonProperty entry, uint identity, int fractionBits)
    {
        byte[] name = System.Text.Encoding.ASCII.GetBytes(entry.Name);
        int[] shape = [.. entry.Value.GetProperty("shape").EnumerateArray().Select(static size => size.GetInt32())];
        AddTensorRequest tensor = new()
        {
            Rank = shape.Length, WeightFractionBits = fractionBits, Identity = identity, Data = name, DataLength = name.Length,
        };
        for (int i = 0; i < shape.Length; i++)
        {
            tensor.Shape[i] = (uint)shape[i];
        }

        return entry.Value.GetProperty("dtype").GetString() == "I16" ? tensor : throw new FormatException("No counters of 16 bits.");
    }

    private static short[] Numbers(ReadOnlySpan<byte> bytes)
    {
        short[] numbers = new short[bytes.Length / sizeof(short)];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = BinaryPrimitives.ReadInt16LittleEndian(bytes[(sizeof(short) * i)..]);
        }

        return numbers;
    }

    private static BeginNetworkRequest Image(JsonElement model, double scale, double shift) => new()
    {
        Channels = model.GetProperty("inputChannels").GetInt32(),
        Height = model.GetProperty("inputHeight").GetInt32(),
        Width = model.GetProperty("inputWidth").GetInt32(),
        Scale = scale,
        Shift = shift,
    };

    private static IEnumerable<AddLayerRequest> LayersOf(JsonElement model)
    {
        int tensor = 0;
        foreach (JsonElement layer in model.GetProperty("layers").EnumerateArray())
        {
            int Number(string key) => layer.TryGetProperty(key, out JsonElement value) ? value.GetInt32() : 0;
            LayerKind kind = layer.GetProperty("type").GetString() switch
            {
                "convolution" => LayerKind.Convolution,
                "dense" => LayerKind.Dense,
                "maxPooling" => LayerKind.Pooling,
                "relu" => LayerKind.Rectifier,
                _ => throw new FormatException("An unknown layer."),
            };
            bool isProduct = kind is LayerKind.Convolution or LayerKind.Dense;
            yield return new AddLayerRequest
            {
                Kind = kind,
                Weights = isProduct ? tensor++ : 0,
                Bias = isProduct ? tensor++ : 0,
                Outputs = kind == LayerKind.Convolution ? Number("outputChannels") : Number("outputs"),
                KernelSize = Number("kernelSize"),
                Padding = Number("padding"),
            };
        }
    }
}
