using System;
using System.IO;
using ScEdge.Emulator.Line.Terminals;
using ScEdge.Input;
using ScEdge.Link.Serial;

namespace ScEdge.Link.Tests.Serial;

[Trait("Kind", "Unit")]
public sealed class SerialLinkTests
{
    private static readonly SerialSettings Settings = new();

    [Fact]
    public void Open_Pseudoterminal_CarriesEveryByteBothWays()
    {
        if (IsSkipped())
        {
            return;
        }

        using PseudoTerminalLink board = new();
        using SerialLink host = SerialLink.Open(board.DevicePath, Settings);
        byte[] bytes = Lines.Rising(100_000);
        Assert.Equal(bytes, Lines.Carry(board, host, bytes));
        Assert.Equal(bytes, Lines.Carry(host, board, bytes));
        Assert.Null(host.Loss);
        Assert.False(host.TryResetBoard());
    }

    [Fact]
    public void Open_ResetAskedWithoutControlLines_OpensAllTheSame()
    {
        if (IsSkipped())
        {
            return;
        }

        using PseudoTerminalLink board = new();
        using SerialLink host = SerialLink.Open(board.DevicePath, new SerialSettings { ControlLines = ControlLines.ResetBoard });
        Assert.Equal([5], Lines.Carry(host, board, [5]));
    }

    [Fact]
    public void Wait_BytesArrive_Returns()
    {
        if (IsSkipped())
        {
            return;
        }

        using PseudoTerminalLink board = new();
        using SerialLink host = SerialLink.Open(board.DevicePath, Settings);
        board.Send(42);
        byte[] bytes = new byte[1];
        Lines.MustEnd(() =>
        {
            while (host.Read(bytes, 0, 1) == 0)
            {
                host.Wait(int.MaxValue);
            }
        });
        Assert.Equal([42], bytes);
    }

    [Fact]
    public void Loss_DeviceGone_IsNoticedAfterTheBytesThatArrived()
    {
        if (IsSkipped())
        {
            return;
        }

        PseudoTerminalLink board = new();
        using SerialLink host = SerialLink.Open(board.DevicePath, Settings);
        board.Send(1, 2, 3);
        Assert.Equal([1, 2], host.Receive(2));
        board.Dispose();
        Lines.Until(() => host.Loss is not null);
        Assert.Equal("the device is gone", host.Loss);
        Assert.Equal([3], host.Receive(1));
        Assert.Equal(0, host.Write([9], 0, 1));
        Lines.MustEnd(() => host.Wait(int.MaxValue));
        Lines.MustEnd(host.Dispose);
    }

    [Fact]
    public void Open_SecondTime_SaysWhoHasThePort()
    {
        if (IsSkipped())
        {
            return;
        }

        using PseudoTerminalLink board = new();
        string alias = Path.Combine(Path.GetTempPath(), $"scedge-alias-{Guid.NewGuid():N}");
        File.CreateSymbolicLink(alias, board.DevicePath);
        try
        {
            using SerialLink first = SerialLink.Open(board.DevicePath, Settings);
            string message = Assert.Throws<InputException>(() => SerialLink.Open(alias, Settings)).Message;
            Assert.StartsWith($"{alias} is in use by process {Environment.ProcessId} (", message, StringComparison.Ordinal);
            Assert.EndsWith("): end it or choose another port.", message, StringComparison.Ordinal);
            first.Dispose();
            using SerialLink second = SerialLink.Open(alias, Settings);
            Assert.Equal([7], Lines.Carry(second, board, [7]));
        }
        finally
        {
            File.Delete(alias);
        }
    }

    [Fact]
    public void Write_DeviceTakesNothing_LosesTheLineAndClosingDoesNotHang()
    {
        if (IsSkipped())
        {
            return;
        }

        using PseudoTerminalLink board = new();
        SerialLink host = SerialLink.Open(board.DevicePath, new SerialSettings { WriteTimeoutMilliseconds = 100 });
        byte[] bytes = new byte[1000];
        Lines.Until(() => host.Loss is not null, () => host.Write(bytes, 0, bytes.Length));
        Assert.Equal("the device took no bytes for 100 ms", host.Loss);
        Lines.MustEnd(host.Dispose);
        using SerialLink again = SerialLink.Open(board.DevicePath, Settings);
        Assert.Null(again.Loss);
    }

    [Fact]
    public void Dispose_WriteStuck_DoesNotHang()
    {
        if (IsSkipped())
        {
            return;
        }

        using PseudoTerminalLink board = new();
        SerialLink host = SerialLink.Open(board.DevicePath, new SerialSettings { WriteTimeoutMilliseconds = int.MaxValue });

        // More than the terminal and the link hold together: only a writer that is stuck leaves the queue full.
        byte[] bytes = new byte[50_000];
        int accepted = 0;
        int last = -1;
        Lines.Until(() => accepted == last, () =>
        {
            last = accepted;
            accepted += host.Write(bytes, 0, bytes.Length);
            System.Threading.Thread.Sleep(50);
        });
        Lines.MustEnd(host.Dispose);
        Assert.NotNull(host.Loss);
    }

    [Fact]
    public void Open_NoDeviceOrNoTerminal_SaysWhatToDo()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Throws<InputException>(() => SerialLink.Open("COM250", Settings));
            return;
        }

        string missing = Assert.Throws<InputException>(() => SerialLink.Open("/dev/ttyNone0", Settings)).Message;
        Assert.Equal("There is no device /dev/ttyNone0: plug the board in, or choose one of the ports there are.", missing);

        string noTerminal = Assert.Throws<InputException>(() => SerialLink.Open("/dev/null", Settings)).Message;
        Assert.StartsWith("/dev/null cannot be opened as a serial port at 921600 baud (", noTerminal, StringComparison.Ordinal);
        Assert.EndsWith("); choose another port or rate.", noTerminal, StringComparison.Ordinal);
    }

    // Without pseudo-terminals there is no serial port to test with; that there are none is tested instead.
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
