using System;
using System.IO;
using ScEdge.Device.Platform;
using ScEdge.Emulator.Storage;

namespace ScEdge.Emulator.Tests.Storage;

[Trait("Kind", "Unit")]
public sealed class FileStorageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scedge-storage-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Commit_Whole_IsReadAfterARestart()
    {
        Write(NewFile(), [1, 2, 3, 4, 5]);
        Write(NewFile(), [6, 7, 8]);

        Assert.Equal([6, 7, 8], ReadAll(NewFile()));
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public void Begin_WithoutCommit_KeepsTheOldContent()
    {
        Write(NewFile(), [1, 2, 3]);
        using FileStorage dying = NewFile();
        Assert.True(dying.Begin(1000));
        Assert.True(dying.Append(new byte[500], 0, 500));

        // What a killed process leaves: its descriptor is closed, nothing else is done.
        Assert.Equal([1, 2, 3], ReadAll(NewFile()));
    }

    [Fact]
    public void Constructor_ExclusiveFileThatAnotherBoardHas_IsRefusedUntilThatLetsGo()
    {
        string path = Path.Combine(_folder, "board.bin");
        using (FileStorage first = new(path, isExclusive: true))
        {
            Write(first, [1, 2, 3]);
            Assert.Contains(
                "end the other emulated board",
                Assert.Throws<IOException>(() => new FileStorage(path, isExclusive: true)).Message,
                StringComparison.Ordinal);
        }

        using FileStorage second = new(path, isExclusive: true);
        Assert.Equal([1, 2, 3], ReadAll(second));
    }

    [Fact]
    public void Begin_LinkInThePlaceOfTheNewFile_LeavesWhatItLeadsTo()
    {
        string victim = Path.Combine(_folder, "victim");
        File.WriteAllText(victim, "kept");
        File.CreateSymbolicLink(Path.Combine(_folder, ".board.bin.tmp"), victim);

        Write(NewFile(), [1, 2]);

        Assert.Equal("kept", File.ReadAllText(victim));
        Assert.Equal([1, 2], ReadAll(NewFile()));
    }

    [Fact]
    public void Begin_AfterALeftover_WritesAnew()
    {
        File.WriteAllBytes(Path.Combine(_folder, ".board.bin.tmp"), new byte[77]);
        Write(NewFile(), [9, 8]);
        Assert.Equal([9, 8], ReadAll(NewFile()));
    }

    [Fact]
    public void Commit_OfLessThanAnnounced_IsRefusedByBothKinds()
    {
        foreach (IBoardStorage storage in new IBoardStorage[] { NewFile(), new MemoryStorage() })
        {
            Write(storage, [1, 2, 3]);
            Assert.True(storage.Begin(10));
            Assert.True(storage.Append(new byte[9], 0, 9));
            Assert.False(storage.Commit());
            Assert.Equal([1, 2, 3], ReadAll(storage));
            (storage as IDisposable)?.Dispose();
        }
    }

    [Fact]
    public void Read_BeyondTheEnd_IsRefusedByBothKinds()
    {
        foreach (IBoardStorage storage in new IBoardStorage[] { NewFile(), new MemoryStorage() })
        {
            Assert.Equal(0, storage.StoredLength());
            Assert.False(storage.Read(0, new byte[1], 0, 1));
            Write(storage, [1, 2, 3]);
            Assert.False(storage.Read(2, new byte[2], 0, 2));
        }
    }

    [Fact]
    public void Constructor_FolderThatIsNotThere_SaysWhatToDo()
    {
        string message = Assert.Throws<IOException>(() => new FileStorage(Path.Combine(_folder, "no", "board.bin"))).Message;
        Assert.Contains("give a file in a folder that exists.", message, StringComparison.Ordinal);
        Assert.Throws<IOException>(() => new FileStorage(_folder));
    }

    private static void Write(IBoardStorage storage, byte[] bytes)
    {
        Assert.True(storage.Begin(bytes.Length));
        Assert.True(storage.Append(bytes, 0, bytes.Length));
        Assert.True(storage.Commit());
    }

    private static byte[] ReadAll(IBoardStorage storage)
    {
        byte[] bytes = new byte[storage.StoredLength()];
        Assert.True(storage.Read(0, bytes, 0, bytes.Length));
        return bytes;
    }

    private FileStorage NewFile() => new(Path.Combine(_folder, "board.bin"));
}
