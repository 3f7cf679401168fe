using System.Runtime.InteropServices;

namespace ScEdge.Emulator.Line.Terminals;

/// <summary>The struct pollfd of POSIX poll().</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PollEntry
{
    public const short Readable = 0x01;
    public const short HungUp = 0x10;

    public int Descriptor;
    public short Requested;
    public short Returned;
}
