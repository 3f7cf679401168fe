namespace System.Device.Gpio
{
    public enum PinMode
    {
        Output = 3,
    }
}
