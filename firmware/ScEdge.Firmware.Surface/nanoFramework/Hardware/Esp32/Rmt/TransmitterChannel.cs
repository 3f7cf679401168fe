namespace nanoFramework.Hardware.Esp32.Rmt
{
    public class TransmitterChannel
    {
        public TransmitterChannel(TransmitChannelSettings settings) => throw null;

        public bool IsChannelIdle => throw null;

        public void AddCommand(RmtCommand cmd) => throw null;

        public void ClearCommands() => throw null;

        public void Send(bool waitTxDone) => throw null;
    }
}
