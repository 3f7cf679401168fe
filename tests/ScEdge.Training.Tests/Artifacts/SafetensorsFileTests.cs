using System;
using System.IO;
using System.Linq;
using System.Text;
using ScEdge.Input;
using ScEdge.Training.Artifacts;

namespace ScEdge.Training.Tests.Artifacts;

[Trait("Kind", "Unit")]
public sealed class SafetensorsFileTests
{
    [Fact]
    public void WriteRead_AllTypes_RoundTrip()
    {
        SafetensorsFile file = new();
        file.Metadata["model"] = "lenet5";
        file.Metadata["note"] = "\"quoted\"\n\u00e4";
        file.Add<float>("f32", [2, 3], [1.5f, -0f, float.NaN, float.MaxValue, float.Epsilon, 3]);
        file.Add<short>("i16", [3], [-1, 2, short.MinValue]);
        file.Add<ushort>("u16", [1, 1], [65535]);
        file.Add<int>("i32", [2], [int.MinValue, 5]);
        file.Add<long>("i64", [], [long.MinValue]);
        file.Add<byte>("u8", [0], []);
        string path = Path.GetTempFileName();
        file.Write(path);
        SafetensorsFile again = SafetensorsFile.Read(path);
        File.Delete(path);
        Assert.Equal(file.Metadata, again.Metadata);
        Assert.Equal(["f32", "i16", "u16", "i32", "i64", "u8"], again.Tensors.Select(static t => t.Name));
        foreach (SafetensorsTensor tensor in file.Tensors)
        {
            SafetensorsTensor other = again.Find(tensor.Name)!;
            Assert.Equal(tensor.Shape, other.Shape);
            Assert.Equal(tensor.ElementTypeName, other.ElementTypeName);
        }

        Assert.Equal(file.Find("f32")!.Values<float>().ToArray(), again.Find("f32")!.Values<float>().ToArray());
        Assert.Equal([-1, 2, short.MinValue], again.Find("i16")!.Values<short>().ToArray());
        Assert.Equal([long.MinValue], again.Find("i64")!.Values<long>().ToArray());
        Assert.Null(again.Find("none"));
        Assert.Throws<InvalidOperationException>(() => again.Find("f32")!.Values<int>().Length);
    }

    [Fact]
    [Trait("Kind", "Golden")]
    public void Write_SmallFile_HasTheGoldenBytes()
    {
        SafetensorsFile file = new();
        file.Metadata["b"] = "2";
        file.Metadata["a"] = "1";
        file.Add<short>("w", [2], [1, -2]);
        using MemoryStream stream = new();
        file.Write(stream);
        const string Header = "{\"__metadata__\":{\"a\":\"1\",\"b\":\"2\"},\"w\":{\"dtype\":\"I16\",\"shape\":[2],\"data_offsets\":[0,4]}} ";
        Assert.Equal(0, Header.Length % 8);
        Assert.Equal([(byte)Header.Length, 0, 0, 0, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(Header), 1, 0, 0xFE, 0xFF], stream.ToArray());
    }

    [Theory]
    [InlineData("{}", 1)]
    [InlineData("[]", 0)]
    [InlineData("{", 0)]
    [InlineData("{\"w\":1}", 0)]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[1]}}", 4)]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4],\"more\":1}}", 4)]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}", 4)]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}", 4)]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[65536,65536],\"data_offsets\":[0,0]}}", 0)]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}", 8)]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", 5)]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", 3)]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[-4,0]}}", 0)]
    [InlineData("{\"w\":{\"dtype\":\"F31\",\"shape\":[1],\"data_offsets\":[0,4]}}", 4)]
    [InlineData("{\"w\":{\"dtype\":7,\"shape\":[1],\"data_offsets\":[0,4]}}", 4)]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[1.5],\"data_offsets\":[0,4]}}", 4)]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}", 8)]
    [InlineData("{\"a\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[0,2]},\"b\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[1,3]}}", 3)]
    [InlineData("{\"__metadata__\":{\"a\":1}}", 0)]
    [InlineData("{\"__metadata__\":{\"a\":null}}", 0)]
    [InlineData("{\"__metadata__\":7}", 0)]
    public void Read_MalformedFile_NamesIt(string header, int dataLength)
    {
        byte[] bytes = [(byte)header.Length, 0, 0, 0, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(header), .. new byte[dataLength]];
        AssertRejected(bytes);
    }

    [Fact]
    public void Read_MetadataOfNull_IsNone()
    {
        const string Header = "{\"__metadata__\":null}";
        string path = Path.GetTempFileName();
        File.WriteAllBytes(path, [(byte)Header.Length, 0, 0, 0, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(Header)]);
        Assert.Empty(SafetensorsFile.Read(path).Metadata);
        File.Delete(path);
    }

    [Fact]
    public void Read_CutAnywhere_IsRejected()
    {
        SafetensorsFile file = new();
        file.Add<float>("w", [2], [1, 2]);
        using MemoryStream stream = new();
        file.Write(stream);
        for (int length = 0; length < stream.Length; length++)
        {
            AssertRejected(stream.ToArray()[..length]);
        }

        AssertRejected([.. stream.ToArray(), 0]);
        AssertRejected([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, .. stream.ToArray()]);
        AssertRejected([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, .. stream.ToArray()]);
    }

    [Fact]
    public void Add_WrongCountOrTakenName_Throws()
    {
        SafetensorsFile file = new();
        file.Add<int>("a", [1], [1]);
        Assert.Throws<ArgumentException>(() => file.Add<int>("a", [1], [1]));
        Assert.Throws<ArgumentException>(() => file.Add<int>("b", [2, 2], [1, 2, 3]));
    }

    private static void AssertRejected(byte[] bytes)
    {
        string path = Path.GetTempFileName();
        File.WriteAllBytes(path, bytes);
        try
        {
            Assert.Contains($"'{path}'", Assert.Throws<InputException>(() => SafetensorsFile.Read(path)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
