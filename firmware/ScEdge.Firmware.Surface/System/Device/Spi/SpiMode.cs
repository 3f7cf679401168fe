namespace System.Device.Spi
{
    public enum SpiMode
    {
        Mode0 = 0,
    }
}
