using System;
using System.IO;
using System.Linq;
using ScEdge.Input;
using ScEdge.Link.Catalog;

namespace ScEdge.Link.Tests.Catalog;

[Trait("Kind", "Unit")]
public sealed class PortCatalogTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("scedge-sys-").FullName;

    [Fact]
    public void ListLinux_UsbAdapters_AreReadFromTheirDeviceFolder()
    {
        if (IsSkipped())
        {
            return;
        }

        AddUsb("ttyUSB1", "2-1", "10c4", "ea60", "CP2102N USB to UART Bridge Controller", "abc123", hasPortFolder: true);
        AddUsb("ttyACM0", "1-4", "303a", "1001", "USB JTAG/serial debug unit", "AA:BB", hasPortFolder: false);
        AddUsb("ttyUSB0", "1-2", "ffff", "0001", "Modem", "", hasPortFolder: true);
        AddUart("ttyS0", "4");
        AddUart("ttyS1", "0");
        Directory.CreateDirectory(Path.Combine(_root, "sys/class/tty/tty0"));

        Assert.Equal(
            [
                new SerialDevice("/dev/ttyACM0", new UsbId(0x303A, 0x1001), "USB JTAG/serial debug unit", "AA:BB",
                    "ESP32-S3, C3, C6 or H2, built-in USB serial"),
                new SerialDevice("/dev/ttyUSB1", new UsbId(0x10C4, 0xEA60), "CP2102N USB to UART Bridge Controller", "abc123",
                    "ESP32 board with CP210x, or a CP210x cable"),
                new SerialDevice("/dev/ttyS0", null, "", "", null),
                new SerialDevice("/dev/ttyUSB0", new UsbId(0xFFFF, 1), "Modem", "", null),
            ],
            PortCatalog.ListLinux(_root));
    }

    [Fact]
    public void FindBoard_OneLikelyBoard_IsIt()
    {
        SerialDevice board = Board("/dev/ttyUSB0");
        Assert.Same(board, PortCatalog.FindBoard([board, new SerialDevice("/dev/ttyS0", null, "", "", null)]));
    }

    [Fact]
    public void FindBoard_NoneOrSeveral_SaysWhatThereIs()
    {
        SerialDevice uart = new("/dev/ttyS0", null, "", "", null);
        string none = Assert.Throws<InputException>(() => PortCatalog.FindBoard([])).Message;
        Assert.StartsWith("No serial port was found: plug the board in", none, StringComparison.Ordinal);
        string unlikely = Assert.Throws<InputException>(() => PortCatalog.FindBoard([uart])).Message;
        Assert.Equal("No port looks like a board; give one by name: /dev/ttyS0.", unlikely);
        string several = Assert.Throws<InputException>(
            () => PortCatalog.FindBoard([Board("/dev/ttyUSB0"), Board("/dev/ttyUSB1"), uart])).Message;
        Assert.Equal(
            "2 ports look like boards; give one by name: /dev/ttyUSB0 (1A86:7523, USB Serial, a board); "
            + "/dev/ttyUSB1 (1A86:7523, USB Serial, a board).",
            several);
    }

    [Fact]
    public void List_ThisMachine_NamesEachPortOnce()
    {
        string[] names = PortCatalog.List().Select(device => device.Device).ToArray();
        Assert.Equal(names.Distinct().Count(), names.Length);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static SerialDevice Board(string device) => new(device, new UsbId(0x1A86, 0x7523), "USB Serial", "", "a board");

    // The folder of the kernel is all symbolic links, which Windows makes for administrators only.
    private static bool IsSkipped()
    {
        if (!OperatingSystem.IsWindows())
        {
            return false;
        }

        Assert.Empty(PortCatalog.ListLinux(@"Z:\nothing"));
        return true;
    }

    // As the kernel lays it out: the class entry is a link into the device tree, and "device" in it leads up again.
    private void AddUsb(string name, string usb, string vendor, string product, string text, string serial, bool hasPortFolder)
    {
        string device = Path.Combine(_root, "sys/devices/usb", usb);
        string port = Path.Combine(device, usb + ":1.0", hasPortFolder ? name : "");
        string terminal = Path.Combine(port, "tty", name);
        Directory.CreateDirectory(terminal);
        File.WriteAllText(Path.Combine(device, "idVendor"), vendor + "\n");
        File.WriteAllText(Path.Combine(device, "idProduct"), product + "\n");
        File.WriteAllText(Path.Combine(device, "product"), text + "\n");
        if (serial.Length > 0)
        {
            File.WriteAllText(Path.Combine(device, "serial"), serial + "\n");
        }

        File.CreateSymbolicLink(Path.Combine(terminal, "device"), "../..");
        Link(name, terminal);
    }

    private void AddUart(string name, string type)
    {
        string terminal = Path.Combine(_root, "sys/devices/platform/serial8250/tty", name);
        Directory.CreateDirectory(terminal);
        File.WriteAllText(Path.Combine(terminal, "type"), type + "\n");
        Directory.CreateSymbolicLink(Path.Combine(terminal, "device"), "../..");
        Link(name, terminal);
    }

    private void Link(string name, string terminal)
    {
        string folder = Path.Combine(_root, "sys/class/tty");
        Directory.CreateDirectory(folder);
        Directory.CreateSymbolicLink(Path.Combine(folder, name), terminal);
    }
}
