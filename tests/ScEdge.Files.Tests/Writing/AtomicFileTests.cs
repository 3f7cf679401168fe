using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using ScEdge.Input;
using ScEdge.Files.Writing;

namespace ScEdge.Files.Tests.Writing;

[Trait("Kind", "Unit")]
public sealed class AtomicFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scedge-atomic-").FullName;

    [Fact]
    public void Write_NewAndOld_ReplacesAndLeavesNothingElse()
    {
        string path = Path.Combine(_folder, "file");
        AtomicFile.Write(path, static stream => stream.WriteByte(1));
        AtomicFile.Write(path, static stream => stream.Write([2, 3]));
        Assert.Equal([2, 3], File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Fact]
    public void Write_Fails_KeepsTheOldFile()
    {
        string path = Path.Combine(_folder, "file");
        File.WriteAllBytes(path, [7]);
        Assert.Throws<FormatException>(() => AtomicFile.Write(path, static stream =>
        {
            stream.WriteByte(1);
            throw new FormatException();
        }));
        Assert.Equal([7], File.ReadAllBytes(path));
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Theory]
    [InlineData("missing/file")]
    [InlineData("")]
    public void Write_ImpossiblePlace_SaysSo(string name)
    {
        string path = name.Length == 0 ? name : Path.Combine(_folder, name);
        string message = Assert.Throws<InputException>(() => AtomicFile.Write(path, static _ => { })).Message;
        Assert.StartsWith($"Cannot write '{path}'", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_OverAFolder_SaysSoAndCleansUp()
    {
        string path = Path.Combine(_folder, "folder");
        Directory.CreateDirectory(path);
        Assert.Throws<InputException>(() => AtomicFile.Write(path, static _ => { }));
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void Write_ThroughALink_KeepsTheLink()
    {
        string target = Path.Combine(_folder, "target");
        string link = Path.Combine(_folder, "link");
        File.CreateSymbolicLink(link, "target");
        foreach (byte value in new byte[] { 1, 2 })
        {
            // The first makes what the link leads to.
            AtomicFile.Write(link, stream => stream.WriteByte(value));
            Assert.Equal("target", new FileInfo(link).LinkTarget);
            Assert.Equal([value], File.ReadAllBytes(target));
        }
    }

    [Fact]
    public void Write_LinksInALoop_SaysSo()
    {
        string path = Path.Combine(_folder, "a");
        File.CreateSymbolicLink(path, Path.Combine(_folder, "b"));
        File.CreateSymbolicLink(Path.Combine(_folder, "b"), path);
        Assert.Throws<InputException>(() => AtomicFile.Write(path, static _ => { }));
    }

    [Theory]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupWrite | UnixFileMode.OtherRead)]
    public void Write_OverAFile_KeepsItsMode(UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string path = Path.Combine(_folder, "file");
        File.WriteAllBytes(path, [1]);
        File.SetUnixFileMode(path, mode);
        AtomicFile.Write(path, stream =>
        {
            stream.WriteByte(2);

            // Also the one that is being written.
            Assert.All(Directory.GetFiles(_folder), name => Assert.Equal(mode, ModeOf(name)));
        });
        Assert.Equal(mode, ModeOf(path));
    }

    [Fact]
    public void Write_ToADevice_LeavesItOne()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        // A link in a folder of ours: what was wrong here would not harm the machine.
        string link = Path.Combine(_folder, "null");
        File.CreateSymbolicLink(link, "/dev/null");
        AtomicFile.Write(link, static stream => stream.Write(new byte[100]));
        Assert.Equal("/dev/null", new FileInfo(link).LinkTarget);
        Assert.Equal(0, new FileInfo("/dev/null").Length);
        string message = Assert.Throws<InputException>(() => AtomicFile.Write("/dev/full", static stream => stream.WriteByte(1))).Message;
        Assert.Contains("No space left", message, StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public async Task Write_ToAPipe_GoesThroughIt()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string pipe = Path.Combine(_folder, "pipe");
        using (Process make = Process.Start("mkfifo", pipe))
        {
            await make.WaitForExitAsync();
        }

        Task<byte[]> read = Task.Run(() => File.ReadAllBytes(pipe));
        AtomicFile.Write(pipe, static stream => stream.Write([1, 2, 3]));
        Assert.Equal([1, 2, 3], await read);
        Assert.Single(Directory.GetFileSystemEntries(_folder));
    }

    private static UnixFileMode ModeOf(string path) => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
