using System.Device.Spi;

namespace ScEdge.Firmware.FrontEnd
{
    /// <summary>
    /// Two-channel 12-bit analogue-to-digital converter MCP3202 of Microchip, single-ended.
    /// </summary>
    /// <remarks>
    /// After the start bit go three bits (single-ended, channel, most significant bit first), then come an empty bit and 12 bits of value
    /// (Microchip, MCP3202 data sheet DS21034). With the start bit last in the first of two 16-bit words the value ends the second.
    /// </remarks>
    public sealed class Mcp3202
    {
        private const int ClockHertz = 900000;
        private const int StartBit = 0x0001;
        private const int SingleEndedMostSignificantFirst = 0xA000;
        private const int ChannelOne = 0x4000;

        private readonly SpiDevice device;
        private readonly ushort[] sent = new ushort[2];
        private readonly ushort[] received = new ushort[2];

        /// <summary>Opens the converter.</summary>
        /// <param name="bus">SPI bus.</param>
        /// <param name="select">Chip select pin.</param>
        public Mcp3202(int bus, int select)
        {
            SpiConnectionSettings settings = new SpiConnectionSettings(bus, select);
            settings.ClockFrequency = ClockHertz;
            settings.DataBitLength = 16;
            settings.Mode = SpiMode.Mode0;
            device = SpiDevice.Create(settings);
        }

        /// <summary>Measures an input.</summary>
        /// <param name="channel">0 or 1.</param>
        /// <returns>0..4095, in parts of the supply by 4096.</returns>
        public int Read(int channel)
        {
            sent[0] = StartBit;
            sent[1] = (ushort)(SingleEndedMostSignificantFirst | (channel == 0 ? 0 : ChannelOne));
            device.TransferFullDuplex(sent, received);
            return received[1] & 0x0FFF;
        }
    }
}
