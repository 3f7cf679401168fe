namespace nanoFramework.Hardware.Esp32.Rmt
{
    public sealed class TransmitChannelSettings : RmtChannelSettings
    {
        public TransmitChannelSettings(int pinNumber) => throw null;

        public bool EnableCarrierWave
        {
            get => throw null;
            set => throw null;
        }

        public bool EnableIdleLevelOutput
        {
            get => throw null;
            set => throw null;
        }

        public bool IdleLevel
        {
            get => throw null;
            set => throw null;
        }
    }
}
