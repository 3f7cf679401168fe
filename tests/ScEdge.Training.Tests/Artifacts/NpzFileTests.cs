using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using CsCheck;
using ScEdge.Training.Artifacts;

namespace ScEdge.Training.Tests.Artifacts;

[Trait("Kind", "Unit")]
public sealed class NpzFileTests
{
    private static readonly Gen<(string Name, int[] Shape)[]> Arrays =
        Gen.Select(Gen.String[Gen.Char["abc.01"], 1, 5], Gen.Int[0, 4].Array[0, 3]).Array[0, 5];

    [Theory]
    [InlineData(new int[0], "()")]
    [InlineData(new[] { 6 }, "(6,)")]
    [InlineData(new[] { 2, 3 }, "(2, 3)")]
    public void Write_Array_IsANpyFileOfVersion1(int[] shape, string shapeText)
    {
        float[] values = [.. Enumerable.Range(0, shape.Length == 0 ? 1 : 6).Select(static i => i / 4f)];
        NpzFile file = new();
        file.Add<float>("conv1.weight", shape, values);
        byte[] content = Entry(Bytes(file), "conv1.weight.npy");
        Assert.Equal([0x93, .. "NUMPY"u8, 1, 0], content[..8]);
        int headerLength = content[8] + (256 * content[9]);
        Assert.Equal(0, (10 + headerLength) % 64);
        string header = Encoding.ASCII.GetString(content, 10, headerLength);
        Assert.Equal($"{{'descr': '<f4', 'fortran_order': False, 'shape': {shapeText}, }}", header.TrimEnd());
        Assert.EndsWith("\n", header, StringComparison.Ordinal);
        Assert.Equal(values.SelectMany(BitConverter.GetBytes), content[(10 + headerLength)..]);
    }

    [Fact]
    public void Write_Twice_GivesTheSameBytes()
    {
        NpzFile file = new();
        file.Add<short>("a", [2], [1, 2]);
        file.Add<byte>("b", [1, 1], [9]);
        Assert.Equal(["a", "b"], file.Names);
        Assert.Equal(Bytes(file), Bytes(file));
    }

    [Fact]
    [Trait("Kind", "Property")]
    public void Write_AnyArrays_AreEntriesThatReadBack() => Arrays.Sample(
        static all =>
        {
            (string Name, int[] Shape)[] arrays = [.. all.DistinctBy(static one => one.Name)];
            NpzFile file = new();
            foreach ((string name, int[] shape) in arrays)
            {
                int count = shape.Aggregate(1, static (product, size) => product * size);
                file.Add<short>(name, shape, [.. Enumerable.Range(0, count).Select(static i => (short)(i - 2))]);
            }

            byte[] archive = Bytes(file);
            foreach ((string name, int[] shape) in arrays)
            {
                byte[] content = Entry(archive, $"{name}.npy");
                int data = 10 + content[8] + (256 * content[9]);
                Assert.Contains(
                    $"'shape': ({string.Join(", ", shape)}{(shape.Length == 1 ? "," : "")})",
                    Encoding.ASCII.GetString(content, 10, data - 10),
                    StringComparison.Ordinal);
                int count = shape.Aggregate(1, static (product, size) => product * size);
                Assert.Equal(Enumerable.Range(0, count).SelectMany(static i => BitConverter.GetBytes((short)(i - 2))), content[data..]);
            }
        },
        iter: 500);

    [Fact]
    public void Add_WrongCountOrTakenName_Throws()
    {
        NpzFile file = new();
        file.Add<int>("a", [1], [1]);
        Assert.Throws<ArgumentException>(() => file.Add<int>("a", [1], [1]));
        Assert.Throws<ArgumentException>(() => file.Add<int>("b", [2], [1]));
    }

    private static byte[] Bytes(NpzFile file)
    {
        using MemoryStream stream = new();
        file.Write(stream);
        return stream.ToArray();
    }

    private static byte[] Entry(byte[] archive, string name)
    {
        using ZipArchive zip = new(new MemoryStream(archive));
        using Stream entry = zip.GetEntry(name)!.Open();
        using MemoryStream content = new();
        entry.CopyTo(content);
        return content.ToArray();
    }
}
