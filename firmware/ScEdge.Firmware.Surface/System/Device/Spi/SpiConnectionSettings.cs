namespace System.Device.Spi
{
    public sealed class SpiConnectionSettings
    {
        public SpiConnectionSettings(int busId, int chipSelectLine) => throw null;

        public int ClockFrequency
        {
            get => throw null;
            set => throw null;
        }

        public int DataBitLength
        {
            get => throw null;
            set => throw null;
        }

        public SpiMode Mode
        {
            get => throw null;
            set => throw null;
        }
    }
}
