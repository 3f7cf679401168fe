namespace System.Device.Spi
{
    public class SpiDevice
    {
        internal SpiDevice() => throw null;

        public static SpiDevice Create(SpiConnectionSettings settings) => throw null;

        public void TransferFullDuplex(ushort[] writeBuffer, ushort[] readBuffer) => throw null;

        public void Write(ushort[] buffer) => throw null;
    }
}
