using System;
using System.IO;
using ScEdge.Input;
using ScEdge.Training.Data;

namespace ScEdge.Training.Tests.Data;

[Trait("Kind", "Unit")]
public sealed class IdxReaderTests : IDisposable
{
    private readonly IdxFiles _files = new();

    public static TheoryData<string, byte[], string> BadFiles() => new()
    {
        { "empty", [], "is not an IDX file" },
        { "text", "hello, world"u8.ToArray(), "is not an IDX file" },
        { "other type", [0, 0, 0x0D, 1, 0, 0, 0, 1, 0, 0, 0, 0], "is not an IDX file" },
        { "labels", IdxFiles.Bytes([2], [1, 2]), "has 1 dimensions where images have 3" },
        { "no size", [0, 0, 8, 3, 0, 0, 0, 1], "is cut off" },
        { "cut off", IdxFiles.Bytes([2, 2, 2], [1, 2, 3, 4, 5, 6, 7]), "is cut off: it ends before the 2 x 2 x 2 bytes" },
        { "too long", IdxFiles.Bytes([1, 2, 2], [1, 2, 3, 4, 5]), "goes on after the 1 x 2 x 2 bytes" },
        { "no images", IdxFiles.Bytes([0, 2, 2], []), "claims an impossible size (0 in dimension 1)" },
        { "huge", IdxFiles.Bytes([0x7FFFFFFF, 28, 28], [1]), "claims an impossible size (2147483647 in dimension 1)" },
        { "huge product", IdxFiles.Bytes([65536, 65536, 65536], [1]), "claims an impossible size (65536 in dimension 2)" },
        { "broken gzip", [0x1F, 0x8B, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18], "is damaged" },
        { "cut gzip", IdxFiles.Pack(IdxFiles.Bytes([1, 2, 2], [1, 2, 3, 4]))[..^14], "" },
        { "gzip too long", IdxFiles.Pack(IdxFiles.Bytes([1, 2, 2], [1, 2, 3, 4, 5])), "goes on after" },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public void Read_BadFile_NamesFileAndReason(string name, byte[] bytes, string reason)
    {
        string path = _files.Write(name, bytes);
        string message = Assert.Throws<InputException>(() => IdxReader.Read(path, 3)).Message;
        Assert.Contains($"'{path}'", message, StringComparison.Ordinal);
        Assert.Contains(reason, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_GoodFile_GivesSizesAndBytes(bool packed)
    {
        byte[] bytes = IdxFiles.Bytes([1, 2, 3], [1, 2, 3, 4, 5, 6]);
        IdxArray array = IdxReader.Read(_files.Write("any name", packed ? IdxFiles.Pack(bytes) : bytes), 3);
        Assert.Equal([1, 2, 3], array.Sizes);
        Assert.Equal([1, 2, 3, 4, 5, 6], array.Values);
    }

    [Fact]
    public void Read_MissingFile_SaysSo()
    {
        string path = Path.Combine(_files.Folder, "nothing");
        Assert.StartsWith($"Cannot read '{path}'", Assert.Throws<InputException>(() => IdxReader.Read(path, 1)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _files.Dispose();
}
