using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading;
using Microsoft.Win32.SafeHandles;
using ScEdge.Protocol.Links;

namespace ScEdge.Emulator.Line.Terminals;

/// <summary>
/// The board's end of a pseudo-terminal: programs open <see cref="DevicePath"/> as if it were a serial port (Linux, macOS).
/// </summary>
/// <remarks>
/// While no program has it open, what is written goes nowhere, as on a wire with nothing at its end, and what the last program
/// left unread is discarded. A program that reads too little holds the writer back after some kilobytes. No thread of its own.
/// </remarks>
public sealed class PseudoTerminalLink : IWaitableLink, IDisposable
{
    // With no program there poll() returns at once, so that waiting has to be done by sleeping.
    private const int AbsentSleepMilliseconds = 10;

    private readonly SafeFileHandle _master;
    private readonly byte[] _slaveName = new byte[128];
    private readonly DeviceAlias? _alias;
    private bool _wasOpened;

    /// <summary>Creates the pseudo-terminal, in raw mode.</summary>
    /// <param name="linkPath">A symbolic link to make to it, replacing an older one; null for none.</param>
    /// <exception cref="PlatformNotSupportedException">The system has no pseudo-terminals of this kind.</exception>
    /// <exception cref="IOException">It cannot be created; the message is a sentence for the user.</exception>
    public PseudoTerminalLink(string? linkPath = null)
    {
        if (!IsSupported)
        {
            throw new PlatformNotSupportedException("This system has no pseudo-terminals: let the board listen on TCP instead.");
        }

        _master = Require(PosixTerminal.OpenMaster(TerminalConstants.OpenFlags));
        try
        {
            Check(PosixTerminal.Grant(_master));
            Check(PosixTerminal.Unlock(_master));
            Check(PosixTerminal.SlaveName(_master, _slaveName, (nuint)_slaveName.Length) == 0 ? 0 : -1);
            DevicePath = Encoding.UTF8.GetString(_slaveName, 0, Array.IndexOf(_slaveName, (byte)0));
            SetRaw();
            _alias = linkPath is null ? null : new DeviceAlias(linkPath, DevicePath);
        }
        catch
        {
            _master.Dispose();
            throw;
        }
    }

    /// <summary>Gets whether this system has pseudo-terminals.</summary>
    public static bool IsSupported => OperatingSystem.IsLinux() || OperatingSystem.IsMacOS();

    /// <summary>Gets the device to open, such as /dev/pts/3.</summary>
    public string DevicePath { get; }

    /// <summary>Gets whether a program has the device open.</summary>
    public bool IsOpened => (Poll(0, 0) & PollEntry.HungUp) == 0;

    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, buffer.Length - offset);

        // A failure is "nothing yet" or "nobody there" (EIO); neither is an error of a line.
        return count == 0 ? 0 : (int)Math.Max(0, PosixTerminal.Read(_master, ref buffer[offset], (nuint)count));
    }

    /// <inheritdoc/>
    public int Write(byte[] buffer, int offset, int count)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, buffer.Length - offset);
        if (count == 0 || DiscardsForNobody())
        {
            return count;
        }

        return (int)Math.Max(0, PosixTerminal.Write(_master, ref buffer[offset], (nuint)count));
    }

    /// <inheritdoc/>
    public void Wait(int milliseconds)
    {
        if (DiscardsForNobody())
        {
            Thread.Sleep(Math.Min(milliseconds, AbsentSleepMilliseconds));
        }
        else
        {
            Poll(PollEntry.Readable, milliseconds);
        }
    }

    /// <summary>Takes the device and its link away; a program that has it open loses its line.</summary>
    public void Dispose()
    {
        _alias?.Dispose();
        _master.Dispose();
    }

    private bool DiscardsForNobody()
    {
        if (IsOpened)
        {
            _wasOpened = true;
            return false;
        }

        if (_wasOpened)
        {
            _wasOpened = !TryDiscardUnread();
        }

        return true;
    }

    // The kernel keeps what the last program left unread for the next one, and lets only the program's side clear it.
    private bool TryDiscardUnread()
    {
        int descriptor = PosixTerminal.Open(_slaveName, TerminalConstants.OpenFlags);
        using SafeFileHandle slave = new(descriptor, ownsHandle: true);
        return descriptor >= 0 && PosixTerminal.Flush(slave, TerminalConstants.FlushInput) == 0;
    }

    private short Poll(short requested, int milliseconds)
    {
        ObjectDisposedException.ThrowIf(_master.IsClosed, this);
        PollEntry entry = new() { Descriptor = (int)_master.DangerousGetHandle(), Requested = requested };
        return PosixTerminal.Poll(ref entry, 1, milliseconds) < 0 ? (short)0 : entry.Returned;
    }

    // Opened and closed once, the device is hung up as it will be after every program; before that it is not, and it would echo.
    private void SetRaw()
    {
        using SafeFileHandle slave = Require(PosixTerminal.Open(_slaveName, TerminalConstants.OpenFlags));
        byte[] termios = new byte[PosixTerminal.TermiosBytes];
        Check(PosixTerminal.GetAttributes(slave, termios));
        PosixTerminal.MakeRaw(termios);
        Check(PosixTerminal.SetAttributes(slave, PosixTerminal.SetNow, termios));
    }

    private static SafeFileHandle Require(int descriptor)
    {
        Check(descriptor);
        return new SafeFileHandle(descriptor, ownsHandle: true);
    }

    private static void Check(int result)
    {
        if (result < 0)
        {
            string reason = Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError());
            throw new IOException($"The system gives no pseudo-terminal ({reason}): let the board listen on TCP instead.");
        }
    }
}
