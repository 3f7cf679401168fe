using System;
using System.IO;
using ScEdge.Input;
using ScEdge.Training.Artifacts;

namespace ScEdge.Training.Tests.Artifacts;

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

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
