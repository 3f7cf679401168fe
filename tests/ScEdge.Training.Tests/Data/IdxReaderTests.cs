using System;
using System.IO;
using System.Linq;
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

    [Fact]
    public void Read_GzipCutAnywhereOrWithAnyByteChanged_IsRefusedOrReadsTheSame()
    {
        byte[] values = [.. Enumerable.Range(0, 600).Select(i => (byte)(i * i))];
        byte[] packed = IdxFiles.Pack(IdxFiles.Bytes([6, 10, 10], values));
        for (int length = 2; length < packed.Length; length++)
        {
            Assert.Throws<InputException>(() => IdxReader.Read(_files.Write("cut", packed[..length]), 3));
        }

        for (int at = 0; at < packed.Length; at++)
        {
            byte[] changed = [.. packed];
            changed[at] ^= 0x40;
            string path = _files.Write("changed", changed);
            try
            {
                // The time in the header, for one, says nothing about the contents.
                Assert.Equal(values, IdxReader.Read(path, 3).Values);
            }
            catch (InputException)
            {
                // Refused in a sentence.
            }
        }
    }

    [Fact]
    public void Read_GzipInSeveralMembers_IsWhole()
    {
        byte[] bytes = IdxFiles.Bytes([1, 2, 3], [1, 2, 3, 4, 5, 6]);
        byte[] members = [.. IdxFiles.Pack(bytes[..9]), .. IdxFiles.Pack(bytes[9..])];
        Assert.Equal([1, 2, 3, 4, 5, 6], IdxReader.Read(_files.Write("members", members), 3).Values);
    }

    [Fact]
    public void Read_FileThatAnnouncesFarMoreThanItHolds_IsRefusedBeforeThereIsMemory()
    {
        byte[] bomb = IdxFiles.Pack(IdxFiles.Bytes([1000, 1000, 1000], new byte[100]));
        byte[] plain = IdxFiles.Bytes([1000, 1000, 1000], new byte[100]);
        long before = GC.GetAllocatedBytesForCurrentThread();

        string message = Assert.Throws<InputException>(() => IdxReader.Read(_files.Write("bomb", bomb), 3)).Message;
        string cut = Assert.Throws<InputException>(() => IdxReader.Read(_files.Write("plain", plain), 3)).Message;

        Assert.Contains("is cut off", cut, StringComparison.Ordinal);
        Assert.Contains("set SCEDGE_INPUT_MEGABYTES to more", message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
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
