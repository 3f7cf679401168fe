using System.Globalization;
using System.Linq;

namespace ScEdge.Link.Catalog;

/// <summary>A serial port that this machine has.</summary>
/// <param name="Device">Path or name by which to open it.</param>
/// <param name="Usb">Its USB numbers; null for a port that is not on USB, and where the system was not asked.</param>
/// <param name="Product">What the device calls itself; empty where unknown.</param>
/// <param name="SerialNumber">By which two of a kind are told apart; empty where unknown.</param>
/// <param name="Board">A guess at the board behind it; null where there is no reason to expect one.</param>
public sealed record SerialDevice(string Device, UsbId? Usb, string Product, string SerialNumber, string? Board)
{
    /// <summary>Returns one line, such as <c>/dev/ttyUSB0 (10C4:EA60, CP2102N, ESP32 board with CP210x, or a CP210x cable)</c>.</summary>
    public override string ToString()
    {
        string details = string.Join(", ", new[] { Usb?.ToString(), Product, Board }.Where(text => !string.IsNullOrEmpty(text)));
        return details.Length == 0 ? Device : $"{Device} ({details})";
    }
}

/// <summary>Vendor and product number of a USB device.</summary>
/// <param name="Vendor">The vendor, given by the USB Implementers Forum.</param>
/// <param name="Product">The product, given by the vendor.</param>
public readonly record struct UsbId(ushort Vendor, ushort Product)
{
    /// <summary>Returns the usual form, such as <c>10C4:EA60</c>.</summary>
    public override string ToString() => $"{Vendor:X4}:{Product:X4}";

    /// <summary>Reads two numbers of four hexadecimal digits; null where they are none.</summary>
    internal static UsbId? TryParse(string vendor, string product) =>
        ushort.TryParse(vendor, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort vendorId)
        && ushort.TryParse(product, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort productId)
            ? new UsbId(vendorId, productId)
            : null;
}
