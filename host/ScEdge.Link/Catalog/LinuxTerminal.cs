using System;
using System.IO;

namespace ScEdge.Link.Catalog;

/// <summary>Reads an entry of /sys/class/tty (Linux kernel documentation, ABI/testing/sysfs-tty and sysfs-bus-usb).</summary>
internal static class LinuxTerminal
{
    // Up from the terminal: port, interface, device; the next would be a hub.
    private const int UsbLevels = 3;

    /// <summary>Returns the serial port, or null for a terminal without hardware.</summary>
    public static SerialDevice? Read(string entry)
    {
        string device = "/dev/" + Path.GetFileName(entry);
        string hardware = Path.Combine(Resolve(entry), "device");
        if (!Directory.Exists(hardware) || IsUnusedUart(entry))
        {
            return null;
        }

        DirectoryInfo? folder = new(Resolve(hardware));
        for (int level = 0; level < UsbLevels && folder is not null; level++, folder = folder.Parent)
        {
            if (UsbId.TryParse(Text(folder.FullName, "idVendor"), Text(folder.FullName, "idProduct")) is UsbId id)
            {
                return new SerialDevice(
                    device, id, Text(folder.FullName, "product"), Text(folder.FullName, "serial"), KnownAdapters.BoardOf(id));
            }
        }

        return new SerialDevice(device, null, "", "", null);
    }

    // The kernel makes ttyS0 to ttyS31 for UARTs that a PC might have; those it did not find are of type 0.
    private static bool IsUnusedUart(string entry) => Text(entry, "type") == "0";

    private static string Resolve(string path) => new DirectoryInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path;

    private static string Text(string folder, string name)
    {
        try
        {
            string path = Path.Combine(folder, name);
            return File.Exists(path) ? File.ReadAllText(path).Trim() : "";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
