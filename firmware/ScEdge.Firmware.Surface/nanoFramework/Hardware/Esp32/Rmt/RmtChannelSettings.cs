namespace nanoFramework.Hardware.Esp32.Rmt
{
    public abstract class RmtChannelSettings
    {
        internal RmtChannelSettings() => throw null;

        public byte ClockDivider
        {
            get => throw null;
            set => throw null;
        }
    }
}
