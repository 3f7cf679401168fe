using System;
using System.Diagnostics;
using System.IO;
using ScEdge.Files.Locks;

namespace ScEdge.Files.Tests.Locks;

[Trait("Kind", "Unit")]
public sealed class LockFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scedge-lock-").FullName;

    private string Lock => Path.Combine(_folder, "lock");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TryTake_Twice_GivesOneAtATime(bool isRemoved)
    {
        using (LockFile? first = LockFile.TryTake(Lock, isRemoved))
        {
            Assert.NotNull(first);
            Assert.Null(LockFile.TryTake(Lock, isRemoved));
        }

        Assert.Equal(!isRemoved, File.Exists(Lock));
        using LockFile? again = LockFile.TryTake(Lock, isRemoved);
        Assert.NotNull(again);
    }

    [Fact]
    public void TryTake_LinkInItsPlace_LeavesWhatItLeadsTo()
    {
        string victim = Path.Combine(_folder, "victim");
        File.CreateSymbolicLink(Lock, victim);
        Assert.Throws<IOException>(() => LockFile.TryTake(Lock, isRemoved: true));
        Assert.False(File.Exists(victim));
        File.WriteAllText(victim, "kept");
        Assert.Throws<IOException>(() => LockFile.TryTake(Lock, isRemoved: true));
        Assert.Equal("kept", File.ReadAllText(victim));
    }

    [Fact]
    public void TryTake_PipeInItsPlace_DoesNotWait()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using (Process make = Process.Start("mkfifo", Lock))
        {
            make.WaitForExit();
        }

        Assert.Throws<IOException>(() => LockFile.TryTake(Lock, isRemoved: false));
    }

    [Fact]
    public void TryTake_FolderThatIsNotThere_SaysSoAndNotThatItIsTaken() =>
        Assert.Throws<DirectoryNotFoundException>(() => LockFile.TryTake(Path.Combine(_folder, "none", "lock"), isRemoved: false));

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
