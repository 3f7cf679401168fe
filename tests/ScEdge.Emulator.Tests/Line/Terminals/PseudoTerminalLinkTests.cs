using System;
using System.Diagnostics;
using System.IO;
using System.IO.Ports;
using System.Linq;
using System.Threading;
using ScEdge.Emulator.Line.Terminals;

namespace ScEdge.Emulator.Tests.Line.Terminals;

[Trait("Kind", "Unit")]
public sealed class PseudoTerminalLinkTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scedge-pty-").FullName;

    [Fact]
    public void Read_SerialPortOnTheDevice_GivesEveryByteValueUnchanged()
    {
        if (IsSkipped())
        {
            return;
        }

        byte[] all = Enumerable.Range(0, 256).Select(i => (byte)i).ToArray();
        using PseudoTerminalLink board = new();
        Assert.False(board.IsOpened);
        using SerialPort port = Open(board.DevicePath);
        Assert.True(board.IsOpened);

        port.Write(all, 0, all.Length);
        Assert.Equal(all, Receive(board, all.Length));

        Assert.Equal(all.Length, board.Send(all));
        byte[] received = new byte[all.Length];
        for (int read = 0; read < all.Length;)
        {
            read += port.Read(received, read, all.Length - read);
        }

        Assert.Equal(all, received);
        Assert.Equal(0, board.Read(new byte[1], 0, 1));
    }

    [Fact]
    public void Read_PlainFileOnTheDevice_IsRawToo()
    {
        if (IsSkipped())
        {
            return;
        }

        // What stands here a terminal that is not raw would change, echo or swallow.
        byte[] special = [3, 4, 10, 13, 17, 19, 26, 28, 127, 255, 0];
        using PseudoTerminalLink board = new();
        using FileStream file = new(board.DevicePath, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        file.Write(special);
        Assert.Equal(special, Receive(board, special.Length));
        board.Send(special);
        byte[] received = new byte[special.Length];
        file.ReadExactly(received);
        Assert.Equal(special, received);
        Assert.Equal(0, board.Read(new byte[1], 0, 1));
    }

    [Fact]
    public void Write_NobodyThere_GoesNowhereAndTheNextProgramStartsClean()
    {
        if (IsSkipped())
        {
            return;
        }

        using PseudoTerminalLink board = new();
        Assert.Equal(100_000, board.Write(new byte[100_000], 0, 100_000));
        using (Open(board.DevicePath))
        {
            board.Send(1, 2, 3);
        }

        Assert.False(board.IsOpened);
        Assert.Equal(1, board.Send(4));
        using SerialPort next = Open(board.DevicePath);
        board.Send(5);
        Assert.Equal(5, next.ReadByte());
    }

    [Fact]
    public void Read_ProgramHasLeft_GivesItsLastBytes()
    {
        if (IsSkipped())
        {
            return;
        }

        using PseudoTerminalLink board = new();
        using (SerialPort port = Open(board.DevicePath))
        {
            port.Write([7, 8, 9], 0, 3);
        }

        Assert.Equal([7, 8, 9], Receive(board, 3));
        Assert.Equal(0, board.Read(new byte[8], 0, 8));
    }

    [Fact]
    public void Write_ProgramReadsNothing_AcceptsNoMoreInTheEnd()
    {
        if (IsSkipped())
        {
            return;
        }

        using PseudoTerminalLink board = new();
        using FileStream file = new(board.DevicePath, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        byte[] bytes = new byte[1024];
        int refused = 0;
        for (int i = 0; i < 1_000_000 && refused < 10; i++)
        {
            refused = board.Write(bytes, 0, bytes.Length) == 0 ? refused + 1 : 0;
        }

        Assert.Equal(10, refused);
    }

    [Fact]
    public void Wait_NobodyThere_SleepsAndDoesNotSpin()
    {
        if (IsSkipped())
        {
            return;
        }

        using PseudoTerminalLink board = new();
        int calls = 0;
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalMilliseconds < 200)
        {
            board.Wait(1000);
            calls++;
        }

        // A wait of 10 ms fits 20 times into 200; the last may begin just before the end. Slowness only makes it fewer.
        Assert.InRange(calls, 1, 21);
    }

    [Fact]
    public void Wait_BytesArrive_Returns()
    {
        if (IsSkipped())
        {
            return;
        }

        using PseudoTerminalLink board = new();
        using SerialPort port = Open(board.DevicePath);
        port.Write([1], 0, 1);
        board.Wait(60_000);
        Assert.Equal(1, board.Read(new byte[1], 0, 1));
    }

    [Fact]
    public void LinkPath_Given_LeadsToTheDeviceAndGoesWithIt()
    {
        if (IsSkipped())
        {
            return;
        }

        string path = Path.Combine(_folder, "board");
        File.CreateSymbolicLink(path, Path.Combine(_folder, "gone"));
        using (PseudoTerminalLink board = new(path))
        {
            Assert.Equal(board.DevicePath, new FileInfo(path).LinkTarget);
            Assert.Equal([path], Directory.GetFileSystemEntries(_folder));
            using SerialPort port = Open(path);
            port.Write([1], 0, 1);
            Assert.Equal([1], Receive(board, 1));
        }

        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void LinkPath_TakenOverByAnother_IsLeftToIt()
    {
        if (IsSkipped())
        {
            return;
        }

        string path = Path.Combine(_folder, "board");
        PseudoTerminalLink first = new(path);
        using PseudoTerminalLink second = new(path);
        first.Dispose();
        Assert.Equal(second.DevicePath, new FileInfo(path).LinkTarget);
    }

    [Fact]
    public void LinkPath_FileOrMissingFolder_IsRefusedAndNothingIsLeft()
    {
        if (IsSkipped())
        {
            return;
        }

        string file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "kept");
        string message = Assert.Throws<IOException>(() => new PseudoTerminalLink(file)).Message;
        Assert.Equal($"'{file}' is there already and is no symbolic link: choose another name for the link.", message);
        Assert.Equal("kept", File.ReadAllText(file));

        string nowhere = Path.Combine(_folder, "missing", "board");
        Assert.StartsWith($"Cannot link '{nowhere}' to /dev/", Assert.Throws<IOException>(() => new PseudoTerminalLink(nowhere)).Message,
            StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(_folder));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static SerialPort Open(string device)
    {
        SerialPort port = new(device, 921600) { ReadTimeout = 60_000, WriteTimeout = 60_000 };
        port.Open();
        return port;
    }

    private static byte[] Receive(PseudoTerminalLink board, int count)
    {
        byte[] bytes = new byte[count];
        int read = 0;
        for (int i = 0; i < 60_000 && read < count; i++)
        {
            read += board.Read(bytes, read, count - read);
            if (read < count)
            {
                Thread.Sleep(1);
            }
        }

        return bytes[..read];
    }

    // Elsewhere there is nothing to test but that it says so.
    private static bool IsSkipped()
    {
        if (PseudoTerminalLink.IsSupported)
        {
            return false;
        }

        Assert.Throws<PlatformNotSupportedException>(() => new PseudoTerminalLink());
        return true;
    }
}
