using System;
using System.IO;
using ScEdge.Input;
using ScEdge.Link.Serial;

namespace ScEdge.Link.Tests.Serial;

[Trait("Kind", "Unit")]
public sealed class PortLockTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scedge-lock-").FullName;

    [Fact]
    public void Take_Twice_IsRefusedUntilTheFirstLetsGo()
    {
        PortLock first = PortLock.Take("board", "/dev/ttyX0", () => _folder);
        string message = Assert.Throws<InputException>(() => PortLock.Take("board", "/dev/ttyX0", () => _folder)).Message;
        Assert.StartsWith($"board is in use by process {Environment.ProcessId} (", message, StringComparison.Ordinal);
        using (PortLock.Take("other", "/dev/ttyX1", () => _folder))
        {
            first.Dispose();
        }

        using PortLock again = PortLock.Take("board", "/dev/ttyX0", () => _folder);
        Assert.NotNull(again);
    }

    [Theory]
    [InlineData("2147483647")]
    [InlineData("no number")]
    [InlineData(null)]
    public void Take_OwnerUnknown_SaysAnotherProgram(string? pidText)
    {
        using PortLock first = PortLock.Take("board", "/dev/ttyX0", () => _folder);
        string pidFile = Assert.Single(Directory.GetFiles(_folder, "*.pid"));
        File.Delete(pidFile);
        if (pidText is not null)
        {
            File.WriteAllText(pidFile, pidText);
        }

        string message = Assert.Throws<InputException>(() => PortLock.Take("board", "/dev/ttyX0", () => _folder)).Message;
        Assert.Equal("board is in use by another program: end it or choose another port.", message);
    }

    [Fact]
    public void Take_OwnerWasKilled_SucceedsWhateverItLeft()
    {
        using (PortLock.Take("board", "/dev/ttyX0", () => _folder))
        {
        }

        File.WriteAllText(Path.Combine(_folder, "%2Fdev%2FttyX0.lock.pid"), "1");
        using PortLock after = PortLock.Take("board", "/dev/ttyX0", () => _folder);
        Assert.Equal(2, Directory.GetFiles(_folder).Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".pid")]
    public void Take_LinksInTheFolder_LeaveWhatTheyLeadTo(string end)
    {
        string victim = Path.Combine(_folder, "victim");
        File.WriteAllText(victim, "kept");
        File.CreateSymbolicLink(Path.Combine(_folder, $"%2Fdev%2FttyX0.lock{end}"), victim);
        try
        {
            PortLock.Take("board", "/dev/ttyX0", () => _folder).Dispose();
        }
        catch (InputException exception)
        {
            Assert.Contains("cannot be locked against other programs", exception.Message, StringComparison.Ordinal);
        }

        Assert.Equal("kept", File.ReadAllText(victim));
    }

    [Fact]
    public void Take_FolderThatCannotBeMade_SaysThatAndNotThatThePortIsInUse()
    {
        string file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");
        string message = Assert.Throws<InputException>(
            () => PortLock.Take("board", "/dev/ttyX0", () => Directory.CreateDirectory(Path.Combine(file, "sub")).FullName)).Message;
        Assert.StartsWith("board cannot be locked against other programs (", message, StringComparison.Ordinal);
        Assert.DoesNotContain("in use", message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
