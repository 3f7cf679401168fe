namespace ScEdge.Link.Catalog;

/// <summary>Guesses the board behind a USB serial adapter from the numbers that the common ones carry.</summary>
/// <remarks>A guess: adapters of the same make sit on boards of other kinds and on bare cables. Numbers: usb.ids of the Linux USB project.</remarks>
internal static class KnownAdapters
{
    private const ushort Espressif = 0x303A;

    /// <summary>Says what an adapter is and whether an ESP32 may be behind it; null for an unknown one.</summary>
    public static string? BoardOf(UsbId id) => id switch
    {
        { Vendor: Espressif, Product: 0x1001 } => "ESP32-S3, C3, C6 or H2, built-in USB serial",
        { Vendor: Espressif } => "Espressif board, own USB",
        { Vendor: 0x10C4, Product: 0xEA60 } => "ESP32 board with CP210x, or a CP210x cable",
        { Vendor: 0x10C4, Product: 0xEA70 } => "ESP32 board with CP2105",
        { Vendor: 0x1A86, Product: 0x7523 } => "ESP32 board with CH340, or a CH340 cable",
        { Vendor: 0x1A86, Product: 0x55D4 } => "ESP32 board with CH9102",
        { Vendor: 0x1A86, Product: 0x55D3 } => "ESP32 board with CH343",
        { Vendor: 0x0403, Product: 0x6001 } => "FT232R adapter",
        { Vendor: 0x0403, Product: 0x6010 } => "ESP-Prog or ESP-WROVER-KIT with FT2232",
        { Vendor: 0x0403, Product: 0x6015 } => "FT231X adapter",
        { Vendor: 0x067B, Product: 0x2303 } => "PL2303 adapter",
        _ => null,
    };
}
