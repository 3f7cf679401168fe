using System;
using System.IO;
using ScEdge.Firmware.Adapters;

namespace ScEdge.Firmware.Tests.Adapters;

[Trait("Kind", "Unit")]
public sealed class InternalFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("scedge").FullName + Path.DirectorySeparatorChar;

    [Fact]
    public void Read_NothingStored_FindsNothing()
    {
        InternalFile file = new(folder, "a");
        Assert.Equal(0, file.StoredLength());
        Assert.False(file.Read(0, new byte[1], 0, 1));
    }

    [Fact]
    public void Commit_ContentInParts_ReplacesTheOldAsAWhole()
    {
        InternalFile file = Stored(1, 2, 3);
        file.Begin(4);
        Assert.True(file.Append([9, 8, 7, 6], 1, 2));
        Assert.Equal([1, 2, 3], Content(file));
        Assert.True(file.Append([5], 0, 1));
        file.Commit();
        Assert.Equal([8, 7, 5], Content(new InternalFile(folder, "a")));
    }

    [Fact]
    public void Read_PartOfTheContent_GivesThatPart()
    {
        InternalFile file = Stored(1, 2, 3, 4);
        byte[] buffer = new byte[4];
        Assert.True(file.Read(1, buffer, 2, 2));
        Assert.Equal(new byte[] { 0, 0, 2, 3 }, buffer);
        Assert.False(file.Read(3, buffer, 0, 2));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_PowerLostDuringCommit_FindsTheNewContent(bool oldIsThere)
    {
        // Before and after the old file is deleted.
        InternalFile file = Stored(1, 2, 3);
        File.WriteAllBytes(folder + "a.new", [4, 5]);
        if (!oldIsThere)
        {
            File.Delete(folder + "a");
        }

        Assert.Equal([4, 5], Content(file));
        file.Begin(4);
        Assert.Equal([4, 5], Content(file));
        file.Append([6], 0, 1);
        file.Commit();
        Assert.Equal([6], Content(file));
    }

    [Fact]
    public void Read_PowerLostWhileWriting_FindsTheOldContent()
    {
        InternalFile file = Stored(1, 2, 3);
        file.Begin(4);
        file.Append([4], 0, 1);
        Assert.Equal([1, 2, 3], Content(new InternalFile(folder, "a")));
    }

    public void Dispose() => Directory.Delete(folder, true);

    private static byte[] Content(InternalFile file)
    {
        byte[] content = new byte[file.StoredLength()];
        Assert.True(file.Read(0, content, 0, content.Length));
        return content;
    }

    private InternalFile Stored(params byte[] content)
    {
        InternalFile file = new(folder, "a");
        file.Begin(4);
        file.Append(content, 0, content.Length);
        file.Commit();
        return file;
    }
}
