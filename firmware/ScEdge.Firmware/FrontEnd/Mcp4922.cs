using System.Device.Spi;

namespace ScEdge.Firmware.FrontEnd
{
    /// <summary>
    /// Two-channel 12-bit digital-to-analogue converter MCP4922 of Microchip.
    /// </summary>
    /// <remarks>
    /// A word of 16 bits, the first bit on the line being bit 15: channel, buffered reference, gain 1, active, 12 bits of value
    /// (Microchip, MCP4902/4912/4922 data sheet DS22250). Latched by chip select, LDAC tied low.
    /// </remarks>
    public sealed class Mcp4922
    {
        /// <summary>Largest value.</summary>
        public const int FullScale = 4095;

        private const int ClockHertz = 10000000;
        private const int ChannelB = 0x8000;
        private const int BufferedGainOneActive = 0x7000;

        private readonly SpiDevice device;
        private readonly ushort[] word = new ushort[1];

        /// <summary>Opens the converter.</summary>
        /// <param name="bus">SPI bus.</param>
        /// <param name="select">Chip select pin.</param>
        public Mcp4922(int bus, int select)
        {
            SpiConnectionSettings settings = new SpiConnectionSettings(bus, select);
            settings.ClockFrequency = ClockHertz;
            settings.DataBitLength = 16;
            settings.Mode = SpiMode.Mode0;
            device = SpiDevice.Create(settings);
        }

        /// <summary>Sets an output.</summary>
        /// <param name="channel">0 for A, 1 for B.</param>
        /// <param name="value">0..4095, in parts of the reference by 4096.</param>
        public void Write(int channel, int value)
        {
            word[0] = (ushort)((channel == 0 ? 0 : ChannelB) | BufferedGainOneActive | value);
            device.Write(word);
        }
    }
}
