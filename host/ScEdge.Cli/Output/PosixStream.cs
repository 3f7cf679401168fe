using System;
using System.IO;
using System.Runtime.InteropServices;

namespace ScEdge.Cli.Output;

/// <summary>
/// What POSIX systems tell of the streams of a process, and .NET does not: it takes a write to a pipe without a reader for done.
/// </summary>
internal static class PosixStream
{
    private const string Descriptors = "/proc/self/fd";

    // POLLERR and POLLHUP (POSIX.1-2017, poll.h; the same on Linux and macOS).
    private const short ErrorOrHangUp = 0x08 | 0x10;

    /// <summary>Returns whether a descriptor is a pipe whose reader is gone; a terminal that hung up is none.</summary>
    public static bool IsReaderGone(int descriptor)
    {
        if (OperatingSystem.IsWindows() || IsTerminal(descriptor) != 0)
        {
            return false;
        }

        PollEntry entry = new() { Descriptor = descriptor };
        return Poll(ref entry, 1, 0) > 0 && (entry.Returned & ErrorOrHangUp) != 0 && !IsHungUpTerminal(descriptor);
    }

    /// <summary>
    /// Returns whether a descriptor is a pipe with both ends in this process: one that was closed when the program started, so that the runtime's
    /// own pipe got its number. Nothing may be written to it.
    /// </summary>
    /// <remarks>Linux alone tells; the pipe is named by its inode.</remarks>
    public static bool IsOwnPipe(int descriptor)
    {
        if (!OperatingSystem.IsLinux() || TargetOf($"{Descriptors}/{descriptor}") is not { } pipe
            || !pipe.StartsWith("pipe:", StringComparison.Ordinal))
        {
            return false;
        }

        bool isWritten = false;
        bool isRead = false;
        foreach (string other in Directory.EnumerateFileSystemEntries(Descriptors))
        {
            if (TargetOf(other) == pipe)
            {
                int access = AccessOf(Path.GetFileName(other));
                isRead |= access == 0;
                isWritten |= access == 1;
            }
        }

        return isRead && isWritten;
    }

    // A closed terminal is none to isatty any more; its name stays.
    private static bool IsHungUpTerminal(int descriptor) =>
        OperatingSystem.IsLinux() && TargetOf($"{Descriptors}/{descriptor}")?.StartsWith("/dev/", StringComparison.Ordinal) == true;

    private static string? TargetOf(string descriptor)
    {
        try
        {
            return new FileInfo(descriptor).LinkTarget;
        }
        catch (IOException)
        {
            // Closed meanwhile.
            return null;
        }
    }

    /// <summary>Returns how a descriptor is opened: 0 to read, 1 to write, 2 both, -1 unknown (Linux, proc(5), fdinfo).</summary>
    private static int AccessOf(string descriptor)
    {
        try
        {
            foreach (string line in File.ReadLines($"/proc/self/fdinfo/{descriptor}"))
            {
                if (line.StartsWith("flags:", StringComparison.Ordinal))
                {
                    return line[^1] - '0' & 3;
                }
            }
        }
        catch (IOException)
        {
            // Closed meanwhile.
        }

        return -1;
    }

    [DllImport("libc", EntryPoint = "poll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Poll(ref PollEntry entry, nuint count, int milliseconds);

    [DllImport("libc", EntryPoint = "isatty")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int IsTerminal(int descriptor);

    /// <summary>A pollfd (POSIX.1-2017, poll.h).</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct PollEntry
    {
        public int Descriptor;
        public short Requested;
        public short Returned;
    }
}
