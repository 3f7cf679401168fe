using System;

namespace ScEdge.Emulator.Line.Terminals;

/// <summary>Numbers of the C headers that differ between Linux and macOS.</summary>
internal static class TerminalConstants
{
    private const int ReadWrite = 2;

    /// <summary>O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC.</summary>
    public static int OpenFlags { get; } = OperatingSystem.IsMacOS()
        ? ReadWrite | 0x20000 | 0x4 | 0x1000000
        : ReadWrite | 0x100 | 0x800 | 0x80000;

    /// <summary>TCIFLUSH: what has arrived and was not read.</summary>
    public static int FlushInput { get; } = OperatingSystem.IsMacOS() ? 1 : 0;
}
