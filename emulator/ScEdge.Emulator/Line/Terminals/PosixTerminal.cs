using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ScEdge.Emulator.Line.Terminals;

/// <summary>The calls of the C library for pseudo-terminals (POSIX.1-2017; cfmakeraw and ptsname_r: 4.4BSD and GNU).</summary>
/// <remarks>A termios is passed as bytes with room to spare: its size differs by system and only the library looks inside.</remarks>
internal static class PosixTerminal
{
    public const int TermiosBytes = 256;
    public const int SetNow = 0;

    private const string Library = "libc";

    [DllImport(Library, EntryPoint = "posix_openpt", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int OpenMaster(int flags);

    [DllImport(Library, EntryPoint = "grantpt", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Grant(SafeFileHandle master);

    [DllImport(Library, EntryPoint = "unlockpt", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Unlock(SafeFileHandle master);

    [DllImport(Library, EntryPoint = "ptsname_r", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int SlaveName(SafeFileHandle master, byte[] name, nuint length);

    [DllImport(Library, EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Open(byte[] path, int flags);

    [DllImport(Library, EntryPoint = "tcgetattr", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int GetAttributes(SafeFileHandle terminal, byte[] termios);

    [DllImport(Library, EntryPoint = "cfmakeraw")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void MakeRaw(byte[] termios);

    [DllImport(Library, EntryPoint = "tcsetattr", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int SetAttributes(SafeFileHandle terminal, int when, byte[] termios);

    [DllImport(Library, EntryPoint = "tcflush", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Flush(SafeFileHandle terminal, int queue);

    [DllImport(Library, EntryPoint = "read", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern nint Read(SafeFileHandle terminal, ref byte buffer, nuint count);

    [DllImport(Library, EntryPoint = "write", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern nint Write(SafeFileHandle terminal, ref byte buffer, nuint count);

    [DllImport(Library, EntryPoint = "poll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Poll(ref PollEntry entry, nuint count, int milliseconds);
}
