using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using ScEdge.Input;
using ScEdge.Training.Artifacts;

namespace ScEdge.Training.Tests.Artifacts;

/// <summary>
/// Whatever happens to a file of tensors, it gives what it holds or one sentence.
/// </summary>
[Trait("Kind", "Property")]
public sealed class SafetensorsPropertyTests : IDisposable
{
    private const int Files = 1000;

    // Names that JSON has to escape, too.
    private static readonly Gen<string> Name = Gen.Char["ab.\"\\/é\n0"].Array[1, 6].Select(static letters => new string(letters));

    private static readonly Gen<(string Name, int[] Shape)[]> Tensors = Gen.Select(Name, Gen.Int[0, 4].Array[0, 3]).Array[0, 5]
        .Select(static all => all.DistinctBy(static one => one.Item1).ToArray());

    private readonly string _path = Path.GetTempFileName();

    [Fact]
    public void Read_WhatWasWritten_IsTheSame() => Tensors.Sample(
        tensors => AssertSame(Make(tensors), Read(Bytes(tensors))),
        iter: Files,
        threads: 1);

    [Fact]
    public void Read_EntriesInAnyOrder_GivesTheSameTensors() => Gen.Select(Tensors, Gen.Int).Sample(
        (tensors, seed) =>
        {
            byte[] bytes = Bytes(tensors);
            int length = BitConverter.ToInt32(bytes);
            JsonObject header = JsonNode.Parse(bytes.AsSpan(8, length))!.AsObject();
            Random random = new(seed);
            JsonObject turned = [];
            foreach ((string name, JsonNode? entry) in header.ToArray().OrderBy(_ => random.Next()))
            {
                turned.Add(name, entry!.DeepClone());
            }

            byte[] text = Encoding.UTF8.GetBytes(turned.ToJsonString());
            AssertSame(Make(tensors), Read([.. BitConverter.GetBytes((long)text.Length), .. text, .. bytes[(8 + length)..]]));
        },
        iter: Files,
        threads: 1);

    [Fact]
    public void Read_CutAnywhere_IsASentence() => Gen.Select(Tensors, Gen.Double[0, 1]).Sample(
        (tensors, where) =>
        {
            byte[] bytes = Bytes(tensors);
            AssertSentence(Assert.Throws<InputException>(() => Read(bytes[..(int)(where * (bytes.Length - 1))])));
        },
        iter: Files,
        threads: 1);

    [Fact]
    public void Read_AnyByteChanged_GivesTensorsOrASentence() => Gen.Select(Tensors, Gen.Double[0, 1], Gen.Byte[1, 255]).Sample(
        (tensors, where, change) =>
        {
            byte[] bytes = Bytes(tensors);
            bytes[(int)(where * (bytes.Length - 1))] ^= change;
            try
            {
                // Numbers have no check here: what reads has as many of them as before.
                Assert.Equal(Make(tensors).Tensors.Sum(static one => one.Count), Read(bytes).Tensors.Sum(static one => one.Count));
            }
            catch (InputException exception)
            {
                AssertSentence(exception);
            }
        },
        iter: 5 * Files,
        threads: 1);

    public void Dispose() => File.Delete(_path);

    private void AssertSentence(InputException exception)
    {
        Assert.StartsWith($"'{_path}' ", exception.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", exception.Message, StringComparison.Ordinal);
    }

    private static void AssertSame(SafetensorsFile expected, SafetensorsFile actual)
    {
        Assert.Equal(expected.Metadata, actual.Metadata);
        Assert.Equal(expected.Tensors.Select(static one => one.Name).Order(), actual.Tensors.Select(static one => one.Name).Order());
        foreach (SafetensorsTensor tensor in expected.Tensors)
        {
            Assert.Equal(tensor.Shape, actual.Find(tensor.Name)!.Shape);
            Assert.Equal(tensor.Values<byte>(), actual.Find(tensor.Name)!.Values<byte>());
        }
    }

    // Bytes, so that any change of a length shows in the number of elements.
    private static SafetensorsFile Make((string Name, int[] Shape)[] tensors)
    {
        SafetensorsFile file = new() { Metadata = { ["key"] = "\"value\"\n" } };
        foreach ((int i, (string name, int[] shape)) in tensors.Index())
        {
            int count = shape.Aggregate(1, static (product, size) => product * size);
            file.Add<byte>(name, shape, [.. Enumerable.Range(i, count).Select(static value => (byte)value)]);
        }

        return file;
    }

    private static byte[] Bytes((string Name, int[] Shape)[] tensors)
    {
        using MemoryStream stream = new();
        Make(tensors).Write(stream);
        return stream.ToArray();
    }

    private SafetensorsFile Read(byte[] bytes)
    {
        File.WriteAllBytes(_path, bytes);
        return SafetensorsFile.Read(_path);
    }
}
