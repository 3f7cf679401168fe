using System.Globalization;

namespace ScEdge.Link.Catalog;

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
