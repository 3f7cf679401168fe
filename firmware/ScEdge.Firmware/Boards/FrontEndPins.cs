namespace ScEdge.Firmware.Boards
{
    /// <summary>
    /// Where the CBRAM front end is connected (hw-docs/cbram-front-end.md).
    /// </summary>
    public sealed class FrontEndPins
    {
        /// <summary>SPI data to the converters.</summary>
        public int DataOut;

        /// <summary>SPI data from the converters.</summary>
        public int DataIn;

        /// <summary>SPI clock.</summary>
        public int Clock;

        /// <summary>Chip select of the digital-to-analogue converter.</summary>
        public int SelectDac;

        /// <summary>Chip select of the analogue-to-digital converter.</summary>
        public int SelectAdc;

        /// <summary>Address bit 0 of the multiplexer.</summary>
        public int Address0;

        /// <summary>Address bit 1 of the multiplexer.</summary>
        public int Address1;

        /// <summary>Address bit 2 of the multiplexer.</summary>
        public int Address2;

        /// <summary>Inhibit of the multiplexer: low connects the cell, high rests.</summary>
        public int Inhibit;
    }
}
