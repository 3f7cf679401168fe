using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Ports;
using System.Linq;
using ScEdge.Input;

namespace ScEdge.Link.Catalog;

/// <summary>The serial ports of this machine.</summary>
/// <remarks>
/// On Linux with USB numbers and product from /sys; elsewhere names alone, and no guess at the board.
/// </remarks>
public static class PortCatalog
{
    /// <summary>Lists the ports, likely boards first, then by name.</summary>
    public static IReadOnlyList<SerialDevice> List() =>
        OperatingSystem.IsLinux() ? ListLinux("/") : Ordered(SerialPort.GetPortNames().Distinct().Where(IsCallOut).Select(Named));

    /// <summary>Returns the only likely board.</summary>
    /// <exception cref="InputException">There is none or more than one; the sentence lists what there is.</exception>
    public static SerialDevice FindBoard() => FindBoard(List());

    internal static SerialDevice FindBoard(IReadOnlyList<SerialDevice> devices)
    {
        SerialDevice[] boards = devices.Where(device => device.Board is not null).ToArray();
        return boards.Length switch
        {
            1 => boards[0],
            0 when devices.Count == 0 => throw new InputException(
                "No serial port was found: plug the board in (through a cable that carries data), or give the port by name."),
            0 => throw new InputException(
                $"No port looks like a board; give one by name: {string.Join("; ", devices)}."),
            _ => throw new InputException(
                $"{boards.Length} ports look like boards; give one by name: {string.Join("; ", boards.AsEnumerable())}."),
        };
    }

    internal static IReadOnlyList<SerialDevice> ListLinux(string root)
    {
        DirectoryInfo terminals = new(Path.Combine(root, "sys/class/tty"));
        return terminals.Exists
            ? Ordered(terminals.EnumerateFileSystemInfos().Select(entry => LinuxTerminal.Read(entry.FullName)).OfType<SerialDevice>())
            : [];
    }

    // macOS has two names for a port; opening the tty. one waits for a carrier.
    private static bool IsCallOut(string name) => !name.StartsWith("/dev/tty.", StringComparison.Ordinal);

    private static SerialDevice Named(string name) => new(name, null, "", "", null);

    private static SerialDevice[] Ordered(IEnumerable<SerialDevice> devices) =>
        devices.OrderBy(device => device.Board is null).ThenBy(device => device.Device, StringComparer.Ordinal).ToArray();
}
